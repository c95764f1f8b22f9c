"""The way back from an item to the list it was chosen in."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.ui.theme.appearance import Appearance
from historydesk.ui.theme.icons import icon


class BackButton(QPushButton):
    """Hidden until its owner, a pane that takes turns with a list, offers it; ``role`` as in the theme's sheet."""

    def __init__(self, parent: QWidget, *, role: str = "quiet") -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.set_words(self.tr("Back to the list"))
        self.hide()

    def set_words(self, words: str) -> None:
        """Say where it leads, if not to a list."""
        self.setText(words)
        self.setAccessibleName(words)

    def set_appearance(self, appearance: Appearance) -> None:
        """Its arrow in this theme."""
        self.setIcon(icon("arrow-left", appearance.theme.color("ink"), 18))
        self.setIconSize(QSize(18, 18))
