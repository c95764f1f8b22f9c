"""A button that copies the entry of a source."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon


class CitationBar(QFrame):
    """Stands below a source; owned by ``EvidencePage``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citation = ""
        self.setProperty("role", "panel")
        self.button = QPushButton(self)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._on_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 10, 32, 10)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch(1)
        self.set_citation("")

    def set_citation(self, citation: str) -> None:
        """The entry to copy, in plain text."""
        self._citation = citation
        self._name(self.tr("Copy the citation"))
        self.setVisible(bool(citation))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        side = round(appearance.chrome_px(18))
        self.button.setIcon(icon("copy", appearance.theme.color("ink"), side))
        self.button.setIconSize(QSize(side, side))

    def _name(self, words: str) -> None:
        self.button.setText(f" {words}")
        self.button.setAccessibleName(words)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._citation)
        self._name(self.tr("Copied"))
