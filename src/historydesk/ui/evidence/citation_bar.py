"""Buttons that take sources along: copied as a bibliography has them, or as files for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from historydesk.domain.evidence import Source
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.clipboard_data import clipboard_data
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import icon

_HANGING = "margin-left: 2em; text-indent: -2em"


class CitationBar(QFrame):
    """Stands below a source; owned by ``EvidencePage``."""

    save_requested = Signal(str)
    """The name of an export format for all sources."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._listed: tuple[Source, ...] = ()
        self.setProperty("role", "panel")
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._row = FlowLayout(row, gap=8, row_gap=8)
        self.copy_one = self._button()
        self.copy_one.clicked.connect(self._on_copy_one)
        self.copy_list = self._button()
        self.copy_list.clicked.connect(self._on_copy_list)
        self.saves = {name: self._button() for name in ("bibtex", "ris")}
        for name, words in (("bibtex", "BibTeX…"), ("ris", "RIS…")):
            self.saves[name].setText(words)
            said = self.tr("Save all sources as {format}").format(format=words)
            self.saves[name].setAccessibleName(said)
            self.saves[name].setToolTip(said)
            self.saves[name].clicked.connect(partial(self.save_requested.emit, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 10, 32, 10)
        column.addWidget(row)
        self.set_can_save(False)
        self.set_source(None)

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row.addWidget(button)
        return button

    def set_source(self, source: Source | None) -> None:
        """The source whose entry can be copied."""
        self._source = source
        self._name(self.copy_one, self.tr("Copy the citation"))
        self.setVisible(source is not None)

    def set_listed(self, sources: Sequence[Source]) -> None:
        """The sources that the list shows, in its order."""
        self._listed = tuple(sources)
        self._name(self.copy_list, self.tr("Copy the list ({count})").format(count=len(sources)))
        self.copy_list.setEnabled(bool(sources))

    def set_can_save(self, can_save: bool) -> None:
        """Whether files may be written here."""
        for button in self.saves.values():
            button.setVisible(can_save)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        side = round(appearance.chrome_px(18))
        for button in (self.copy_one, self.copy_list):
            button.setIcon(icon("copy", appearance.theme.color("ink"), side))
            button.setIconSize(QSize(side, side))

    def _name(self, button: QPushButton, words: str) -> None:
        button.setText(f" {words}")
        button.setAccessibleName(words)

    @Slot()
    def _on_copy_one(self) -> None:
        if self._source is not None:
            _copy((self._source,))
            self._name(self.copy_one, self.tr("Copied"))

    @Slot()
    def _on_copy_list(self) -> None:
        _copy(self._listed)
        self._name(self.copy_list, self.tr("Copied"))


def _copy(sources: Sequence[Source]) -> None:
    """Put entries on the clipboard: in words, and with italics and hanging lines for word processors."""
    text = "\n".join(each.citation for each in sources)
    html = "".join(f'<p style="{_HANGING}">{each.html}</p>' for each in sources)
    QGuiApplication.clipboard().setMimeData(clipboard_data(text, html))
