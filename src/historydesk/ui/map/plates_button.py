"""The menu of city plates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from historydesk.domain.plate import Plate
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon


class PlatesButton(QPushButton):
    """Lists the plates of cities; hidden while there is none. Owned by the atlas, which places it."""

    plate_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Plates of cities"))
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Plates of cities"))
        self._menu.triggered.connect(self._on_chosen)
        self.setText(f" {self.tr('Plates')}")
        self.setMenu(self._menu)
        self.hide()

    def set_plates(self, plates: Sequence[Plate]) -> None:
        """List these."""
        self._menu.clear()
        for plate in plates:
            self._menu.addAction(plate.title).setData(plate.id)
        self.setVisible(bool(plates))
        self.adjustSize()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self.setIcon(icon("landmark", appearance.theme.color("ink"), 18))
        self.setMinimumHeight(appearance.target)
        self.adjustSize()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.plate_chosen.emit(str(action.data()))
