"""The strip of time under a page: years, events as points, the chapter's span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import floor

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.timeline.event_label import EventLabel
from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_painter import Rail, RailPainter
from historydesk.ui.timeline.rail_piles import STEP, Pile, nearest_pile, piles_of
from historydesk.ui.timeline.time_scale import Tick, TimeScale, nice_range, year_month_of, year_name

HEIGHT = 78
"""Pixels at 100 %."""

REACH = 20
"""How far from a point a click or tap still means it, in pixels."""

HALF_SPAN = 8
"""Half the height of the chapter's bar in pixels at 100 %."""

MARGIN = 40
"""Pixels between the line's ends and the strip's at 100 %."""

_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class TimelineStrip(QWidget):
    """A line of years with events to point at; owned by the page it lies under.

    It draws from what it is given and runs no timers. Where many events share a pixel one mark stands for
    them; the keyboard, and further taps on the same point, still reach each.
    """

    event_requested = Signal(str, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._events: tuple[HistoricalEvent, ...] = ()
        self._line = LaneEvents([])
        self._rail = RailPainter(self._appearance)
        self._first_day = 0
        self._last_day = 0
        self._span = (0, 0, "")
        self._current = -1
        self._hovered = -1
        self._marks: list[Pile] = []
        self._ticks: tuple[Tick, ...] = ()
        self._scale = TimeScale(0, 1, 0, 1)
        self._label = EventLabel(self._appearance, self)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_appearance(self._appearance)
        self._name_range()

    def set_events(self, events: tuple[HistoricalEvent, ...]) -> None:
        """Show these events, in any order; the current one stays current when it is still among them."""
        current = self.current_event()
        self._line = LaneEvents(list(events))
        while self._line.take_in():
            pass
        self._events = tuple(self._line.events)
        self._current = self._hovered = -1
        if current is not None:
            self.set_current(current.id)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if events else Qt.FocusPolicy.NoFocus)
        self._set_range()

    def set_span(self, first_day: int, last_day: int, label: str) -> None:
        """Show the chapter's time as a bar with its words; ``0, 0, ""`` shows none."""
        self._span = (first_day, max(first_day, last_day), label)
        if self._events:
            self.update()
        else:
            self._set_range()

    def set_current(self, event_id: str) -> None:
        """Emphasise an event; an unknown id emphasises none."""
        self._current = next((i for i, each in enumerate(self._events) if each.id == event_id), -1)
        self._describe()
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._rail.set_appearance(appearance)
        self._label.set_appearance(appearance)
        self._label.put_away()
        self.setFixedHeight(round(appearance.chrome_px(HEIGHT)))
        self._lay_out()

    def current_event(self) -> HistoricalEvent | None:
        """The emphasised event."""
        return self._events[self._current] if self._current >= 0 else None

    def range_days(self) -> tuple[int, int]:
        """The shown range as day ordinals; ``0, 0`` when there is nothing to show."""
        return self._first_day, self._last_day

    def point_rect(self, event_id: str) -> QRect:
        """Where an event's point is, in the strip's coordinates; empty for an unknown id."""
        for index, each in enumerate(self._events):
            if each.id == event_id:
                return self._point_rect(index)
        return QRect()

    def sizeHint(self) -> QSize:
        """A wide, low strip."""
        return QSize(800, self.height())

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: then it has fewer ticks."""
        return QSize(160, self.height())

    # Layout

    def _set_range(self) -> None:
        self._first_day = self._last_day = 0
        if self._events:
            first = min(each.date.first_day for each in self._events)
            last = max(each.date.last_day for each in self._events)
            self._first_day, self._last_day = nice_range(first, last)
        elif self._span[1] > 0:
            self._first_day, self._last_day = nice_range(self._span[0], self._span[1])
        self._label.put_away()
        self._name_range()
        self._lay_out()

    def _name_range(self) -> None:
        if self._events:
            first = year_name(year_month_of(min(each.date.first_day for each in self._events))[0])
            last = year_name(year_month_of(max(each.date.last_day for each in self._events))[0])
            span = first if first == last else f"{first}–{last}"
            self.setAccessibleName(self.tr("Timeline, {span}").format(span=span))
        else:
            self.setAccessibleName(self.tr("Timeline"))
        self._describe()

    def _lay_out(self) -> None:
        margin = min(round(self._appearance.chrome_px(MARGIN)), self.width() // 6)
        left, right = float(margin), float(max(margin + 1, self.width() - margin))
        if self._last_day <= self._first_day:
            self._scale, self._ticks, self._marks = TimeScale(0, 1, left, right), (), []
            self.update()
            return
        self._scale = TimeScale(self._first_day, self._last_day, left, right)
        metrics = QFontMetricsF(self._appearance.interface_face(12.5))
        locale = QLocale()
        months = tuple(locale.standaloneMonthName(i, QLocale.FormatType.ShortFormat) for i in range(1, 13))
        self._ticks = self._scale.ticks(metrics.horizontalAdvance, months)
        line = self._scale.pixels_a_day
        self._marks = piles_of(
            self._line,
            [],
            line,
            (self._first_day * line, self._last_day * line),
            self._appearance.chrome_px(STEP),
        )
        self.update()

    @property
    def _offset(self) -> float:
        """Pixels of the strip less pixels of the line of time."""
        return self._scale.left - self._scale.first_day * self._scale.pixels_a_day

    def _mark_of(self, index: int) -> Pile:
        """The mark that an event shares or has alone."""
        return self._marks[bisect_right(self._marks, index, key=_first) - 1]

    def _axis(self) -> float:
        return round(self.height() * 0.59) + 0.5

    def _point_rect(self, index: int) -> QRect:
        radius = round(self._rail.radius) + 2
        x = round(self._mark_of(index).x + self._offset)
        return QRect(x - radius, floor(self._axis()) - radius, 2 * radius + 1, 2 * radius + 1)

    # Pointing

    def _mark_at(self, point: QPointF) -> Pile | None:
        """The mark that is meant by a pixel."""
        if abs(point.y() - self._axis()) > max(REACH, self.height() * 0.42):
            return None
        return nearest_pile(self._marks, point.x() - self._offset, REACH)

    def _nearest(self, point: QPointF) -> int:
        """The event whose mark is nearest, the current one before others of its mark; -1: none within reach."""
        mark = self._mark_at(point)
        if mark is None:
            return -1
        return self._current if mark.first <= self._current < mark.end else mark.first

    def _next_in_pile(self, index: int) -> int:
        """The event after the current one on the same mark, when the current one is already there."""
        mark = self._mark_of(index)
        if mark.first <= self._current < mark.end:
            return self._current + 1 if self._current + 1 < mark.end else mark.first
        return index

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the point under the pointer."""
        self._hover(self._nearest(event.position()))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken here, so that the release comes here as well."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click or tap at a point asks for its event."""
        index = self._nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(self._next_in_pile(index), spoken=False)
            self._request()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index == self._hovered:
            return
        self._hovered = index
        self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)
        self._show_label()
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Page Up, Page Down, Home and End move through the events; Enter asks for one."""
        key = Qt.Key(event.key())
        last = len(self._events) - 1
        if last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._choose(min(max(0, self._current + _MOVES[key]), last))
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._request()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came: show where it stands, at first at the beginning of the chapter."""
        if self._current < 0 and self._events and event.reason() != Qt.FocusReason.MouseFocusReason:
            start = bisect_left(self._line.middles, self._span[0]) if self._span[1] > 0 else 0
            self._choose(min(start, len(self._events) - 1), spoken=False)
        self._show_label()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left."""
        self._show_label()
        super().focusOutEvent(event)

    def _choose(self, index: int, *, spoken: bool = True) -> None:
        self._current = index
        self._describe()
        if spoken:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))
        self._show_label()
        self.update()

    def _request(self) -> None:
        event = self.current_event()
        if event is not None:
            rect = self._point_rect(self._current)
            self.event_requested.emit(event.id, QRect(self.mapToGlobal(rect.topLeft()), rect.size()))

    def _describe(self) -> None:
        event = self.current_event()
        text = "" if event is None else f"{event.title}, {event.date.display}"
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _show_label(self) -> None:
        index = self._hovered
        if index < 0 and self.hasFocus():
            index = self._current
        if index < 0 or not self.isVisible():
            self._label.put_away()
            return
        event = self._events[index]
        rect = self._point_rect(index)
        self._label.point_at(event.title, event.date.display, QPoint(rect.center().x(), rect.top() - 7))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the time out on the new width."""
        super().resizeEvent(event)
        self._lay_out()
        self._show_label()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the label along."""
        self._hovered = -1
        self._label.put_away()
        super().hideEvent(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, ticks, span and points."""
        painter = QPainter(self)
        # By hand: a style sheet changed while the strip had no parent puts the palette of before back.
        painter.fillRect(event.rect(), self._appearance.theme.color("page"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_span(painter)
        self._paint_marks(painter)
        self._paint_chosen(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 8, 8)

    def _paint_line(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        y, half, below = self._axis(), self._appearance.chrome_px(5), self._appearance.chrome_px(9)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(self._scale.left, y), QPointF(self._scale.right, y))
        font = self._appearance.interface_face(12.5)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for tick in self._ticks:
            painter.setPen(QPen(color("edge"), 1))
            x = round(tick.x) + 0.5
            painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
            if tick.label:
                painter.setPen(color("soft_ink"))
                at = QPointF(x - metrics.horizontalAdvance(tick.label) / 2, y + below + metrics.ascent())
                painter.drawText(at, tick.label)

    def _paint_span(self, painter: QPainter) -> None:
        first, last, label = self._span
        if last <= 0 or not self._last_day:
            return
        color = self._appearance.theme.color
        left = min(max(self._scale.left, self._scale.x(first)), self._scale.right)
        right = min(max(self._scale.left, self._scale.x(last)), self._scale.right)
        half = self._appearance.chrome_px(HALF_SPAN)
        middle, y = (left + right) / 2, self._axis()
        if right - left < half:
            left, right = middle - half / 2, middle + half / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("red"))
        painter.drawRoundedRect(QRectF(left, y - half, right - left, 2 * half), half * 0.8, half * 0.8)
        if label:
            font = self._appearance.interface_face(13, weight=600)
            metrics = QFontMetricsF(font)
            words = metrics.elidedText(label, Qt.TextElideMode.ElideRight, self.width() - 16)
            wide = metrics.horizontalAdvance(words)
            x = min(max(8.0, middle - wide / 2), self.width() - 8 - wide)
            painter.setFont(font)
            painter.setPen(color("red"))
            painter.drawText(QPointF(x, y - half - metrics.descent() - 2), words)

    def _paint_marks(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        first, last, _ = self._span
        line = self._scale.pixels_a_day
        half = self._appearance.chrome_px(HALF_SPAN)
        rail = Rail(self._axis(), 0, self.width(), self._offset, 2 * half + 4)
        within = [mark for mark in self._marks if last > 0 and first * line <= mark.x <= last * line]
        outside = [mark for mark in self._marks if not (last > 0 and first * line <= mark.x <= last * line)]
        self._rail.paint(painter, rail, self._line, outside, color("ink"))
        self._rail.paint(painter, rail, self._line, within, color("on_red"), ground=color("red"))

    def _paint_chosen(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        radius, y = self._rail.radius, self._axis()
        for index, token in ((self._current, "red"), (self._hovered, "ink")):
            if index < 0 or (token == "ink" and index == self._current):
                continue
            at = QPointF(self._mark_of(index).x + self._offset, y)
            painter.setPen(QPen(color("page"), 2))
            painter.setBrush(color(token))
            painter.drawEllipse(at, radius + 4, radius + 4)
            if token == "red":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("page"))
                painter.drawEllipse(at, radius - 1, radius - 1)


def _first(mark: Pile) -> int:
    return mark.first
