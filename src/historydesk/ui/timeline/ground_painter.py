"""What lies behind and around the events: eras, chapters, the calendar, the chosen range."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.axis_ticks import Axis
from historydesk.ui.timeline.time_scale import CHANGE, TimeScale
from historydesk.ui.timeline.timeline_rooms import Bracket, Rooms

PAD = 8.0

TILE = 48
"""Pixels of the strip that is repeated down the lanes: a multiple of the dashes' 8."""

LEAST_NAME = 44.0
"""Pixels below which a name is left out, not cut to a few letters."""

LEAST_LETTERS = 9
"""A name cut to fewer letters says nothing and is left out."""

CHANGE_SHOWN = 0.12
"""Pixels a day from which the change of calendar has a mark; its words come at ``CHANGE_SAID``."""

CHANGE_SAID = 0.5

VEIL = 0.62
"""How much of the ground lies over what is outside the chosen range."""

HANDLE = 28.0
"""Pixels of a handle's height at 100 %."""


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

    def ground(
        self,
        painter: QPainter,
        rooms: Rooms,
        scale: TimeScale,
        bands: Sequence[tuple[int, int, str]],
        axis: Axis,
        *,
        old_style: bool,
    ) -> None:
        """Eras as bands, every second one shaded, their names above, and the calendar's hairlines.

        All of it is the same from top to bottom: a low strip is drawn and repeated, which costs a tenth of
        drawing upright lines a screen high.
        """
        ratio = painter.device().devicePixelRatioF()
        shown = [
            (scale.x(first), scale.x(last + 1), number % 2 == 0, name)
            for number, (first, last, name) in enumerate(bands)
            if scale.x(first) < rooms.right and scale.x(last + 1) > rooms.left
        ]
        strip = QPixmap(ceil((rooms.right - rooms.left) * ratio), ceil(TILE * ratio))
        strip.setDevicePixelRatio(ratio)
        strip.fill(self._appearance.theme.color("page"))
        inner = QPainter(strip)
        inner.translate(-rooms.left, 0)
        self._bands(inner, rooms, shown, QRectF(rooms.left, 0, rooms.right - rooms.left, TILE))
        self._grid(inner, rooms, axis)
        inner.end()
        body = rooms.body
        painter.drawTiledPixmap(body.toRect(), strip)
        painter.fillRect(rooms.names, self._appearance.theme.color("page"))
        self._bands(painter, rooms, shown, rooms.names)
        said = self._said(rooms, scale, old_style)
        self._names(painter, rooms, shown, said)
        if said is not None:
            if self._contrast:
                room = QRectF(said[0] - 3, rooms.names.top(), said[1] - said[0] + 6, rooms.names.height())
                painter.fillRect(room, self._appearance.theme.color("page"))
            painter.setFont(self._strong)
            painter.setPen(self._appearance.theme.color("ink"))
            painter.drawText(QPointF(round(said[0]), self._baseline(rooms.names)), said[2])

    def _bands(
        self, painter: QPainter, rooms: Rooms, shown: Sequence[tuple[float, float, bool, str]], box: QRectF
    ) -> None:
        color = self._appearance.theme.color
        shade, edge = color("panel"), color("rule")
        for first, last, shaded, _ in shown:
            left, right = max(rooms.left, first), min(rooms.right, last)
            if shaded and not self._contrast:
                painter.fillRect(
                    QRectF(round(left), box.top(), round(right) - round(left), box.height()), shade
                )
        for first, _, _, _ in shown:
            if first < rooms.left:
                continue
            if self._contrast:
                # Short dashes where no shade tells bands apart.
                for y in range(int(box.top()), int(box.bottom()), 8):
                    painter.fillRect(QRectF(round(first), y, 1, 3), edge)
            else:
                painter.fillRect(QRectF(round(first), box.top(), 1, box.height()), edge)

    def _names(
        self,
        painter: QPainter,
        rooms: Rooms,
        shown: Sequence[tuple[float, float, bool, str]],
        said: tuple[float, float, str] | None,
    ) -> None:
        """Names of eras, each within its own time and clear of what is ``said`` of the calendar."""
        painter.setFont(self._small)
        painter.setPen(self._appearance.theme.color("soft_ink"))
        for first, last, _, name in shown:
            left, right = max(rooms.left, first) + PAD, min(rooms.right, last) - PAD
            if said is not None and said[0] < right and left < said[1]:
                before, after = (left, said[0] - 2 * PAD), (said[1] + 2 * PAD, right)
                left, right = max(before, after, key=_length)
            if right - left < LEAST_NAME:
                continue
            words = self._small_metrics.elidedText(name, Qt.TextElideMode.ElideRight, right - left)
            if len(words) >= min(LEAST_LETTERS, len(name)):
                painter.drawText(QPointF(round(left), self._baseline(rooms.names)), words)

    def _baseline(self, rect: QRectF) -> float:
        metrics = self._small_metrics
        return round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)

    def _grid(self, painter: QPainter, rooms: Rooms, axis: Axis) -> None:
        color = self._appearance.theme.color
        if self._contrast:
            faint = QColor.fromRgb(color("river").rgb())
            faint.setAlphaF(0.55)
        else:
            faint = color("rule")
            faint.setAlphaF(0.75)
        strong = color("river" if self._contrast else "rule")
        for tick in axis.ticks:
            if (tick.label or tick.strong) and rooms.left <= tick.x <= rooms.right:
                heavy = tick.strong and tick.centred > 0
                line = QRect(round(tick.x), 0, 2 if heavy else 1, TILE)
                painter.fillRect(line, strong if heavy else faint)

    def lanes(self, painter: QPainter, rooms: Rooms, names: Sequence[str], current: int) -> None:
        """Names left of the lanes and lines between them; the lane the keyboard is in has a bar."""
        color = self._appearance.theme.color
        painter.fillRect(QRectF(0, 0, rooms.left, rooms.axis.top()), color("page"))
        painter.setFont(self._lane)
        for number, (name, box) in enumerate(zip(names, rooms.lanes, strict=True)):
            painter.fillRect(QRectF(0, box.top(), rooms.right, 1), color("rule"))
            here = number == current
            painter.setPen(color("ink" if here else "soft_ink"))
            words = QRectF(PAD * 1.5, box.top() + 6, rooms.left - PAD * 2, box.height() - 10)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), name)
            if here:
                painter.fillRect(QRectF(0, box.top() + 1, 3, box.height() - 1), color("red"))
        painter.fillRect(QRectF(rooms.left - 1, 0, 1, rooms.axis.top()), color("rule"))

    def brackets(
        self, painter: QPainter, rooms: Rooms, scale: TimeScale, brackets: Sequence[Bracket], over: str
    ) -> None:
        """Chapters over the time they tell of; ``over`` is the one the pointer is on."""
        color = self._appearance.theme.color
        painter.fillRect(
            QRectF(rooms.left, 0, rooms.right - rooms.left, rooms.brackets.height()), color("page")
        )
        for number, each in enumerate(brackets):
            first, last = scale.x(each.first), scale.x(each.last)
            if last < rooms.left or first > rooms.right or each.row >= rooms.bracket_rows:
                continue
            following = min(
                (scale.x(other.first) for other in brackets[number + 1 :] if other.row == each.row),
                default=rooms.right,
            )
            self._bracket(painter, rooms, each, (first, last, min(following, rooms.right)), each.id == over)

    def _bracket(
        self, painter: QPainter, rooms: Rooms, bracket: Bracket, at: tuple[float, float, float], here: bool
    ) -> None:
        """One bracket from pixel to pixel, with its title in it or, where that has more room, beside it."""
        color = self._appearance.theme.color
        metrics = self._strong_metrics
        first, last, following = at
        left, right = max(rooms.left, first) + 1.5, min(rooms.right, last) - 1.5
        middle = round(rooms.brackets.top() + (bracket.row + 0.5) * rooms.bracket_row) + 0.5
        low = middle + rooms.bracket_row * 0.26
        inner, outer = right - left - 4 * PAD, following - right - 2 * PAD
        wide = metrics.horizontalAdvance(bracket.title)
        beside = inner < wide and outer > inner
        words = ""
        if max(inner, outer) >= LEAST_NAME:
            room = outer if beside else inner
            words = metrics.elidedText(bracket.title, Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(words)
        x = right + PAD if beside else (left + right - wide) / 2
        painter.setPen(QPen(color("red" if here else "edge"), 2 if here else 1.2))
        if words and not beside:
            painter.drawLine(QPointF(left, middle), QPointF(x - PAD, middle))
            painter.drawLine(QPointF(x + wide + PAD, middle), QPointF(right, middle))
        else:
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if first >= rooms.left:
            painter.drawLine(QPointF(left, middle), QPointF(left, low))
        if last <= rooms.right:
            painter.drawLine(QPointF(right, middle), QPointF(right, low))
        if words:
            painter.setFont(self._strong)
            painter.setPen(color("red" if here else "ink"))
            painter.drawText(
                QPointF(round(x), round(middle + (metrics.ascent() - metrics.descent()) / 2)), words
            )

    def axis(self, painter: QPainter, rooms: Rooms, axis: Axis, calendar: str) -> None:
        """Ticks with their words, and the months or years they belong to; ``calendar`` says whose they are."""
        color = self._appearance.theme.color
        px = self._appearance.chrome_px
        box = rooms.axis
        painter.fillRect(box, color("page"))
        y = round(box.top())
        painter.fillRect(QRectF(0, y, rooms.right, 1), color("edge"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("edge"))
        painter.drawRects(
            [
                QRect(round(t.x), round(y), 1, round(px(9 if t.strong else 6 if t.label else 4)))
                for t in axis.ticks
                if rooms.left <= t.x <= rooms.right
            ]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._tick_words(painter, rooms, axis)
        self._parts(painter, rooms, axis)
        metrics = self._small_metrics
        if calendar:
            painter.setFont(self._small)
            painter.setPen(color("soft_ink"))
            base = round(box.center().y() + (metrics.ascent() - metrics.descent()) / 2)
            words = metrics.elidedText(calendar, Qt.TextElideMode.ElideRight, rooms.left - 2 * PAD)
            painter.drawText(QPointF(PAD * 1.5, base), words)

    def _line(self, rooms: Rooms, number: int) -> int:
        """The baseline of a line of words under the axis."""
        metrics = self._small_metrics
        top = rooms.axis.top() + self._appearance.chrome_px(8)
        return round(top + metrics.ascent() + number * metrics.height())

    def _tick_words(self, painter: QPainter, rooms: Rooms, axis: Axis) -> None:
        """Numbers and names under their ticks, each whole or not at all; the other calendar's day below."""
        color = self._appearance.theme.color
        metrics = self._small_metrics
        painter.setFont(self._small)
        others: list[tuple[QPointF, str]] = []
        first, second = self._line(rooms, 0), self._line(rooms, 1)
        painter.setPen(color("ink"))
        for tick in axis.ticks:
            if not tick.label:
                continue
            wide = metrics.horizontalAdvance(tick.label)
            left, right = tick.x - wide, tick.x + wide
            if tick.centred:
                left, right = tick.x, tick.x + 2 * tick.centred
            left, right = max(left, rooms.left), min(right, rooms.right - 2)
            if right - left < wide:
                continue
            painter.drawText(QPointF(round((left + right - wide) / 2), first), tick.label)
            other = metrics.horizontalAdvance(tick.other)
            if tick.other and right - left >= other:
                others.append((QPointF(round((left + right - other) / 2), second), tick.other))
        painter.setPen(color("soft_ink"))
        for at, words in others:
            painter.drawText(at, words)

    def _parts(self, painter: QPainter, rooms: Rooms, axis: Axis) -> None:
        """Names of months or years in the last line, each kept in sight as long as it lasts."""
        base = self._line(rooms, 2 if any(tick.other for tick in axis.ticks) else 1)
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

    def _half_seam(self, scale: TimeScale, old_style: bool) -> float:
        return min(16.0, max(4.0, scale.pixels_a_day * 0.24)) if old_style else 0.5

    def _said(self, rooms: Rooms, scale: TimeScale, old_style: bool) -> tuple[float, float, str] | None:
        """From where to where what is said of the change of calendar, and the words; ``None``: no room."""
        x = scale.x(CHANGE)
        if scale.pixels_a_day < CHANGE_SAID or not rooms.left <= x <= rooms.right:
            return None
        if old_style:
            words = QCoreApplication.translate(
                "TimelineView", "1–13\u00a0February 1918 do not exist in Russia"
            )
        else:
            words = QCoreApplication.translate(
                "TimelineView", "1\u00a0(14)\u00a0February 1918: Russia changes calendar"
            )
        wide = self._strong_metrics.horizontalAdvance(words)
        away = self._half_seam(scale, old_style) + PAD
        at = x + away
        if at + wide > rooms.right - PAD:
            at = x - away - wide
        return (at, at + wide, words) if at >= rooms.left + PAD else None

    def change(self, painter: QPainter, rooms: Rooms, scale: TimeScale, old_style: bool) -> None:
        """The thirteen days that Russia never had: a hatched seam in Old Style, a line in New Style."""
        x = scale.x(CHANGE)
        if scale.pixels_a_day < CHANGE_SHOWN or not rooms.left <= x <= rooms.right:
            return
        color = self._appearance.theme.color
        body = rooms.body
        if old_style:
            half = self._half_seam(scale, old_style)
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

    # The range

    def range(self, painter: QPainter, rooms: Rooms, scale: TimeScale, chosen: tuple[float, float]) -> None:
        """Veil the lanes outside the chosen range, and draw where it begins and ends."""
        color = self._appearance.theme.color
        top, bottom = rooms.names.bottom(), rooms.axis.top()
        veil = color("page")
        veil.setAlphaF(VEIL)
        for begin, end in ((rooms.left, scale.x(chosen[0])), (scale.x(chosen[1]), rooms.right)):
            left, right = max(begin, rooms.left), min(end, rooms.right)
            if right > left:
                box = QRectF(left, top, right - left, bottom - top)
                painter.fillRect(box, veil)
                if self._contrast:
                    painter.fillRect(box, QBrush(color("river"), Qt.BrushStyle.Dense7Pattern))
        for edge in chosen:
            x = scale.x(edge)
            if rooms.left <= x <= rooms.right:
                painter.fillRect(QRectF(round(x) - 1, top, 2, bottom - top), color("red"))

    def handles(self, painter: QPainter, rooms: Rooms, scale: TimeScale, chosen: tuple[float, float]) -> None:
        """The grips of the chosen range, standing on the axis."""
        color = self._appearance.theme.color
        high = self._appearance.chrome_px(HANDLE)
        for x in (scale.x(chosen[0]), scale.x(chosen[1])):
            if not rooms.left <= x <= rooms.right:
                continue
            grip = QRectF(x - high * 0.27, rooms.axis.top() - high + 2, high * 0.54, high)
            painter.setPen(QPen(color("page"), 2))
            painter.setBrush(color("red"))
            painter.drawRoundedRect(grip, 6, 6)
            painter.setPen(QPen(color("on_red"), 1.5))
            for away in (-2.0, 2.0):
                painter.drawLine(
                    QPointF(x + away, grip.top() + high * 0.3), QPointF(x + away, grip.bottom() - high * 0.3)
                )


def _length(room: tuple[float, float]) -> float:
    return room[1] - room[0]
