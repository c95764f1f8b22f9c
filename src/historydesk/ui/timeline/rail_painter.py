"""Marks on one line: the rail of a lane and the strip under a page draw them alike."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.event_marks import EventMarks
from historydesk.ui.timeline.event_shape import SPAN
from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_piles import Pile

SMALL = 3.5
"""Pixels of a point's radius at 100 %."""

FULL = 0.7
"""The share of a line's events, as a power, that fills the height of a pile."""

LONG, THIN = 6.0, 0.5
"""Radii of a point from which a bar is long, and its half height then."""

ROOM_FOR_COUNT = 7.0
"""Pixels between a pile, its number and the next mark."""

COUNT_AWAY = 6.0
"""Pixels from a pile's middle to its number."""

BESIDE = 40.0
"""Pixels that a bar is drawn beyond the edges."""


@dataclass(frozen=True, slots=True)
class Rail:
    """A line of marks: its middle and edges in the widget's pixels, and what to add to pixels of the line.

    ``height`` is how tall a pile may be.
    """

    middle: float
    left: float
    right: float
    offset: float
    height: float


class RailPainter:
    """Draws single marks by their shape and piles as bars, taller for more events; owned by a widget."""

    def __init__(self, appearance: Appearance) -> None:
        self.marks = EventMarks(appearance)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self.marks.set_appearance(appearance)
        self.radius = appearance.chrome_px(SMALL)
        self._font = appearance.interface_face(11.5)
        self._metrics = QFontMetricsF(self._font)
        self._digit = self._metrics.horizontalAdvance("0")

    def paint(
        self,
        painter: QPainter,
        rail: Rail,
        events: LaneEvents,
        piles: Sequence[Pile],
        ink: QColor,
        *,
        ground: QColor | None = None,
        counted: bool = False,
    ) -> None:
        """The marks in one ink; ``counted``: a pile has its number beside it where there is room."""
        small = self.radius
        least, full = 2 * small + 1, max(1.0, FULL * log2(max(2, len(events))))
        capsules: list[tuple[float, float]] = []
        # Spans first: a point is never hidden by a bar.
        for pile in sorted(piles, key=_is_point):
            if pile.size > 1:
                tall = least + (rail.height - least) * min(1.0, log2(pile.size) / full)
                capsules.append((pile.left + rail.offset, tall))
                continue
            left = max(pile.left + rail.offset, rail.left - BESIDE)
            right = min(pile.right + rail.offset, rail.right + BESIDE)
            if right - left < 2.4 * small:
                least = small if pile.left == pile.right else 1.2 * small
                middle = pile.x + rail.offset
                left, right = middle - least, middle + least
            shape = events.shapes[pile.first]
            # What lasts long is a thin line: marks within its time are seen on it.
            half = small * THIN if shape.kind == SPAN and right - left > LONG * small else small
            rect = QRectF(left, rail.middle - half, right - left, 2 * half)
            self.marks.stamp(painter, shape, rect, ink, ground=ground)
        if capsules:
            self.marks.piles(painter, rail.middle, capsules, ink)
        if counted:
            painter.setPen(ink)
            painter.setFont(self._font)
            base = round(rail.middle + (self._metrics.ascent() - self._metrics.descent()) / 2)
            for x, words in self._counts(rail, piles):
                painter.drawText(QPointF(round(x), base), words)

    def _counts(self, rail: Rail, piles: Sequence[Pile]) -> list[tuple[float, str]]:
        counts = []
        for at, pile in enumerate(piles):
            if pile.size > 1:
                words = str(pile.size)
                following = piles[at + 1].left + rail.offset if at + 1 < len(piles) else rail.right
                if following - pile.x - rail.offset >= self._digit * len(words) + 2 * ROOM_FOR_COUNT:
                    counts.append((pile.x + rail.offset + COUNT_AWAY, words))
        return counts


def _is_point(pile: Pile) -> bool:
    return pile.left >= pile.right
