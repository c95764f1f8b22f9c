"""The list of places that share one mark however near one comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from historydesk.ui.theme import Appearance


class PlaceMenu(QMenu):
    """Names to choose from; opened at a mark by its map, gone when it closes."""

    place_chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str]], appearance: Appearance, parent: QWidget) -> None:
        """``places`` as id and name."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        font = appearance.interface_face(15)
        self.setFont(font)
        room = max(4, (appearance.target - font.pixelSize()) // 2)
        css = appearance.theme.css
        self.setStyleSheet(
            f"QMenu {{ background: {css('card')}; color: {css('ink')}; border: 1px solid {css('rule')}; }}"
            f"QMenu::item {{ padding: {room}px 16px; }}"
            f"QMenu::item:selected {{ background: {css('ink')}; color: {css('on_ink')}; }}"
        )
        for place_id, name in places:
            self.addAction(name).setData(place_id)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.place_chosen.emit(str(action.data()))
