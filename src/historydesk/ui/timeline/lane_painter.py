"""The events of the lanes: labels in rows, and single marks and piles on the rail below them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.event_shape import POINT
from historydesk.ui.timeline.label_pictures import BAR, PAGE, RED, LabelPictures
from historydesk.ui.timeline.label_rows import SPACE, LabelRows, RowLabel
from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_painter import BESIDE, Rail, RailPainter
from historydesk.ui.timeline.rail_piles import Pile, piles_of
from historydesk.ui.timeline.time_scale import TimeScale
from historydesk.ui.timeline.timeline_rooms import Rooms

RADIUS = 6.0
"""Pixels of a row's point at 100 %."""

RAIL_STEP = 10.0
"""Pixels of the rail that share a mark, at 100 %."""

BACK, CONTRAST_BACK = 0.4, 0.65
"""Opacity of what is outside the chosen range; more of it in high contrast."""

LEAST_WORDS = 64.0
"""Pixels at an edge below which words are left out, not cut to a few letters."""


@dataclass(frozen=True, slots=True)
class LaneFrame:
    """One lane as one frame shows it; ``chosen`` and ``hovered`` are indices within it, or -1."""

    number: int
    rooms: Rooms
    scale: TimeScale
    offset: float
    """Pixels of the widget less pixels of the line of time."""
    events: LaneEvents
    rows: LabelRows
    chosen: int = -1
    hovered: int = -1
    within: tuple[float, float] | None = None
    """The chosen range: labels of events outside it stand back."""


class LanePainter:
    """Draws the events of one view; owned by it. Remembers the piles it drew, for pointing at them."""

    def __init__(self, appearance: Appearance, pictures: LabelPictures) -> None:
        self._pictures = pictures
        self._rails = RailPainter(appearance)
        self.piles: list[list[Pile]] = []
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self._rails.set_appearance(appearance)
        self.radius = appearance.chrome_px(RADIUS)
        color = appearance.theme.color
        self._ink, self._red, self._on_red = color("ink"), color("red"), color("on_red")
        self._quiet = color("ink" if appearance.theme.is_high_contrast else "soft_ink")
        self._hover = color("hover")
        self._back = CONTRAST_BACK if appearance.theme.is_high_contrast else BACK

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
        painter.setOpacity(1.0)
        chosen = frame.rows.placed(frame.chosen) if frame.chosen >= 0 else None
        if chosen is not None:
            self._label(painter, frame, chosen)
        painter.setOpacity(1.0)

    def _opacity(self, within: tuple[float, float], events: LaneEvents, index: int) -> float:
        first, last = within
        return 1.0 if events.starts[index] < last and events.ends[index] > first else self._back

    def _mark_rect(self, frame: LaneFrame, label: RowLabel) -> QRectF:
        """Where a label's mark is: a bar that holds its words is as high as the row."""
        rooms = frame.rooms
        top = rooms.row_top(frame.number, label.row)
        if frame.events.shapes[label.index].kind == POINT:
            middle = (label.left + label.right) / 2 + frame.offset
            y = round(top + rooms.row / 2 - self.radius)
            return QRectF(middle - self.radius, y, 2 * self.radius, 2 * self.radius)
        high = rooms.row - 6 if label.inside else 2 * self.radius + 3
        left = max(label.left + frame.offset, rooms.left - BESIDE)
        right = min(label.right + frame.offset, rooms.right + BESIDE)
        return QRectF(left, round(top + (rooms.row - high) / 2), right - left, high)

    def _words_between(self, frame: LaneFrame, label: RowLabel) -> tuple[float, float]:
        """Pixels from where to where a label's words stand: never over an edge, nor out of their bar."""
        rooms, offset = frame.rooms, frame.offset
        if label.inside:
            end = label.right - SPACE
        else:
            end = label.end if label.begin == label.left else label.left - SPACE
        left = max(label.words + offset, rooms.left + SPACE)
        return left, min(end + offset, rooms.right - SPACE)

    def _label(self, painter: QPainter, frame: LaneFrame, label: RowLabel) -> None:
        event, shape = frame.events.events[label.index], frame.events.shapes[label.index]
        rooms = frame.rooms
        chosen = label.index == frame.chosen
        if frame.within is not None:
            painter.setOpacity(1.0 if chosen else self._opacity(frame.within, frame.events, label.index))
        rect = self._mark_rect(frame, label)
        left, right = self._words_between(frame, label)
        wide = self._pictures.width(event)
        right = min(right, left + wide)
        top = rooms.row_top(frame.number, label.row)
        shown = right - left >= min(LEAST_WORDS, wide)
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
            self._rails.marks.stamp(painter, shape, rect, ink, tinted=True, ground=ground)
        if not shown:
            return
        y = top + (rooms.row - self._pictures.height) / 2
        on = RED if chosen else BAR if label.inside or label.index == frame.hovered else PAGE
        self._pictures.paint(painter, QPointF(round(left), round(y)), right - left, event, on)

    def _rail(self, painter: QPainter, frame: LaneFrame) -> None:
        rooms, offset = frame.rooms, frame.offset
        placed = sorted(label.index for label in frame.rows.labels())
        between = rooms.left - offset, rooms.right - offset
        step = self._appearance.chrome_px(RAIL_STEP)
        piles = piles_of(frame.events, placed, frame.scale.pixels_a_day, between, step)
        self.piles.append(piles)
        high = rooms.rail - 6
        middle = rooms.lanes[frame.number].bottom() - rooms.rail / 2 - 1
        rail = Rail(middle, rooms.left, rooms.right, offset, high)
        if frame.within is None:
            self._rails.paint(painter, rail, frame.events, piles, self._quiet, counted=True)
            return
        first, last = (edge * frame.scale.pixels_a_day for edge in frame.within)
        inside = [pile for pile in piles if pile.left < last and pile.right >= first]
        outside = [pile for pile in piles if not (pile.left < last and pile.right >= first)]
        painter.setOpacity(self._back)
        self._rails.paint(painter, rail, frame.events, outside, self._quiet)
        painter.setOpacity(1.0)
        self._rails.paint(painter, rail, frame.events, inside, self._quiet, counted=True)
