"""The marks of events: what is exact, long, unknown, approximate or uncertain differs in form."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.appearance import face
from historydesk.ui.timeline.event_shape import POINT, SPAN, EventShape

TINT, CONTRAST_TINT = 0.14, 0.24
"""How much ink a bar holds that words stand on; more of it in high contrast."""

EDGE = 0.66
"""How much ink the outline of such a bar holds."""

LEAST_QUESTION = 5.0
"""Radius in pixels from which a point that is not certain has its “?”, and is larger by ``ROOM_FOR_QUESTION``."""

ROOM_FOR_QUESTION = 1.3

SOFT_REACH = 2.2
"""How far the arms of an approximate point go, in its radii."""

END, MIDDLE = 30, 120
"""Pixels of a long bar's ends and of the part that is repeated between them: a multiple of the dashes."""

PILE = 5.0
"""Pixels of a pile's width at 100 %."""

MANY = 100
"""Piles on one line from which their corners are not rounded."""

SPARE = 3
"""Pixels above and below a mark in its copy."""

KEPT = 1200
"""Marks that are kept drawn."""

INSET, LEAST_INSET = 5.0, 22.0
"""Pixels between a bar and the brackets at its ends, and the width from which there is room for that."""

FADE = 18.0
"""Pixels over which the end of an approximate bar fades, at most a third of it."""


