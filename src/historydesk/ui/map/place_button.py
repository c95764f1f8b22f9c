"""The control of a place on a map: invisible but for its focus ring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from historydesk.ui.map.marks import focus_ring
from historydesk.ui.theme import Appearance

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PlaceButton(QAbstractButton):
    """Lies over a place's marker for keyboard, touch and assistive technology; owned by its map."""

    focused = Signal(str)
    """The keyboard came to this place."""

    def __init__(self, place_id: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.place_id = place_id
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_name(self, name: str) -> None:
        """The place's name as it is now."""
        words = QCoreApplication.translate("PlaceButton", "{name}, place").format(name=name)
        if self.accessibleName() != words:
            self.setAccessibleName(words)
            self.setToolTip(name)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and size."""
        self._appearance = appearance
        self.resize(appearance.target, appearance.target)

    def put(self, x: float, y: float) -> None:
        """Centre it on a pixel of its parent."""
        side = self._appearance.target
        self.setGeometry(round(x - side / 2), round(y - side / 2), side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; everything else is the map's."""
        if event.key() in PRESSING:
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing of its own."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the map when the keyboard comes."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focused.emit(self.place_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), self._appearance)
