"""How the timeline divides its height and width: brackets, names of eras, lanes, axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance

BRACKET = 26.0
"""Pixels of a row of brackets at 100 %."""

MOST_BRACKET_ROWS = 3

NAMES = 24.0
"""Pixels of the row with the names of eras."""

AXIS = 60.0
"""Pixels of the axis: ticks and up to three lines of words."""

ROW = 28.0
"""Pixels of a row of labels."""

RAIL = 22.0
"""Pixels at a lane's foot for what has no label."""

LANE_PAD = 2.0
"""Pixels free above the rows of a lane."""

GUTTER = 118.0
"""Pixels left of the lanes for their names, at most a fifth of the width."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A chapter's time: days from first to the day after its last, what it is called, its row."""

    first: int
    last: int
    title: str
    id: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Rooms:
    """Rectangles of a timeline in its pixels; ``rows`` is how many labels a lane has above one another."""

    left: float
    right: float
    brackets: QRectF
    bracket_rows: int
    names: QRectF
    lanes: tuple[QRectF, ...]
    rows: int
    row: float
    rail: float
    axis: QRectF

    @property
    def body(self) -> QRectF:
        """From the names of eras to the axis."""
        return QRectF(self.left, self.names.top(), self.right - self.left, self.axis.top() - self.names.top())

    @property
    def bracket_row(self) -> float:
        """Pixels of one row of brackets."""
        return self.brackets.height() / max(1, self.bracket_rows)

    def row_top(self, lane: int, row: int) -> float:
        """Where a row of labels begins; row 0 stands on the rail."""
        return self.lanes[lane].bottom() - self.rail - (row + 1) * self.row

    def rail_top(self, lane: int) -> float:
        """Where the rail of a lane begins."""
        return self.lanes[lane].bottom() - self.rail


def rooms_of(width: float, height: float, lanes: int, bracket_rows: int, appearance: Appearance) -> Rooms:
    """Divide a widget's size. In a low one rows of brackets give way, until each lane has room for a label."""
    px = appearance.chrome_px
    left = float(round(min(px(GUTTER), width / 5)))
    names, axis = px(NAMES), max(px(AXIS), float(appearance.target))
    row, rail, pad = px(ROW), px(RAIL), px(LANE_PAD)
    while True:
        brackets = max(bracket_rows * px(BRACKET), float(appearance.target)) if bracket_rows else 0.0
        top = brackets + names
        each = max(0.0, (height - axis - top) / max(1, lanes))
        if each >= rail + pad + row or not bracket_rows:
            break
        bracket_rows -= 1
    boxes = tuple(QRectF(left, round(top + i * each), width - left, round(each)) for i in range(lanes))
    return Rooms(
        left,
        width,
        QRectF(left, 0, width - left, brackets),
        bracket_rows,
        QRectF(left, brackets, width - left, names),
        boxes,
        max(0, int((each - rail - pad) // row)),
        row,
        rail,
        QRectF(0, height - axis, width, axis),
    )


def packed(brackets: Sequence[tuple[int, int, str, str]]) -> tuple[Bracket, ...]:
    """Brackets in rows, so that none lies over another where ``MOST_BRACKET_ROWS`` rows allow it."""
    ends: list[int] = []
    made = []
    for first, last, title, chapter in sorted(brackets, key=lambda each: (each[0], -each[1])):
        row = next((number for number, end in enumerate(ends) if end <= first), len(ends))
        if row == MOST_BRACKET_ROWS:
            row = min(range(MOST_BRACKET_ROWS), key=lambda number: ends[number])
        if row == len(ends):
            ends.append(0)
        ends[row] = max(ends[row], last + 1)
        made.append(Bracket(first, last + 1, title, chapter, row))
    return tuple(made)
