"""The pixels that a map has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from historydesk.ui.map.label_layout import Box


@dataclass(frozen=True, slots=True)
class Room:
    """The pixels of a map: its size, the part that no card covers, and small controls over it."""

    width: int
    height: int
    free: QRect
    blocked: tuple[QRect, ...] = ()

    def area(self) -> Box:
        """Where words may stand."""
        free = self.free
        return (free.left() + 4.0, free.top() + 4.0, free.right() - 3.0, free.bottom() - 3.0)

    def taken(self) -> list[Box]:
        """Where words may not stand, with a little air."""
        return [(r.left() - 2.0, r.top() - 2.0, r.right() + 3.0, r.bottom() + 3.0) for r in self.blocked]
