"""The shapes of the sides: round for the winners, square against them, open and dashed on neither side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from historydesk.domain.alliances import Side

SQUARE = 4
"""Greatest radius of the corners on the other side."""


def paint_shape(painter: QPainter, box: QRectF, side: Side, pen: QPen, ground: QColor | None) -> None:
    """Draw a side's shape into ``box``; without a ``ground`` it is only outlined."""
    drawn = QPen(pen)
    if side == "apart" and pen.style() != Qt.PenStyle.NoPen:
        drawn.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(drawn)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    half = min(box.width(), box.height()) / 2
    radius = min(SQUARE, half / 4) if side == "against" else half
    painter.drawRoundedRect(box, radius, radius)
