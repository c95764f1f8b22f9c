"""What lies behind and around the events: eras, chapters, the calendar, the chosen range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.axis_ticks import Axis
from historydesk.ui.timeline.time_scale import CHANGE, TimeScale
from historydesk.ui.timeline.timeline_rooms import Bracket, Rooms

PAD = 8.0

LEAST_NAME = 44.0
"""Pixels below which a name is left out, not cut to a few letters."""

CHANGE_SHOWN = 0.12
"""Pixels a day from which the change of calendar has a mark; its words come at ``CHANGE_SAID``."""

CHANGE_SAID = 0.5

VEIL = 0.62
"""How much of the ground lies over what is outside the chosen range."""

GRIP = 22.0
"""Pixels from a handle's middle that take hold of it."""


class GroundPainter:
    """Draws everything of the timeline but its events; owned by the view."""

    def __init__(self, appearance: Appearance) -> None:
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and fonts."""
        self._appearance = appearance
        self._contrast = appearance.theme.is_high_contrast
        self._small = appearance.interface_face(12.5)
        self._small_metrics = QFontMetricsF(self._small)
        self._strong = appearance.interface_face(12.5, weight=600)
        self._strong_metrics = QFontMetricsF(self._strong)
        self._lane = appearance.interface_face(13, weight=600)
        self._lane_metrics = QFontMetricsF(self._lane)

    def eras(
        self, painter: QPainter, rooms: Rooms, scale: TimeScale, bands: Sequence[tuple[int, int, str]]
    ) -> None:
        """Bands behind the lanes, every second one shaded, their names above."""
        color = self._appearance.theme.color
        body = rooms.body
        shade, edge = color("panel"), color("rule")
        painter.setFont(self._small)
        said = self._said_at(scale, rooms)
        for number, (first, last, name) in enumerate(bands):
            left, right = max(rooms.left, scale.x(first)), min(rooms.right, scale.x(last + 1))
            if right <= left:
                continue
            if number % 2 == 0 and not self._contrast:
                painter.fillRect(QRectF(left, body.top(), right - left, body.height()), shade)
            if scale.x(first) >= rooms.left:
                pen = QPen(edge, 1)
                if self._contrast:
                    pen.setDashPattern([2, 4])
                painter.setPen(pen)
                x = round(left) + 0.5
                painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))
            end = right if said is None or not left <= said <= right else said
            room = end - left - 2 * PAD
            if room >= LEAST_NAME:
                words = self._small_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
                painter.setPen(color("soft_ink"))
                painter.drawText(QPointF(round(left + PAD), self._baseline(rooms.names)), words)

    def _baseline(self, rect: QRectF) -> float:
        metrics = self._small_metrics
        return round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)

    def grid(self, painter: QPainter, rooms: Rooms, axis: Axis) -> None:
        """Hairlines of the calendar through the lanes."""
        color = self._appearance.theme.color
        top, bottom = rooms.names.bottom(), rooms.axis.top()
        if self._contrast:
            faint = QColor.fromRgb(color("river").rgb())
            faint.setAlphaF(0.55)
        else:
            faint = color("rule")
            faint.setAlphaF(0.75)
        lines: list[QLineF] = []
        strong: list[QLineF] = []
        for tick in axis.ticks:
            if (tick.label or tick.strong) and rooms.left <= tick.x <= rooms.right:
                x = round(tick.x) + 0.5
                (strong if tick.strong and tick.centred else lines).append(QLineF(x, top, x, bottom))
        painter.setPen(QPen(faint, 1))
        painter.drawLines(lines)
        painter.setPen(QPen(color("rule" if not self._contrast else "river"), 2))
        painter.drawLines(strong)

    def lanes(self, painter: QPainter, rooms: Rooms, names: Sequence[str], current: int) -> None:
        """Names left of the lanes and lines between them; the lane the keyboard is in has a bar."""
        color = self._appearance.theme.color
        painter.fillRect(QRectF(0, 0, rooms.left, rooms.axis.top()), color("page"))
        painter.setFont(self._lane)
        for number, (name, box) in enumerate(zip(names, rooms.lanes, strict=True)):
            painter.setPen(QPen(color("rule"), 1))
            y = box.top() + 0.5
            painter.drawLine(QPointF(0, y), QPointF(rooms.right, y))
            here = number == current
            painter.setPen(color("ink" if here else "soft_ink"))
            words = QRectF(PAD * 1.5, box.top() + 6, rooms.left - PAD * 2, box.height() - 10)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), name)
            if here:
                painter.fillRect(QRectF(0, box.top() + 1, 3, box.height() - 1), color("red"))
        painter.setPen(QPen(color("rule"), 1))
        x = rooms.left - 0.5
        painter.drawLine(QPointF(x, rooms.brackets.top()), QPointF(x, rooms.axis.top()))

    def brackets(
        self, painter: QPainter, rooms: Rooms, scale: TimeScale, brackets: Sequence[Bracket], over: str
    ) -> None:
        """Chapters over the time they tell of; ``over`` is the one the pointer is on."""
        color = self._appearance.theme.color
        painter.fillRect(
            QRectF(rooms.left, 0, rooms.right - rooms.left, rooms.brackets.height()), color("page")
        )
        for each in brackets:
            first, last = scale.x(each.first), scale.x(each.last)
            if last < rooms.left or first > rooms.right:
                continue
            here = each.id == over
            left, right = max(rooms.left, first), min(rooms.right, last)
            middle = round(rooms.brackets.top() + (each.row + 0.5) * rooms.bracket_row) + 0.5
            low = middle + rooms.bracket_row * 0.26
            painter.setFont(self._strong)
            room = right - left - 4 * PAD
            words = ""
            if room >= LEAST_NAME:
                words = self._strong_metrics.elidedText(each.title, Qt.TextElideMode.ElideRight, room)
            wide = self._strong_metrics.horizontalAdvance(words)
            at = (left + right - wide) / 2
            painter.setPen(QPen(color("red" if here else "edge"), 2 if here else 1.2))
            inset = 1.5
            if words:
                painter.drawLine(QPointF(left + inset, middle), QPointF(at - PAD, middle))
                painter.drawLine(QPointF(at + wide + PAD, middle), QPointF(right - inset, middle))
            else:
                painter.drawLine(QPointF(left + inset, middle), QPointF(right - inset, middle))
            if first >= rooms.left:
                painter.drawLine(QPointF(left + inset, middle), QPointF(left + inset, low))
            if last <= rooms.right:
                painter.drawLine(QPointF(right - inset, middle), QPointF(right - inset, low))
            if words:
                metrics = self._strong_metrics
                painter.setPen(color("red" if here else "ink"))
                base = round(middle + (metrics.ascent() - metrics.descent()) / 2)
                painter.drawText(QPointF(round(at), base), words)

    def axis(self, painter: QPainter, rooms: Rooms, axis: Axis, calendar: str) -> None:
        """Ticks with their words, and the months or years they belong to; ``calendar`` says whose they are."""
        color = self._appearance.theme.color
        px = self._appearance.chrome_px
        box = rooms.axis
        painter.fillRect(box, color("page"))
        painter.setPen(QPen(color("edge"), 1))
        y = round(box.top()) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(rooms.right, y))
        lines = [
            QLineF(round(t.x) + 0.5, y, round(t.x) + 0.5, y + px(9 if t.strong else 6 if t.label else 4))
            for t in axis.ticks
            if rooms.left <= t.x <= rooms.right
        ]
        painter.drawLines(lines)
        metrics = self._small_metrics
        high = metrics.height()
        first = y + px(7) + metrics.ascent()
        painter.save()
        painter.setClipRect(QRectF(rooms.left, box.top(), rooms.right - rooms.left, box.height()))
        painter.setFont(self._small)
        color_ink, color_soft = color("ink"), color("soft_ink")
        for tick in axis.ticks:
            if not tick.label:
                continue
            middle = tick.x + tick.centred
            if not rooms.left - 40 <= middle <= rooms.right + 40:
                continue
            painter.setPen(color_ink)
            wide = metrics.horizontalAdvance(tick.label)
            if tick.other and tick.centred * 2 >= wide + metrics.horizontalAdvance(tick.other) + 3 * PAD:
                other = metrics.horizontalAdvance(tick.other)
                left = middle - (wide + 4 + other) / 2
                painter.drawText(QPointF(round(left), first), tick.label)
                painter.setPen(color_soft)
                painter.drawText(QPointF(round(left + wide + 4), first), tick.other)
            else:
                painter.drawText(QPointF(round(middle - wide / 2), first), tick.label)
        painter.restore()
        self._parts(painter, rooms, axis, first + high + px(1))
        if calendar:
            painter.setFont(self._small)
            painter.setPen(color_soft)
            base = round(box.center().y() + (metrics.ascent() - metrics.descent()) / 2)
            words = metrics.elidedText(calendar, Qt.TextElideMode.ElideRight, rooms.left - 2 * PAD)
            painter.drawText(QPointF(PAD * 1.5, base), words)

    def _parts(self, painter: QPainter, rooms: Rooms, axis: Axis, base: float) -> None:
        """Names of months or years in the second line, each kept in sight as long as it lasts."""
        painter.setFont(self._strong)
        painter.setPen(self._appearance.theme.color("ink"))
        metrics = self._strong_metrics
        for part in axis.parts:
            wide = metrics.horizontalAdvance(part.label)
            left, right = max(part.left, rooms.left) + PAD, min(part.right, rooms.right) - PAD
            whole = part.left >= rooms.left and part.right <= rooms.right
            if right - left >= wide:
                x = (left + right - wide) / 2 if whole and (right - left) < 3 * wide else left
                painter.drawText(QPointF(round(x), base), part.label)

    # The change of calendar

    def _said_at(self, scale: TimeScale, rooms: Rooms) -> float | None:
        """Where the words on the change of calendar begin, when they are said."""
        x = scale.x(CHANGE)
        if scale.pixels_a_day < CHANGE_SAID or not rooms.left <= x <= rooms.right:
            return None
        return x

    def change(self, painter: QPainter, rooms: Rooms, scale: TimeScale, old_style: bool) -> None:
        """The thirteen days that Russia never had: a hatched seam in Old Style, a line in New Style."""
        x = scale.x(CHANGE)
        if scale.pixels_a_day < CHANGE_SHOWN or not rooms.left <= x <= rooms.right:
            return
        color = self._appearance.theme.color
        body = rooms.body
        half = 0.5
        if old_style:
            half = min(16.0, max(4.0, scale.pixels_a_day * 0.24))
            left = max(rooms.left, x - half)
            seam = QRectF(left, body.top(), x + half - left, rooms.axis.top() + 6 - body.top())
            painter.fillRect(seam, color("page"))
            painter.fillRect(seam, QBrush(color("edge"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(color("edge"), 1))
            painter.drawLine(seam.topLeft(), seam.bottomLeft())
            painter.drawLine(seam.topRight(), seam.bottomRight())
        else:
            pen = QPen(color("edge"), 1.5)
            pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom() + 6))
        if self._said_at(scale, rooms) is None:
            return
        if old_style:
            words = QCoreApplication.translate(
                "TimelineView", "1–13\u00a0February 1918 do not exist in Russia"
            )
        else:
            words = QCoreApplication.translate(
                "TimelineView", "1\u00a0(14)\u00a0February 1918: Russia changes calendar"
            )
        painter.setFont(self._strong)
        wide = self._strong_metrics.horizontalAdvance(words)
        at = x + half + PAD
        if at + wide > rooms.right - PAD:
            at = x - half - PAD - wide
        if at >= rooms.left + PAD:
            back = QRectF(at - 4, rooms.names.top() + 2, wide + 8, rooms.names.height() - 4)
            painter.fillRect(back, color("page"))
            painter.setPen(color("ink"))
            painter.drawText(QPointF(round(at), self._baseline(rooms.names)), words)

    # The range

    def range(self, painter: QPainter, rooms: Rooms, scale: TimeScale, chosen: tuple[float, float]) -> None:
        """Veil what is outside the chosen range and draw its two handles."""
        color = self._appearance.theme.color
        body = QRectF(
            rooms.left, rooms.names.top(), rooms.right - rooms.left, rooms.axis.top() - rooms.names.top()
        )
        first, last = scale.x(chosen[0]), scale.x(chosen[1])
        veil = color("page")
        veil.setAlphaF(VEIL)
        for begin, end in ((rooms.left, first), (last, rooms.right)):
            left, right = max(begin, rooms.left), min(end, rooms.right)
            if right > left:
                painter.fillRect(QRectF(left, body.top(), right - left, body.height()), veil)
                if self._contrast:
                    painter.fillRect(
                        QRectF(left, body.top(), right - left, body.height()),
                        QBrush(color("river"), Qt.BrushStyle.Dense7Pattern),
                    )
        red = color("red")
        for x in (first, last):
            if not rooms.left <= x <= rooms.right:
                continue
            painter.setPen(QPen(red, 2))
            painter.drawLine(QPointF(x, body.top()), QPointF(x, rooms.axis.top()))
            high = self._appearance.chrome_px(26)
            grip = QRectF(x - high * 0.27, rooms.axis.top() - 2, high * 0.54, high)
            painter.setPen(QPen(color("page"), 2))
            painter.setBrush(red)
            painter.drawRoundedRect(grip, 6, 6)
            painter.setPen(QPen(color("on_red"), 1.5))
            for away in (-2.0, 2.0):
                painter.drawLine(
                    QPointF(x + away, grip.top() + high * 0.3), QPointF(x + away, grip.bottom() - high * 0.3)
                )
