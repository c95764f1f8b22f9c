"""A finger or the mouse drawn to a side over a card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

FAR = 60
"""Pixels from which a movement to a side is meant."""

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
"""A press soon after another, by which a tap is followed, counts as a double click."""


class SwipeHand(QObject):
    """Watches widgets and tells of movements to the left and to the right; owned by the flash card.

    A movement that counts is no press: the widget is not released by it.
    """

    swiped_left = Signal()
    swiped_right = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start: QPointF | None = None

    def watch(self, widget: QWidget) -> None:
        """Heed this widget too."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a release that ends a movement to a side."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() in _PRESSES and event.button() == Qt.MouseButton.LeftButton:
            self._start = event.globalPosition()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._start is not None:
            way, self._start = event.globalPosition() - self._start, None
            if abs(way.x()) >= FAR and abs(way.x()) > 2 * abs(way.y()):
                if isinstance(watched, QAbstractButton):
                    watched.setDown(False)
                (self.swiped_right if way.x() > 0 else self.swiped_left).emit()
                return True
        return super().eventFilter(watched, event)
