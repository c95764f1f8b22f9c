"""The soft shadow below a card."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

REACH = 22
"""Pixels by which the shadow is larger than the card."""

DROP = 8
"""Pixels by which it lies lower."""


class CardShadow(QWidget):
    """Drawn once for each size, without an effect that would repaint the card. Owned by the card popup."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawn = QPixmap()
        self._dark = False
        self.hide()

    def set_dark(self, dark: bool) -> None:
        """A dark theme needs a deeper shadow."""
        self._dark = dark
        self._drawn = QPixmap()

    def follow(self, card: QRect) -> None:
        """Lie below this card."""
        self.setGeometry(card.adjusted(-REACH, -REACH, REACH, REACH + DROP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rounded rectangles one over another, each hardly visible."""
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(REACH):
                painter.setBrush(QColor(0, 0, 0, (7 if self._dark else 1) + (step > REACH // 2)))
                box = QRectF(self.rect()).adjusted(step, step + DROP, -step, -step)
                painter.drawRoundedRect(box, 12 + REACH - step, 12 + REACH - step)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
