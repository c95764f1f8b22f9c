"""The turning of a card, drawn over it."""

from __future__ import annotations

from math import cos, pi

from PySide6.QtCore import QAbstractAnimation, QRect, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

TURN_MS = 240


class CardFlip(QWidget):
    """Two pictures of a card, one narrowing and the other widening; owned by ``PracticePage``.

    It lies over the card for a moment and takes no press: whatever is done meanwhile reaches the card.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._before, self._after = QPixmap(), QPixmap()
        self._ground = QColor()
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(TURN_MS)
        self._motion.valueChanged.connect(self._on_step)
        self._motion.finished.connect(self.hide)
        self.hide()

    def play(self, before: QPixmap, after: QPixmap, place: QRect, ground: QColor) -> None:
        """Turn one picture into the other at a place of the parent."""
        self._before, self._after, self._ground = before, after, ground
        self.setGeometry(place)
        self.show()
        self.raise_()
        self._motion.stop()
        self._motion.start()

    def end(self) -> None:
        """Stop turning: something else is shown."""
        if self._motion.state() == QAbstractAnimation.State.Running:
            self._motion.stop()
        self.hide()

    @Slot(object)
    def _on_step(self, _share: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of the side that faces us, as wide as it looks."""
        share = float(self._motion.currentValue() or 0.0)
        picture = self._before if share < 0.5 else self._after
        size = picture.deviceIndependentSize()
        wide = max(1.0, size.width() * abs(cos(pi * share)))
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF((self.width() - wide) / 2, 0, wide, size.height())
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
