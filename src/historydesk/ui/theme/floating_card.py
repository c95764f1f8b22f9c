"""The frame of what floats: a card with a soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from historydesk.ui.theme.theme import Theme

SHADOW = 18
"""Pixels around the card that its shadow may darken; they belong to the widget."""


class FloatingCard(QFrame):
    """A card that paints its own ground, line and shadow inside its rectangle; base of panels and popups.

    Painted by hand: ``QGraphicsDropShadowEffect`` blurs the whole widget again at each of its repaints.
    Contents belong inside ``card_rect``: give a layout margins of at least ``SHADOW``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the card."""
        self._theme = theme
        self.update()

    def card_rect(self) -> QRect:
        """The card without its shadow."""
        return self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shadow, ground and line; when only contents change, nothing outside the card is drawn anew."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card_rect())
        theme = self._theme
        if not theme.is_high_contrast and not self.card_rect().contains(event.rect()):
            painter.setPen(Qt.PenStyle.NoPen)
            shadow = theme.color("shadow")
            strength = shadow.alphaF()
            for step in range(SHADOW, 0, -2):
                shade = QColor.fromRgba(shadow.rgb())
                shade.setAlphaF(strength * (1 - step / (SHADOW + 2)) ** 2 * 0.3)
                painter.setBrush(shade)
                grown = card.adjusted(-step, -step + 4, step, min(step + 2, SHADOW))
                painter.drawRoundedRect(grown, 12 + step, 12 + step)
        width = 2.0 if theme.is_high_contrast else 1.0
        line = theme.color("edge" if theme.is_high_contrast else "rule")
        painter.setPen(QPen(line, width))
        painter.setBrush(theme.color("card"))
        half = width / 2
        painter.drawRoundedRect(card.adjusted(half, half, -half, -half), 12, 12)
