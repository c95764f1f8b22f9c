"""Chips: a word on a coloured ground, such as the verdict of a claim."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from historydesk.ui.theme.appearance import Appearance, default_appearance

VERDICT_TOKENS = {
    "Accurate": ("ink", "on_ink"),
    "Imprecise": ("blue", "on_blue"),
    "Disputed": ("ochre", "on_ochre"),
    "Wrong": ("red", "on_red"),
    "Unsourced": ("", "ink"),
}
"""English verdict → colours of ground and word; an empty ground is only outlined."""


def chip_font(appearance: Appearance) -> QFont:
    """The font of a chip's word."""
    return appearance.interface_face(12.5, weight=600)


def chip_size(appearance: Appearance, word: str) -> QSize:
    """Size of a chip with this word."""
    metrics = QFontMetricsF(chip_font(appearance))
    return QSize(round(metrics.horizontalAdvance(word) + 24), round(metrics.height() + 8))


def paint_chip(painter: QPainter, rect: QRect, appearance: Appearance, verdict: str, word: str) -> None:
    """Draw ``word`` (in the reader's language) in the colours of ``verdict`` (English)."""
    ground, ink = VERDICT_TOKENS.get(verdict, ("", "ink"))
    color = appearance.theme.color
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(color(ground or "edge"), 1.5))
    painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    painter.setPen(color(ink))
    painter.setFont(chip_font(appearance))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)


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
