"""The part of time that is shown: held within the whole, moved at once or in an eased movement."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from historydesk.ui.timeline.view_motion import ViewMotion

LEAST_DAYS = 3.0
"""The nearest view, in days."""


class TimeWindow(QObject):
    """A range of days within a whole; owned by a view, which draws what ``moved`` says."""

    moved = Signal(float, float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.first, self.last = 0.0, 1.0
        self.whole = (0.0, 0.0)
        self._motion = ViewMotion(self._show, self)

    @property
    def span(self) -> float:
        """Days shown."""
        return self.last - self.first

    def set_whole(self, first: float, last: float) -> None:
        """The most there is to show; a window that showed the old whole shows the new one."""
        before = self.whole
        self.whole = (first, last)
        if before[1] <= before[0] or (self.first, self.last) == before:
            self.stop()
            self._show(first, last)

    def target(self) -> tuple[float, float]:
        """Where a movement under way ends, else what is shown."""
        return self._motion.target() or (self.first, self.last)

    def go(self, first: float, last: float, milliseconds: int = 0) -> None:
        """Show a range of days as far as it lies within the whole, not nearer than ``LEAST_DAYS``."""
        self._motion.start((self.first, self.last), self._held(first, last), milliseconds)

    def zoom(self, factor: float, share: float, milliseconds: int = 0) -> None:
        """Nearer (above 1) or further; what is at this share of the width stays where it is."""
        first, last = self.target()
        low, high = self.whole
        span = min(max(LEAST_DAYS, (last - first) / factor), max(LEAST_DAYS, high - low))
        start = first + share * (last - first - span)
        self.go(start, start + span, milliseconds)

    def shift(self, days: float, milliseconds: int = 0) -> None:
        """Later, or with less than 0 earlier."""
        first, last = self.target()
        self.go(first + days, last + days, milliseconds)

    def stop(self) -> None:
        """End a movement where it is."""
        self._motion.stop()

    def _held(self, first: float, last: float) -> tuple[float, float]:
        low, high = self.whole
        span = min(max(LEAST_DAYS, last - first), max(LEAST_DAYS, high - low))
        start = min(max(low, (first + last - span) / 2), high - span)
        return start, start + span

    def _show(self, first: float, last: float) -> None:
        if (first, last) != (self.first, self.last):
            self.first, self.last = first, last
            self.moved.emit(first, last)
