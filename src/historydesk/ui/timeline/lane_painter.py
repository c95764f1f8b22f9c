"""The events of the lanes: labels in rows, and single marks and piles on the rail below them."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.event_marks import EventMarks
from historydesk.ui.timeline.event_shape import POINT
from historydesk.ui.timeline.label_pictures import LabelPictures
from historydesk.ui.timeline.label_rows import SPACE, LabelRows, RowLabel
from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_piles import Pile, piles_of
from historydesk.ui.timeline.time_scale import TimeScale
from historydesk.ui.timeline.timeline_rooms import Rooms

RADIUS = 6.0
"""Pixels of a row's point at 100 %; ``SMALL`` on the rail."""

SMALL = 3.5

ROOM_FOR_COUNT = 7.0
"""Pixels between a pile, its number and the next mark."""

LEAST_WORDS = 64.0
"""Pixels at an edge below which words are left out, not cut to a few letters."""

BESIDE = 40.0
"""Pixels that a bar is drawn beyond the edges."""


@dataclass(frozen=True, slots=True)
class LaneFrame:
    """One lane as one frame shows it; ``chosen`` and ``hovered`` are indices within it, or -1."""

    number: int
    rooms: Rooms
    scale: TimeScale
    events: LaneEvents
    rows: LabelRows
    chosen: int = -1
    hovered: int = -1

    @property
    def offset(self) -> float:
        """Pixels of the widget less pixels of the line of time."""
        return self.scale.left - self.scale.first_day * self.scale.pixels_a_day


class LanePainter:
    """Draws the events of one view; owned by it. Remembers the piles it drew, for pointing at them."""

    def __init__(self, appearance: Appearance, pictures: LabelPictures) -> None:
        self._pictures = pictures
        self._marks = EventMarks(appearance)
        self.piles: list[list[Pile]] = []
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self._marks.set_appearance(appearance)
        self._count_font = appearance.interface_face(11.5)
        self._digit = QFontMetricsF(self._count_font).horizontalAdvance("0")
        color = appearance.theme.color
        self._ink, self._red, self._on_red = color("ink"), color("red"), color("on_red")
        self._quiet = color("ink" if appearance.theme.is_high_contrast else "soft_ink")
        self._hover = color("hover")

    @property
    def radius(self) -> float:
        """Pixels of a row's point."""
        return self._appearance.chrome_px(RADIUS)

    def begin(self) -> None:
        """A new frame: its piles replace those drawn before."""
        self.piles = []

    def paint(self, painter: QPainter, frame: LaneFrame) -> None:
        """One lane: its rail, then its labels, the chosen one last."""
        self._rail(painter, frame)
        left, right = frame.rooms.left - frame.offset, frame.rooms.right - frame.offset
        for row in frame.rows.rows():
            for label in row:
                if label.end >= left and label.begin <= right and label.index != frame.chosen:
                    self._label(painter, frame, label)
        chosen = frame.rows.placed(frame.chosen) if frame.chosen >= 0 else None
        if chosen is not None:
            self._label(painter, frame, chosen)

    def _mark_rect(self, frame: LaneFrame, label: RowLabel) -> QRectF:
        """Where a label's mark is: a bar that holds its words is as high as the row."""
        rooms = frame.rooms
        top = rooms.row_top(frame.number, label.row)
        if frame.events.shapes[label.index].kind == POINT:
            high = 2 * self.radius
        else:
            high = rooms.row - 6 if label.inside else 2 * self.radius + 3
        left = max(label.left + frame.offset, rooms.left - BESIDE)
        right = min(label.right + frame.offset, rooms.right + BESIDE)
        return QRectF(left, round(top + (rooms.row - high) / 2), right - left, high)

    def words_between(self, frame: LaneFrame, label: RowLabel) -> tuple[float, float]:
        """Pixels from where to where a label's words stand: never over an edge, nor out of their bar."""
        rooms, offset = frame.rooms, frame.offset
        wide = self._pictures.width(frame.events.events[label.index])
        if label.inside:
            end = label.right - SPACE
        else:
            end = label.end if label.begin == label.left else label.left - SPACE
        left = max(label.words + offset, rooms.left + SPACE)
        right = min(end + offset, rooms.right - SPACE, left + wide)
        return left, right

    def _label(self, painter: QPainter, frame: LaneFrame, label: RowLabel) -> None:
        event, shape = frame.events.events[label.index], frame.events.shapes[label.index]
        rooms = frame.rooms
        chosen = label.index == frame.chosen
        rect = self._mark_rect(frame, label)
        left, right = self.words_between(frame, label)
        top = rooms.row_top(frame.number, label.row)
        shown = right - left >= LEAST_WORDS or right - left >= self._pictures.width(event)
        if chosen or label.index == frame.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._red if chosen else self._hover)
            end = max(rect.right(), right) if shown else rect.right()
            begin = min(rect.left(), left) if shown else rect.left()
            painter.drawRoundedRect(QRectF(begin - 5, top + 1, end - begin + 12, rooms.row - 2), 6, 6)
        ink, ground = (self._on_red, self._red) if chosen else (self._ink, None)
        if chosen and label.inside:
            rect = rect.adjusted(0, 2, 0, -2)
        if rect.width() >= 1:
            self._marks.stamp(painter, shape, rect, ink, tinted=True, ground=ground)
        if not shown:
            return
        y = top + (rooms.row - self._pictures.height) / 2
        self._pictures.paint(painter, QPointF(round(left), round(y)), right - left, event, chosen)

    # The rail

    def _rail(self, painter: QPainter, frame: LaneFrame) -> None:
        rooms, offset, line = frame.rooms, frame.offset, frame.scale.pixels_a_day
        events = frame.events
        placed = sorted(label.index for label in frame.rows.labels())
        piles = piles_of(
            events, placed, line, (rooms.left - offset, rooms.right - offset), self._appearance.chrome_px(8)
        )
        self.piles.append(piles)
        base = rooms.lanes[frame.number].bottom() - 4
        small = self._appearance.chrome_px(SMALL)
        high = rooms.rail - 6
        middle = base - small - 1
        bars: list[QRect] = []
        counts: list[tuple[float, str]] = []
        for at, pile in enumerate(piles):
            x = pile.x + offset
            if pile.count == 1:
                shape = events.shapes[pile.index]
                if shape.kind == POINT:
                    rect = QRectF(x - small, middle - small, 2 * small, 2 * small)
                else:
                    start, end = events.starts[pile.index] * line, events.ends[pile.index] * line
                    end = min(max(end, start + 2.4 * small) + offset, rooms.right + BESIDE)
                    start = max(start + offset, rooms.left - BESIDE)
                    rect = QRectF(start, middle - small, end - start, 2 * small)
                if rect.width() >= 1:
                    self._marks.stamp(painter, shape, rect, self._quiet)
                continue
            tall = min(high, 6 + 2.2 * log2(pile.count))
            bars.append(QRect(round(x - 1.5), round(base - tall), 3, round(tall)))
            following = piles[at + 1].x + offset if at + 1 < len(piles) else rooms.right
            words = str(pile.count)
            if following - x >= self._digit * len(words) + 2 * ROOM_FOR_COUNT:
                counts.append((x + 4.5, words))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._quiet)
        painter.drawRects(bars)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._quiet)
        painter.setFont(self._count_font)
        for x, words in counts:
            painter.drawText(QPointF(round(x), round(base)), words)
