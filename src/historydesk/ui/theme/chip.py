"""Chips: a mark and a word on a coloured ground, such as the verdict of a claim."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from historydesk.ui.theme.appearance import Appearance, default_appearance

VERDICT_TOKENS = {
    "Accurate": ("ink", "on_ink"),
    "Imprecise": ("blue", "on_blue"),
    "Disputed": ("ochre", "on_ochre"),
    "Wrong": ("red", "on_red"),
    "Unsourced": ("", "ink"),
    "Primary source": ("", "ink"),
}
"""English verdict → colours of ground and word; an empty ground is only outlined."""

MARK_GAP = 6


def chip_font(appearance: Appearance) -> QFont:
    """The font of a chip's word."""
    return appearance.interface_face(12.5, weight=600)


def chip_size(appearance: Appearance, word: str) -> QSize:
    """Size of a chip with this word."""
    metrics = QFontMetricsF(chip_font(appearance))
    mark = mark_side(appearance) + MARK_GAP
    return QSize(round(metrics.horizontalAdvance(word) + mark + 22), round(metrics.height() + 8))


def mark_side(appearance: Appearance) -> int:
    """Side in pixels of the mark before a chip's word."""
    return round(QFontMetricsF(chip_font(appearance)).ascent() * 0.72)


def paint_mark(painter: QPainter, box: QRectF, verdict: str, color: QColor) -> None:
    """Draw the mark of ``verdict`` (English): tick, wave, two ways, cross, ring, diamond. Shape tells, not colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.5, box.width() / 5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mark_path(box, verdict))
    painter.restore()


def _mark_path(box: QRectF, verdict: str) -> QPainterPath:
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height())

    path = QPainterPath()
    if verdict.startswith("Primary"):
        path.addPolygon(QPolygonF([at(0.5, 0), at(1, 0.5), at(0.5, 1), at(0, 0.5), at(0.5, 0)]))
        return path
    if verdict == "Accurate":
        lines: tuple[tuple[QPointF, ...], ...] = ((at(0.05, 0.55), at(0.38, 0.88), at(0.95, 0.14)),)
    elif verdict == "Wrong":
        lines = ((at(0.1, 0.1), at(0.9, 0.9)), (at(0.9, 0.1), at(0.1, 0.9)))
    elif verdict == "Disputed":
        lines = ((at(0.36, 0.1), at(0.02, 0.5), at(0.36, 0.9)), (at(0.64, 0.1), at(0.98, 0.5), at(0.64, 0.9)))
    elif verdict == "Imprecise":
        path.moveTo(at(0, 0.62))
        path.cubicTo(at(0.3, 0), at(0.65, 1.1), at(1, 0.38))
        return path
    else:
        path.addEllipse(box.adjusted(1, 1, -1, -1))
        return path
    for first, *rest in lines:
        path.moveTo(first)
        for point in rest:
            path.lineTo(point)
    return path


def paint_chip(painter: QPainter, rect: QRect, appearance: Appearance, verdict: str, word: str) -> None:
    """Draw mark and ``word`` (in the reader's language) in the colours of ``verdict`` (English)."""
    ground, ink = VERDICT_TOKENS.get(verdict, ("", "ink"))
    color = appearance.theme.color
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(color(ground or "edge"), 1.5))
    painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    painter.setPen(color(ink))
    painter.setFont(chip_font(appearance))
    side = mark_side(appearance)
    words = QFontMetricsF(chip_font(appearance)).horizontalAdvance(word)
    left = rect.x() + (rect.width() - side - MARK_GAP - words) / 2
    paint_mark(painter, QRectF(left, rect.center().y() - side / 2 + 0.5, side, side), verdict, color(ink))
    after = QRectF(left + side + MARK_GAP, rect.y(), words + 2, rect.height())
    painter.drawText(after, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, word)


class Chip(QLabel):
    """A verdict as a label; owned by what shows it. Its word is what assistive technology reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = ""
        self._appearance = default_appearance()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: str, word: str) -> None:
        """Show ``word`` in the colours of ``verdict``."""
        self._verdict = verdict
        self.setText(word)
        self.updateGeometry()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return chip_size(self._appearance, self.text())

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_chip(QPainter(self), self.rect(), self._appearance, self._verdict, self.text())
