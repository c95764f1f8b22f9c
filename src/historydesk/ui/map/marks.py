"""Markers and labels of places, as every map draws them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from historydesk.ui.map.halo import paint_halo
from historydesk.ui.theme import Appearance

HALO = 3
"""Pixels of the page's colour around the letters of a label."""

LARGE, SMALL = 7.0, 4.5
"""Radius of a chosen or leading place and of any other, without ring and halo."""

LONGEST = 26
"""Letters that a name may have in one line."""

REACH = 6.0
"""How far ring and halo go beyond the dot."""

RING = 2.0
"""Width of the line around the chosen place's mark."""

CLUSTER = 10.5
"""Radius of the disc that stands for several places and bears their number."""


class Marks:
    """Draws dots and labels in an appearance and keeps the labels it drew; owned by one map."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._labels: dict[tuple[str, str, bool, float], QPixmap] = {}
        self._dots: dict[tuple[bool, bool, int, float], QPixmap] = {}

    def set_appearance(self, appearance: Appearance) -> None:
        """Forget what was drawn in other colours and sizes."""
        self._appearance = appearance
        self._labels.clear()
        self._dots.clear()

    def growth(self) -> float:
        """How much larger marks are drawn for large text."""
        return growth(self._appearance)

    def radius(self, large: bool, count: int = 1) -> float:
        """Pixels of a dot, or of the disc for ``count`` places; grows a little with the text."""
        return (CLUSTER if count > 1 else LARGE if large else SMALL) * self.growth()

    def drawn_dot(self, large: bool, count: int, scale: float, *, ringed: bool = False) -> QPixmap:
        """The mark of a place or of ``count`` places, centred in a square, for a device of this pixel ratio.

        ``ringed``: as the chosen one.
        """
        key = (large, ringed, count, scale)
        found = self._dots.get(key)
        if found is None:
            side = 2 * ceil(self.radius(large, count) + REACH) + 2
            found = QPixmap(ceil(side * scale), ceil(side * scale))
            found.setDevicePixelRatio(scale)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_dot(painter, side / 2, side / 2, self.radius(large, count))
            if ringed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._appearance.theme.color("ink"), RING))
                ring = self.radius(large, count) + REACH - RING / 2
                painter.drawEllipse(QPointF(side / 2, side / 2), ring, ring)
            if count > 1:
                painter.setPen(self._appearance.theme.color("on_red"))
                painter.setFont(self._appearance.interface_face(12.5 if count < 100 else 9.5, weight=600))
                painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(count))
            painter.end()
            self._dots[key] = found
        return found

    def dot(self, painter: QPainter, x: float, y: float, large: bool) -> None:
        """A dot with its ring and halo, centred at a pixel; the painter is antialiasing."""
        self._draw_dot(painter, x, y, self.radius(large))

    def _draw_dot(self, painter: QPainter, x: float, y: float, radius: float) -> None:
        theme = self._appearance.theme
        red = theme.color("red")
        halo = QColor.fromRgb(red.rgb())
        halo.setAlphaF(0.22)
        at = QPointF(x, y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawEllipse(at, radius + REACH, radius + REACH)
        painter.setBrush(theme.color("on_red"))
        painter.drawEllipse(at, radius + 2, radius + 2)
        painter.setBrush(red)
        painter.drawEllipse(at, radius, radius)

    def label(self, text: str, extra: str, large: bool, scale: float) -> QPixmap:
        """The words of a place, ``extra`` after them in a lighter hand; for a device of this pixel ratio."""
        key = (text, extra, large, scale)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = self._draw(text, extra, large, scale)
        return found

    def _draw(self, text: str, extra: str, large: bool, scale: float) -> QPixmap:
        appearance = self._appearance
        theme = appearance.theme
        size = 15.0 if large else 13.0
        bold = appearance.interface_face(size, weight=600 if large else 500, chrome=False)
        light = appearance.interface_face(size, weight=400, chrome=False)
        first, second = QFontMetricsF(bold), QFontMetricsF(light)
        lines = broken(text)
        gap = first.horizontalAdvance(" ") if text and extra else 0.0
        after = gap + (second.horizontalAdvance(extra) if extra else 0.0)
        widths = [first.horizontalAdvance(line) for line in lines]
        widths[-1] += after
        widest, leading = max(widths), ceil(first.height() * 0.92)
        height = ceil(first.height()) + 2 + leading * (len(lines) - 1)
        width = ceil(widest) + 2 * HALO
        runs = []
        for number, (line, taken) in enumerate(zip(lines, widths, strict=True)):
            at = QPointF(HALO + (widest - taken) / 2, 1 + first.ascent() + leading * number)
            runs.append((at, bold, "ink", line))
        if extra:
            start = runs[-1][0] + QPointF(widths[-1] - after + gap, 0.0)
            runs.append((start, light, "soft_ink", extra))
        pixmap = QPixmap(ceil(width * scale), ceil(height * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        outline = QPainterPath()
        for at, font, _, words in runs:
            outline.addText(at, font, words)
        paint_halo(pixmap, outline, theme.color("page"), HALO - 0.5)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, font, shade, words in runs:
            painter.setPen(theme.color(shade))
            painter.setFont(font)
            painter.drawText(at, words)
        painter.end()
        return pixmap


def growth(appearance: Appearance) -> float:
    """How much larger marks and their controls are for large text: a little."""
    return min(1.4, max(1.0, appearance.text_percent / 100))


def broken(text: str) -> list[str]:
    """A name in one line, or a long one in two, as even as its words allow."""
    if len(text) <= LONGEST:
        return [text]
    spaces = [number for number, letter in enumerate(text) if letter == " "]
    if not spaces:
        return [text]
    best = min(spaces, key=lambda number: abs(2 * number + 1 - len(text)))
    return [text[:best], text[best + 1 :]]


def focus_ring(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """The ring around a place that the keyboard is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(appearance.theme.color("page"), 5))
    painter.drawEllipse(rect.adjusted(4, 4, -4, -4))
    painter.setPen(QPen(appearance.theme.color("focus"), 3))
    painter.drawEllipse(rect.adjusted(4, 4, -4, -4))
