"""The mark of a published figure: its shape says whether it was recorded, its length how far it ranges."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from historydesk.domain.evidence import Figure
from historydesk.ui.evidence.figure_scale import FigureScale


def mark_rect(figure: Figure, scale: FigureScale, room: QRectF) -> QRectF:
    """What a mark covers of ``room``, whose width is the whole scale and whose height is the mark's."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None] or [0.0]
    left, right = (room.x() + scale.share(each) * room.width() for each in (min(bounds), max(bounds)))
    least = room.height()
    if right - left < least:
        middle = (left + right) / 2
        left, right = middle - least / 2, middle + least / 2
    return QRectF(left, room.y(), right - left, room.height())


def paint_figure(painter: QPainter, figure: Figure, rect: QRectF, color: QColor) -> None:
    """Draw a mark in the rectangle of ``mark_rect``.

    Recorded: a filled block. Estimated: an outlined pill. An arrow leads on where the author gave one bound only.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 2)
    painter.setPen(pen)
    shape = rect.adjusted(1, 1, -1, -1)
    if figure.recorded:
        painter.setBrush(color)
        painter.drawRect(shape)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    if figure.high is None and figure.low is not None:
        _arrow(painter, QPointF(rect.right(), rect.center().y()), rect.height(), 1)
    elif figure.low is None and figure.high is not None:
        _arrow(painter, QPointF(rect.left(), rect.center().y()), rect.height(), -1)
    painter.restore()


def _arrow(painter: QPainter, start: QPointF, size: float, way: int) -> None:
    tip = start + QPointF(way * size * 1.7, 0)
    path = QPainterPath(start)
    path.lineTo(tip)
    path.moveTo(tip + QPointF(-way * size * 0.45, -size * 0.4))
    path.lineTo(tip)
    path.lineTo(tip + QPointF(-way * size * 0.45, size * 0.4))
    painter.drawPath(path)
