"""Markers and labels of places, as every map draws them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from historydesk.ui.theme import Appearance

HALO = 3
"""Pixels of the page's colour around the letters of a label."""

LARGE, SMALL = 7.0, 4.5
"""Radius of a chosen or leading place and of any other, without ring and halo."""

REACH = 6.0
"""How far ring and halo go beyond the dot."""


class Marks:
    """Draws dots and labels in an appearance and keeps the labels it drew; owned by one map."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._labels: dict[tuple[str, str, bool, float], QPixmap] = {}

    def set_appearance(self, appearance: Appearance) -> None:
        """Forget what was drawn in other colours and sizes."""
        self._appearance = appearance
        self._labels.clear()

    def radius(self, large: bool) -> float:
        """Pixels of a dot; grows a little with the text."""
        growth = min(1.4, max(1.0, self._appearance.text_percent / 100))
        return (LARGE if large else SMALL) * growth

    def dot(self, painter: QPainter, x: float, y: float, large: bool) -> None:
        """A dot with its ring and halo, centred at a pixel; the painter is antialiasing."""
        theme = self._appearance.theme
        radius = self.radius(large)
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
        gap = first.horizontalAdvance(" ") if extra else 0.0
        split = first.horizontalAdvance(text) + gap
        width = ceil(split + (second.horizontalAdvance(extra) if extra else 0.0)) + 2 * HALO
        height = ceil(first.height()) + 2
        pixmap = QPixmap(ceil(width * scale), ceil(height * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        base = 1 + first.ascent()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addText(QPointF(HALO, base), bold, text)
        if extra:
            outline.addText(QPointF(HALO + split, base), light, extra)
        page = theme.color("page")
        pen = QPen(page, 2.0 * HALO - 1)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(outline, pen)
        painter.setPen(theme.color("ink"))
        painter.setFont(bold)
        painter.drawText(QPointF(HALO, base), text)
        if extra:
            painter.setPen(theme.color("soft_ink"))
            painter.setFont(light)
            painter.drawText(QPointF(HALO + split, base), extra)
        painter.end()
        return pixmap


def focus_ring(painter: QPainter, rect: QRectF, appearance: Appearance) -> None:
    """The ring around a place that the keyboard is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(appearance.theme.color("page"), 5))
    painter.drawEllipse(rect.adjusted(4, 4, -4, -4))
    painter.setPen(QPen(appearance.theme.color("focus"), 3))
    painter.drawEllipse(rect.adjusted(4, 4, -4, -4))
