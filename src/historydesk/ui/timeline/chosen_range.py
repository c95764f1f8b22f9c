"""The stretch of days that a person chose, and the one being dragged."""

from __future__ import annotations

NONE = (0, 0)


class ChosenRange:
    """Days from the first to the last, both within it; owned by the view, which draws it."""

    def __init__(self) -> None:
        self.days = NONE
        self._draft: tuple[float, float] | None = None

    def __bool__(self) -> bool:
        return self.days != NONE

    def edges(self) -> tuple[float, float] | None:
        """Where the stretch begins and ends as drawn, the dragged one first; ``None`` without any."""
        if self._draft is not None:
            return self._draft
        return (float(self.days[0]), self.days[1] + 1.0) if self else None

    def set(self, first: int, last: int) -> None:
        """Take these days; ``0, 0``: none."""
        self.days = (first, max(first, last)) if last > 0 else NONE
        self._draft = None

    def drag(self, anchor: float, day: float, whole: tuple[float, float]) -> None:
        """Show a stretch from where a drag began to where it is, within the whole."""
        self._draft = max(whole[0], min(anchor, day)), min(whole[1], max(anchor, day))

    def drop(self) -> bool:
        """Take what was dragged, in whole days and at least one; ``False`` when nothing was."""
        if self._draft is None:
            return False
        first = int(self._draft[0])
        self.set(first, max(first, round(self._draft[1]) - 1))
        return True

    def move_end(self, which: int, days: tuple[int, int], bounds: tuple[int, int]) -> None:
        """Begin (-1) or end (1) the stretch with an event's days; without one it reaches to the bounds."""
        first, last = self.days if self else bounds
        if which < 0:
            first = days[0]
        else:
            last = days[1]
        self.set(min(first, last), max(first, last))