class EventMarks:
    """Draws marks in an appearance; strip, view, overview and legend each own one."""

    def __init__(self, appearance: Appearance) -> None:
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes from now on."""
        self._appearance = appearance
        self._contrast = appearance.theme.is_high_contrast
        self._ground = appearance.theme.color("page")
        self._copies: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        shape: EventShape,
        rect: QRectF,
        ink: QColor,
        *,
        tinted: bool = False,
        ground: QColor | None = None,
    ) -> None:
        """A mark within a rectangle: points in its middle, bars and brackets from its left to its right.

        ``tinted``: words will stand on the bar. ``ground`` is what shows through a hollow mark.
        """
        if shape.kind == POINT:
            self._point(painter, shape, rect, ink, ground or self._ground)
        elif shape.kind == SPAN:
            self._bar(painter, shape, rect, ink, None if tinted else ground or self._ground)
        else:
            self._brackets(painter, shape, rect, ink)

    def stamp(
        self,
        painter: QPainter,
        shape: EventShape,
        rect: QRectF,
        ink: QColor,
        *,
        tinted: bool = False,
        ground: QColor | None = None,
    ) -> None:
        """``paint``, from a copy where one of this size was drawn before.

        A long bar is put together from the ends and the repeated middle of a shorter one.
        """
        wide, high = round(rect.width()), round(rect.height())
        pad = ceil(high * SOFT_REACH / 2) + 1 if shape.kind == POINT else 2
        at = QPointF(rect.left() - pad, rect.top() - SPARE)
        if wide <= 2 * END + MIDDLE:
            painter.drawPixmap(at, self._copy(painter, shape, (wide, high, pad), (ink, tinted, ground)))
            return
        copy = self._copy(painter, shape, (2 * END + MIDDLE, high, pad), (ink, tinted, ground))
        ratio = copy.devicePixelRatio()
        tall, end = high + 2.0 * SPARE, float(END + pad)
        source = QRectF(0, 0, end * ratio, tall * ratio)
        painter.drawPixmap(QRectF(at.x(), at.y(), end, tall), copy, source)
        x = at.x() + end
        last = rect.left() + wide - END
        while x < last:
            part = min(float(MIDDLE), last - x)
            source = QRectF(end * ratio, 0, part * ratio, tall * ratio)
            painter.drawPixmap(QRectF(x, at.y(), part, tall), copy, source)
            x += part
        source = QRectF((end + MIDDLE) * ratio, 0, end * ratio, tall * ratio)
        painter.drawPixmap(QRectF(last, at.y(), end, tall), copy, source)

    def piles(
        self, painter: QPainter, middle: float, piles: Sequence[tuple[float, float]], ink: QColor
    ) -> None:
        """Several events at one place: upright capsules, each by its middle and height in pixels.

        Each is two rectangles without smoothing, and one in a crowd: there may be hundreds in a frame.
        """
        wide = round(self._appearance.chrome_px(PILE))
        half, least = wide / 2, wide + 2
        rounded = len(piles) < MANY
        rects = []
        for x, tall in piles:
            high = max(least, int(tall))
            left, top = int(x - half), int(middle - high / 2)
            rects.append(QRect(left, top + 1, wide, high - 2))
            if rounded:
                rects.append(QRect(left + 1, top, wide - 2, high))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRects(rects)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _copy(
        self,
        painter: QPainter,
        shape: EventShape,
        size: tuple[int, int, int],
        look: tuple[QColor, bool, QColor | None],
    ) -> QPixmap:
        """A mark drawn once; ``size``: width, height, pixels to spare at its sides; ``look``: as for ``paint``."""
        ink, tinted, ground = look
        wide, high, pad = size
        ratio = painter.device().devicePixelRatioF()
        key = (shape, wide, high, ink.rgba(), tinted, ground.rgba() if ground is not None else 0, ratio)
        copy = self._copies.get(key)
        if copy is None:
            if len(self._copies) >= KEPT:
                self._copies.clear()
            copy = QPixmap(ceil((wide + 2 * pad) * ratio), ceil((high + 2 * SPARE) * ratio))
            copy.setDevicePixelRatio(ratio)
            copy.fill(Qt.GlobalColor.transparent)
            inner = QPainter(copy)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(inner, shape, QRectF(pad, SPARE, wide, high), ink, tinted=tinted, ground=ground)
            inner.end()
            self._copies[key] = copy
        return copy

    def _line(self, height: float) -> float:
        return min(2.0, max(1.2, height / 7))

    def _point(self, painter: QPainter, shape: EventShape, rect: QRectF, ink: QColor, ground: QColor) -> None:
        at, radius = rect.center(), rect.height() / 2
        if shape.soft:
            reach, high = radius * SOFT_REACH, radius * 0.42
            _fading(painter, QRectF(at.x() - reach, at.y() - high, 2 * reach, 2 * high), ink, reach)
            radius *= 0.8
        if shape.hollow:
            asked = radius >= LEAST_QUESTION
            if asked:
                radius *= ROOM_FOR_QUESTION
            line = self._line(2 * radius)
            painter.setPen(QPen(ink, line))
            painter.setBrush(ground)
            painter.drawEllipse(at, radius - line / 2, radius - line / 2)
            if asked:
                self._question(painter, QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), ink)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(at, radius, radius)

    def _question(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        painter.setFont(face(self._appearance.interface_family(), rect.height() * 0.72, weight=700))
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")

    def _bar(
        self, painter: QPainter, shape: EventShape, rect: QRectF, ink: QColor, ground: QColor | None
    ) -> None:
        """A bar; without a ``ground`` it is tinted, for words to stand on."""
        tinted = ground is None
        corner = min(rect.height() / 2, 5.0)
        fill = QColor.fromRgb(ink.rgb())
        line = self._line(rect.height())
        inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        if tinted:
            fill.setAlphaF(CONTRAST_TINT if self._contrast else TINT)
        if shape.hollow:
            pen = QPen(ink, line)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
            painter.drawRoundedRect(inner, corner, corner)
        elif shape.soft:
            self._soft_bar(painter, rect, fill, ink, tinted)
        else:
            edge = QColor.fromRgb(ink.rgb())
            edge.setAlphaF(1.0 if self._contrast else EDGE)
            if shape.open_ends and rect.width() >= LEAST_INSET:
                inner = inner.adjusted(INSET, INSET / 2, -INSET, -INSET / 2)
            painter.setPen(QPen(edge, line) if tinted else Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(inner, corner, corner)
        if shape.open_ends and rect.width() > 8:
            self._brackets(painter, shape, rect, ink, ends_only=True)

    def _soft_bar(self, painter: QPainter, rect: QRectF, fill: QColor, ink: QColor, tinted: bool) -> None:
        over = min(FADE, rect.width() / 3)
        _fading(painter, rect, fill, over)
        if tinted:
            line = self._line(rect.height())
            _fading(painter, QRectF(rect.left(), rect.top(), rect.width(), line), ink, over)
            _fading(painter, QRectF(rect.left(), rect.bottom() - line, rect.width(), line), ink, over)

    def _brackets(
        self, painter: QPainter, shape: EventShape, rect: QRectF, ink: QColor, *, ends_only: bool = False
    ) -> None:
        """Brackets around the time within which the day lies, joined by a thin line."""
        line = self._line(rect.height())
        foot = min(5.0, rect.width() * 0.3, rect.height() * 0.35)
        pen = QPen(ink, line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right = rect.left() + line / 2, rect.right() - line / 2
        top, bottom = rect.top() + line / 2, rect.bottom() - line / 2
        if shape.soft and not ends_only:
            # Parentheses: about this time.
            painter.setPen(pen)
            high = bottom - top
            painter.drawArc(QRectF(left, top, 2.4 * foot, high), 100 * 16, 160 * 16)
            painter.drawArc(QRectF(right - 2.4 * foot, top, 2.4 * foot, high), -80 * 16, 160 * 16)
        else:
            if shape.hollow:
                pen.setDashPattern([2, 1.4])
            painter.setPen(pen)
            for edge, inward in ((left, foot), (right, -foot)):
                painter.drawPolyline(
                    [
                        QPointF(edge + inward, top),
                        QPointF(edge, top),
                        QPointF(edge, bottom),
                        QPointF(edge + inward, bottom),
                    ]
                )


def _fading(painter: QPainter, rect: QRectF, color: QColor, over: float) -> None:
    """Fill a rectangle that comes in over so many pixels at its left and goes out over as many at its right.

    Column by column: a gradient costs a start more than it is worth for marks that are drawn once.
    """
    steps = max(1, round(over))
    wide = over / steps
    full = color.alphaF()
    shade = QColor.fromRgba(color.rgba())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for step in range(steps):
        shade.setAlphaF(full * (step + 0.5) / steps)
        painter.fillRect(QRectF(rect.left() + step * wide, rect.top(), wide, rect.height()), shade)
        painter.fillRect(QRectF(rect.right() - (step + 1) * wide, rect.top(), wide, rect.height()), shade)
    middle = rect.adjusted(over, 0, -over, 0)
    if middle.width() > 0:
        painter.fillRect(middle, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
