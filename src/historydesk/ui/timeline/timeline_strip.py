"""The strip of time under a page: years, events as points, the chapter's span."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from math import floor

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
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
from historydesk.ui.timeline.time_scale import Tick, TimeScale, nice_range, year_month_of, year_name

HEIGHT = 78
"""Pixels at 100 %."""

REACH = 20
"""How far from a point a click or tap still means it, in pixels."""

SMALL, FAINT = 0.66, 0.75
"""Size and opacity of points that crowd, against those that stand alone."""

MARGIN = 40
"""Pixels between the line's ends and the strip's at 100 %."""

_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is drawn for the events of one pixel column."""

    x: float
    left: float
    right: float
    sure: bool
    crowded: bool = False
    """Whether a neighbour is so near that both are drawn small."""


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
        self._middles: list[float] = []
        self._first_day = 0
        self._last_day = 0
        self._span = (0, 0, "")
        self._current = -1
        self._hovered = -1
        self._marks: tuple[_Mark, ...] = ()
        self._ticks: tuple[Tick, ...] = ()
        self._scale = TimeScale(0, 1, 0, 1)
        self._label = EventLabel(self._appearance, self)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self.set_appearance(self._appearance)
        self._name_range()

    def set_events(self, events: tuple[HistoricalEvent, ...]) -> None:
        """Show these events, in any order; the current one stays current when it is still among them."""
        current = self.current_event()
        ordered = sorted(
            ((each.date.first_day + each.date.last_day) / 2, each.date.first_day, index)
            for index, each in enumerate(events)
        )
        self._events = tuple(events[index] for _, _, index in ordered)
        self._middles = [middle for middle, _, _ in ordered]
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
        colors = self.palette()
        colors.setColor(colors.ColorRole.Window, appearance.theme.color("page"))
        self.setPalette(colors)
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
            self._scale, self._ticks, self._marks = TimeScale(0, 1, left, right), (), ()
            self.update()
            return
        self._scale = TimeScale(self._first_day, self._last_day, left, right)
        metrics = QFontMetricsF(self._appearance.interface_face(12.5))
        locale = QLocale()
        months = tuple(locale.standaloneMonthName(i, QLocale.FormatType.ShortFormat) for i in range(1, 13))
        self._ticks = self._scale.ticks(metrics.horizontalAdvance, months)
        self._marks = self._mark_columns()
        self.update()

    def _mark_columns(self) -> tuple[_Mark, ...]:
        """One mark per pixel column that has events: a bisection per mark, not a step per event."""
        marks = []
        index = 0
        least = self._radius()
        while index < len(self._events):
            date = self._events[index].date
            x = self._scale.x(self._middles[index])
            left, right = self._scale.x(date.first_day), self._scale.x(date.last_day + 1)
            if right - left < 2 * least + 2:
                left = right = x
            marks.append(_Mark(x, left, right, not (date.approximate or date.uncertain)))
            index = max(index + 1, bisect_left(self._middles, self._scale.day(floor(x) + 1)))
        return _thinned(marks, 2 * least + 3)

    def _radius(self) -> float:
        return self._appearance.chrome_px(3.5)

    def _axis(self) -> float:
        return round(self.height() * 0.59) + 0.5

    def _point_rect(self, index: int) -> QRect:
        radius = round(self._radius()) + 2
        x = round(self._scale.x(self._middles[index]))
        return QRect(x - radius, floor(self._axis()) - radius, 2 * radius + 1, 2 * radius + 1)

    # Pointing

    def _nearest(self, point: QPointF) -> int:
        """The event whose point is nearest, within reach; -1 when none is."""
        if not self._events or abs(point.y() - self._axis()) > max(REACH, self.height() * 0.42):
            return -1
        at = bisect_left(self._middles, self._scale.day(point.x()))
        best, distance = -1, float(REACH)
        for index in (at - 1, at):
            if 0 <= index < len(self._events):
                away = abs(self._scale.x(self._middles[index]) - point.x())
                if away <= distance:
                    best, distance = index, away
        return best

    def _next_in_pile(self, index: int) -> int:
        """The event after the current one on the same point, when the current one is already there."""
        x = self._scale.x(self._middles[index])
        first = bisect_left(self._middles, self._scale.day(x - 1.5))
        end = bisect_left(self._middles, self._scale.day(x + 1.5))
        if first <= self._current < end and end - first > 1:
            return self._current + 1 if self._current + 1 < end else first
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
            start = bisect_left(self._middles, self._span[0]) if self._span[1] > 0 else 0
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
        half = self._appearance.chrome_px(8)
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

    def _is_in_span(self, x: float) -> bool:
        first, last, _ = self._span
        return last > 0 and self._scale.x(first) <= x <= self._scale.x(last)

    def _paint_marks(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        ink, page, on_red = color("ink"), color("page"), color("on_red")
        # Spans of time first: a point is never hidden by a line.
        for mark in sorted(self._marks, key=lambda each: each.right <= each.left):
            if self._is_in_span(mark.x):
                self._paint_mark(painter, mark, on_red, color("red"))
            else:
                self._paint_mark(painter, mark, ink, page)

    def _paint_mark(self, painter: QPainter, mark: _Mark, shade: QColor, ground: QColor) -> None:
        radius, y = self._radius(), self._axis()
        if mark.crowded:
            radius *= SMALL
        if (mark.crowded or mark.right > mark.left) and self._appearance.theme.name != "contrast":
            shade = QColor.fromRgb(shade.rgb())
            shade.setAlphaF(FAINT)
        if mark.sure:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            inset = 0.0
        else:
            painter.setPen(QPen(shade, 1.2))
            painter.setBrush(ground)
            inset = 0.6
        if mark.right > mark.left:
            high = self._radius() * (0.4 if mark.sure else 0.7) - inset
            rect = QRectF(mark.left, y - high, mark.right - mark.left, 2 * high)
            painter.drawRoundedRect(rect, high, high)
        else:
            painter.drawEllipse(QPointF(mark.x, y), radius - inset, radius - inset)

    def _paint_chosen(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        radius, y = self._radius(), self._axis()
        for index, token in ((self._current, "red"), (self._hovered, "ink")):
            if index < 0 or (token == "ink" and index == self._current):
                continue
            at = QPointF(self._scale.x(self._middles[index]), y)
            painter.setPen(QPen(color("page"), 2))
            painter.setBrush(color(token))
            painter.drawEllipse(at, radius + 4, radius + 4)
            if token == "red":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("page"))
                painter.drawEllipse(at, radius - 1, radius - 1)


def _thinned(marks: list[_Mark], room: float) -> tuple[_Mark, ...]:
    """The marks, from left to right, those crowded that have less ``room`` to a neighbour."""
    made = []
    for number, mark in enumerate(marks):
        before = number > 0 and mark.x - marks[number - 1].x < room
        after = number + 1 < len(marks) and marks[number + 1].x - mark.x < room
        made.append(replace(mark, crowded=True) if before or after else mark)
    return tuple(made)
