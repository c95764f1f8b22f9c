"""The controls of places on a map: invisible but for their focus ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from historydesk.ui.map.marks import focus_ring, growth
from historydesk.ui.theme import Appearance

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class MarkButton(QAbstractButton):
    """Lies over a mark for keyboard, touch and assistive technology; owned by its map.

    Dragged, it lets go, and the drag is the map's.
    """

    def __init__(self, place_id: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.place_id = place_id
        self._appearance = appearance
        self._side = appearance.target
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and size."""
        self._appearance = appearance
        self._side = round(appearance.target * growth(appearance))
        self.resize(self._side, self._side)

    def put(self, x: float, y: float) -> None:
        """Centre it on a pixel of its parent."""
        side = self._side
        self.setGeometry(round(x - side / 2), round(y - side / 2), side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a drag from a click."""
        self._pressed_at = event.globalPosition()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Past a click's reach the map is dragged."""
        step = event.globalPosition() - self._pressed_at
        if self.isDown() and step.manhattanLength() < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, or the end of the map's drag."""
        if self.isDown():
            super().mouseReleaseEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; everything else is the map's."""
        if event.key() in PRESSING:
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing of its own."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), self._appearance)


class PlaceButton(MarkButton):
    """The control of one place."""

    focused = Signal(str)
    """The keyboard came to this place."""

    def set_name(self, name: str) -> None:
        """The place's name as it is now."""
        words = QCoreApplication.translate("PlaceButton", "{name}, place").format(name=name)
        if self.accessibleName() != words:
            self.setAccessibleName(words)
            self.setToolTip(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the map when the keyboard comes."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focused.emit(self.place_id)


class ClusterButton(MarkButton):
    """The control of several places that share a mark; ``place_id`` is the place that leads them."""

    def __init__(self, place_id: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(place_id, appearance, parent)
        self.members: tuple[str, ...] = ()

    def set_members(self, members: Sequence[str], names: Sequence[str]) -> None:
        """The places' ids and names, the leading one first."""
        self.members = tuple(members)
        words = QCoreApplication.translate("ClusterButton", "{count} places: {names}").format(
            count=len(names), names=", ".join(names)
        )
        if self.accessibleName() != words:
            self.setAccessibleName(words)
            self.setToolTip("\n".join(names))
