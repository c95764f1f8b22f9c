"""The frame of what floats: a card with a soft shadow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
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
        self._frame: QPixmap | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the card."""
        self._theme = theme
        self._frame = None
        self.update()

    def card_rect(self) -> QRect:
        """The card without its shadow."""
        return self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shadow, ground and line from a picture, for what lies below may be drawn anew sixty times a second."""
        scale = self.devicePixelRatioF()
        if self._frame is None or self._frame.size() != self.size() * scale:
            self._frame = QPixmap(self.size() * scale)
            self._frame.setDevicePixelRatio(scale)
            self._frame.fill(Qt.GlobalColor.transparent)
            with QPainter(self._frame) as painter:
                self._draw_frame(painter)
        # Only the part that is asked for: when contents change, no shadow is drawn anew.
        seen = QRectF(event.rect())
        source = QRectF(seen.topLeft() * scale, seen.size() * scale)
        QPainter(self).drawPixmap(seen, self._frame, source)

    def _draw_frame(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card_rect())
        theme = self._theme
        if not theme.is_high_contrast:
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
