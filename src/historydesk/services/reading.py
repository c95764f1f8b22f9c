"""Where the person is, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from historydesk.domain.location import Location

LIMIT = 200
"""Steps kept; older ones are forgotten."""


@dataclass(slots=True)
class _Step:
    location: Location
    position: object = None


class ReadingState(QObject):
    """One history over all screens, like a browser's; owned by the composition root.

    The window stores how far a screen was scrolled with ``remember`` before it leaves, and reads it back from
    ``position`` when Back or Forward returns there.
    """

    location_changed = Signal(Location)
    history_changed = Signal(bool, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[_Step] = []
        self._at = -1

    @property
    def location(self) -> Location | None:
        """Where the person is; ``None`` before the first step."""
        return self._steps[self._at].location if self._at >= 0 else None

    @property
    def position(self) -> object:
        """What was remembered of this step; ``None`` on a first visit."""
        return self._steps[self._at].position if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether Back left steps ahead."""
        return self._at < len(self._steps) - 1

    def go(self, location: Location) -> None:
        """Go there as a new step; going where one is announces the place again but adds no step."""
        if self.location == location:
            self._steps[self._at].position = None
        else:
            del self._steps[self._at + 1 :]
            self._steps.append(_Step(location))
            del self._steps[: max(0, len(self._steps) - LIMIT)]
            self._at = len(self._steps) - 1
        self._announce()

    def back(self) -> None:
        """One step back; nothing at the beginning."""
        if self.can_go_back:
            self._at -= 1
            self._announce()

    def forward(self) -> None:
        """One step forward; nothing at the end."""
        if self.can_go_forward:
            self._at += 1
            self._announce()

    def remember(self, position: object, passage: str | None = None) -> None:
        """Keep how this step looks now; ``passage`` moves its address with the reading, as no new step."""
        if self._at < 0:
            return
        step = self._steps[self._at]
        step.position = position
        if passage is not None:
            step.location = replace(step.location, passage=passage, find="")

    def forget(self) -> None:
        """Begin anew from where one is (another language, another visitor)."""
        if self._at >= 0:
            self._steps = [self._steps[self._at]]
            self._at = 0
            self.history_changed.emit(False, False)

    def _announce(self) -> None:
        self.location_changed.emit(self._steps[self._at].location)
        self.history_changed.emit(self.can_go_back, self.can_go_forward)
