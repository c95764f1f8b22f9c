"""The whole of time in one line: how many events when, and what part of it is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import log2

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.timeline.time_scale import TimeScale, nice_range, year_month_of, year_name

HEIGHT = 64
"""Pixels at 100 %."""

MARGIN = 24
"""Pixels beside the line at 100 %."""

COLUMN = 3.0
"""Pixels of a column of the density."""

LEAST_BAR = 4.0
"""Pixels of a column with one event."""

VEIL = 0.45
"""How much of the ground lies over what is not shown."""

GRIP = 20.0
"""Pixels from an edge of the frame that take hold of it."""

LEAST_FRAME = 10.0
"""Pixels of the frame at least, so that it can be seen and held."""

LANES = ("life", "party", "world")
"""Lanes from above; others share the last row."""

STEP = 0.2
"""Share of the shown time that an arrow moves."""

ZOOM = 1.7


class TimelineMinimap(QWidget):
    """Density of the events by lane, with a frame around what is shown; owned by the page of the timeline.

    The frame can be dragged, widened by its handles and moved by the keyboard; it asks for each new view by
    ``view_requested`` and shows what ``set_view`` says.
    """

    view_requested = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._starts: list[list[int]] = [[] for _ in LANES]
        self._whole = (0, 0)
        self._view = (0.0, 0.0)
        self._range = (0, 0)
        self._picture: QPixmap | None = None
        self._drag = ""
        self._grip = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of the whole time"))
        self.set_appearance(self._appearance)

    def set_events(self, events: Sequence[HistoricalEvent]) -> None:
        """Show how these events are spread."""
        rooms: dict[str, list[int]] = {lane: [] for lane in LANES}
        rest = rooms[LANES[-1]]
        last = 0
        for event in events:
            date = event.date
            rooms.get(event.lane, rest).append(date.first_day)
            last = max(last, date.last_day)
        self._starts = [sorted(room) for room in rooms.values()]
        firsts = [starts[0] for starts in self._starts if starts]
        self._whole = nice_range(min(firsts), last) if firsts else (0, 0)
        self._redraw()

    def set_view(self, first: float, last: float) -> None:
        """The days shown now."""
        self._view = (first, last)
        self._describe()
        self.update()

    def set_range(self, first: int, last: int) -> None:
        """The chosen range in days; ``0, 0``: none."""
        self._range = (first, last)
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.setFixedHeight(round(appearance.chrome_px(HEIGHT)))
        self._redraw()

    def frame(self) -> QRectF:
        """The frame around what is shown, in pixels; empty without events."""
        if self._whole[1] <= self._whole[0]:
            return QRectF()
        scale = self._scale()
        left = min(max(scale.left, scale.x(self._view[0])), scale.right)
        right = min(max(scale.left, scale.x(self._view[1])), scale.right)
        if right - left < LEAST_FRAME:
            middle = (left + right) / 2
            left, right = middle - LEAST_FRAME / 2, middle + LEAST_FRAME / 2
        return QRectF(left, 4, right - left, self._ground() - 3)

    def _scale(self) -> TimeScale:
        margin = min(self._appearance.chrome_px(MARGIN), self.width() / 8)
        return TimeScale(*self._whole, margin, max(margin + 1, self.width() - margin))

    def _ground(self) -> float:
        """Where the density stands."""
        return self.height() - self._appearance.chrome_px(20)

    def _redraw(self) -> None:
        self._picture = None
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._whole[1] <= self._whole[0]:
            self.setAccessibleDescription("")
            return
        first, last = (year_name(year_month_of(int(day))[0]) for day in self._view)
        text = self.tr("{first} to {last} shown").format(first=first, last=last)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width, a new picture."""
        super().resizeEvent(event)
        self._redraw()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(800, self.height())

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(160, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the density, the frame and the range."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(ratio)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._whole[1] > self._whole[0]:
            self._paint_frame(painter)
            self._paint_range(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)

    def _drawn(self, ratio: float) -> QPixmap:
        color = self._appearance.theme.color
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(color("page"))
        if self._whole[1] <= self._whole[0]:
            return picture
        painter = QPainter(picture)
        scale = self._scale()
        ground = self._ground()
        each = (ground - 8) / len(LANES)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ink" if self._appearance.theme.is_high_contrast else "soft_ink"))
        for lane, starts in enumerate(self._starts):
            base = 6 + (lane + 1) * each
            bars, index = [], 0
            while index < len(starts):
                column = int((scale.x(starts[index]) - scale.left) // COLUMN)
                end = bisect_left(starts, scale.day(scale.left + (column + 1) * COLUMN), index + 1)
                tall = min(each - 2, LEAST_BAR + 2.2 * log2(end - index))
                bars.append(QRectF(scale.left + column * COLUMN, base - tall, COLUMN - 1, tall))
                index = end
            painter.drawRects(bars)
        font = self._appearance.interface_face(11.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(scale.left, ground + 0.5), QPointF(scale.right, ground + 0.5))
        for tick in scale.ticks(metrics.horizontalAdvance):
            x = round(tick.x) + 0.5
            painter.setPen(QPen(color("edge"), 1))
            painter.drawLine(QPointF(x, ground), QPointF(x, ground + 4))
            painter.setPen(color("soft_ink"))
            at = QPointF(round(x - metrics.horizontalAdvance(tick.label) / 2), ground + 5 + metrics.ascent())
            painter.drawText(at, tick.label)
        painter.end()
        return picture

    def _paint_range(self, painter: QPainter) -> None:
        if self._range[1] <= 0:
            return
        scale = self._scale()
        left, right = scale.x(self._range[0]), max(scale.x(self._range[1] + 1), scale.x(self._range[0]) + 2)
        painter.fillRect(
            QRectF(left, self._ground() - 2, right - left, 4), self._appearance.theme.color("red")
        )

    def _paint_frame(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        frame = self.frame()
        veil = color("page")
        veil.setAlphaF(VEIL)
        scale = self._scale()
        painter.fillRect(QRectF(scale.left, 4, frame.left() - scale.left, frame.height()), veil)
        painter.fillRect(QRectF(frame.right(), 4, scale.right - frame.right(), frame.height()), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("ink"), 1.6))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(QPen(color("page"), 1))
        painter.setBrush(color("ink"))
        high = frame.height() * 0.5
        for x in (frame.left(), frame.right()):
            painter.drawRoundedRect(QRectF(x - 3.5, frame.center().y() - high / 2, 7, high), 3.5, 3.5)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame or one of its handles; elsewhere: bring the frame here."""
        frame, x = self.frame(), event.position().x()
        if event.button() != Qt.MouseButton.LeftButton or frame.isEmpty():
            return
        self._drag = self._part_at(x)
        if not self._drag:
            self._drag = "frame"
            span = self._view[1] - self._view[0]
            day = self._scale().day(x)
            self._ask(day - span / 2, day + span / 2)
            frame = self.frame()
        self._grip = x - (frame.right() if self._drag == "right" else frame.left())
        event.accept()

    def _part_at(self, x: float) -> str:
        frame = self.frame()
        reach = min(GRIP, max(5.0, frame.width() / 3))
        if frame.left() - GRIP <= x <= frame.left() + reach:
            return "left"
        if frame.right() - reach <= x <= frame.right() + GRIP:
            return "right"
        return "frame" if frame.left() <= x <= frame.right() else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        x = event.position().x()
        if not self._drag:
            part = self._part_at(x) if not self.frame().isEmpty() else ""
            shapes = {"frame": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.PointingHandCursor}
            self.setCursor(shapes.get(part, Qt.CursorShape.SizeHorCursor))
            return
        day = self._scale().day(x - self._grip)
        first, last = self._view
        if self._drag == "frame":
            self._ask(day, day + last - first)
        elif self._drag == "left":
            self._ask(min(day, last - 1), last)
        else:
            self._ask(first, max(day, first + 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = ""

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self.unsetCursor()
        super().leaveEvent(event)

    def _ask(self, first: float, last: float) -> None:
        low, high = self._whole
        span = min(last - first, high - low)
        start = min(max(low, first), high - span)
        self.view_requested.emit(float(start), float(start + span))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page keys move the frame, plus and minus change its width, Home and End go to the ends."""
        first, last = self._view
        span = last - first
        moves = {
            Qt.Key.Key_Left: -STEP,
            Qt.Key.Key_Right: STEP,
            Qt.Key.Key_PageUp: -1.0,
            Qt.Key.Key_PageDown: 1.0,
        }
        key = Qt.Key(event.key())
        if self._whole[1] <= self._whole[0]:
            super().keyPressEvent(event)
        elif key in moves:
            self._ask(first + moves[key] * span, last + moves[key] * span)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            wide = span * (ZOOM if key == Qt.Key.Key_Minus else 1 / ZOOM)
            self._ask((first + last - wide) / 2, (first + last + wide) / 2)
        elif key == Qt.Key.Key_Home:
            self._ask(self._whole[0], self._whole[0] + span)
        elif key == Qt.Key.Key_End:
            self._ask(self._whole[1] - span, self._whole[1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It left."""
        self.update()
        super().focusOutEvent(event)
