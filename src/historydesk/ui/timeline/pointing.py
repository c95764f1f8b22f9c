"""What a pixel of the timeline means: a label, a mark, a bracket, a handle."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from historydesk.domain.values import dataclass
from historydesk.ui.timeline.label_rows import LabelRows
from historydesk.ui.timeline.rail_piles import Pile, nearest_pile
from historydesk.ui.timeline.time_scale import TimeScale
from historydesk.ui.timeline.timeline_rooms import Bracket, Rooms

REACH = 22.0
"""Pixels from a mark within which a tap means it."""

GRIP = 22.0
"""Pixels from a handle's middle that take hold of it."""

GRIP_HEIGHT = 32.0
"""Pixels above the axis where a handle begins."""

BESIDE = 6.0
"""Pixels around a label or a bracket that still mean it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view shows at a moment: its rooms, its scale, its labels and piles by lane, its brackets."""

    rooms: Rooms
    scale: TimeScale
    rows: Sequence[LabelRows]
    piles: Sequence[Sequence[Pile]]
    brackets: Sequence[Bracket]

    def line_x(self, x: float) -> float:
        """Pixels of the line of time for a pixel of the widget."""
        return x - self.scale.left + self.scale.first_day * self.scale.pixels_a_day

    def lane_at(self, at: QPointF) -> int:
        """The lane at a pixel, -1 outside all."""
        return next((lane for lane, box in enumerate(self.rooms.lanes) if box.contains(at)), -1)

    def label_at(self, lane: int, at: QPointF) -> int:
        """The event whose label is at a pixel, or -1."""
        rooms = self.rooms
        above = rooms.rail_top(lane) - at.y()
        rows = self.rows[lane].rows()
        row = int(above // rooms.row)
        if above < 0 or row >= len(rows):
            return -1
        x = self.line_x(at.x())
        inside = (each.index for each in rows[row] if each.begin - BESIDE <= x <= each.end + BESIDE)
        return next(inside, -1)

    def pile_at(self, lane: int, at: QPointF) -> Pile | None:
        """The mark on a lane's rail that a pixel means."""
        if lane >= len(self.piles) or at.y() < self.rooms.rail_top(lane) - BESIDE:
            return None
        return nearest_pile(self.piles[lane], self.line_x(at.x()), REACH)

    def event_at(self, at: QPointF) -> tuple[int, int]:
        """Lane and index of the event at a pixel: its label, else its mark within reach; index -1: none."""
        lane = self.lane_at(at)
        if lane < 0:
            return 0, -1
        index = self.label_at(lane, at)
        if index < 0:
            pile = self.pile_at(lane, at)
            index = pile.first if pile is not None else -1
        return lane, index

    def bracket_at(self, at: QPointF) -> Bracket | None:
        """The chapter whose bracket, or title beside it, is at a pixel."""
        rooms = self.rooms
        if not rooms.brackets.contains(at):
            return None
        row = int((at.y() - rooms.brackets.top()) // max(1.0, rooms.bracket_row))
        for each in self.brackets:
            left, right = self.scale.x(each.first), self.scale.x(each.last)
            if each.row == row and left - BESIDE <= at.x() <= right + BESIDE:
                return each
        return None

    def handle_at(self, at: QPointF, edges: tuple[float, float] | None) -> int:
        """-1 at the handle where a range begins, 1 at the one where it ends, else 0."""
        if edges is None or at.y() < self.rooms.axis.top() - GRIP_HEIGHT:
            return 0
        away = [abs(at.x() - self.scale.x(edge)) for edge in edges]
        if min(away) > GRIP:
            return 0
        return -1 if away[0] < away[1] else 1
