"""The sheet of exports: what one can take along, by what it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from historydesk.services.marking import QT_TRANSLATE_NOOP
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.cover_sheet import CoverSheet
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.words import Words

WIDTH = 640
"""Pixels of the card at 100 %."""

_GROUPS = (
    (QT_TRANSLATE_NOOP("ExportSheet", "Everything"), ("epub",)),
    (QT_TRANSLATE_NOOP("ExportSheet", "Glossary"), ("anki", "glossary-csv")),
    (QT_TRANSLATE_NOOP("ExportSheet", "Quiz"), ("gift", "qti")),
    (QT_TRANSLATE_NOOP("ExportSheet", "Timeline and map"), ("timelinejs", "geojson")),
    (QT_TRANSLATE_NOOP("ExportSheet", "Sources"), ("bibtex", "ris")),
)
_TITLES = {
    "epub": QT_TRANSLATE_NOOP("ExportSheet", "E-book (EPUB)"),
    "anki": QT_TRANSLATE_NOOP("ExportSheet", "Flash cards (Anki)"),
    "glossary-csv": QT_TRANSLATE_NOOP("ExportSheet", "Table (CSV)"),
    "gift": QT_TRANSLATE_NOOP("ExportSheet", "Moodle (GIFT)"),
    "qti": QT_TRANSLATE_NOOP("ExportSheet", "Other platforms (QTI 2.1)"),
    "timelinejs": QT_TRANSLATE_NOOP("ExportSheet", "TimelineJS (JSON)"),
    "geojson": QT_TRANSLATE_NOOP("ExportSheet", "Places and journeys (GeoJSON)"),
    "bibtex": QT_TRANSLATE_NOOP("ExportSheet", "BibTeX"),
    "ris": QT_TRANSLATE_NOOP("ExportSheet", "RIS"),
}


class ExportSheet(CoverSheet):
    """Everything that can be taken along, a button each; owned by the shell.

    ``format_chosen`` gives the name of a format. While a file is written the buttons rest and a bar shows how
    far it is; the sheet may be closed meanwhile.
    """

    format_chosen = Signal(str)

    def __init__(self, names: Iterable[str], parent: QWidget) -> None:
        scroll = QScrollArea(parent)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        super().__init__(_words("Export"), scroll, WIDTH, parent)
        self._body = QWidget()
        self._body.setProperty("role", "plain")
        self._rows = QVBoxLayout(self._body)
        self._lead = Words(_words("Choose a format; then say where the file is to be."), self._body)
        self._rows.addWidget(self._lead)
        self._gaps: list[QSpacerItem] = []
        self._headings: list[Words] = []
        self._groups: list[FlowLayout] = []
        self._buttons: dict[str, QPushButton] = {}
        self._add_groups(set(names))
        self._progress = QProgressBar(self._body)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_words("Writing the file"))
        self._rows.addWidget(self._progress)
        self._rows.addStretch(1)
        scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        self.set_busy(False)
        self.set_appearance(self._appearance)

    def _add_groups(self, names: set[str]) -> None:
        for heading, members in _GROUPS:
            shown = [name for name in members if name in names]
            if not shown:
                continue
            title = Words(_words(heading), self._body)
            spacer = QSpacerItem(0, 0)
            self._gaps.append(spacer)
            self._rows.addItem(spacer)
            self._headings.append(title)
            self._rows.addWidget(title)
            row = QWidget(self._body)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            row.setSizePolicy(policy)
            flow = FlowLayout(row)
            self._groups.append(flow)
            for name in shown:
                button = QPushButton(_words(_TITLES[name]), row)
                button.setProperty("role", "secondary")
                button.setAccessibleName(f"{_words(heading)}: {button.text()}")
                button.clicked.connect(partial(self.format_chosen.emit, name))
                self._buttons[name] = button
                flow.addWidget(button)
            self._rows.addWidget(row)

    def button(self, name: str) -> QPushButton:
        """The button of a format."""
        return self._buttons[name]

    def first_control(self) -> QWidget:
        """The first format that can be chosen, else the cross."""
        return next((each for each in self._buttons.values() if each.isEnabled()), self._close)

    def set_busy(self, busy: bool) -> None:
        """Whether a file is being written."""
        held = any(each.hasFocus() for each in self._buttons.values())
        for button in self._buttons.values():
            button.setEnabled(not busy)
        self._progress.setRange(0, 0)
        # It keeps its room, so that nothing moves below the pointer.
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.setVisible(busy)
        if busy and held:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_progress(self, done: int, total: int) -> None:
        """How much is done of how much."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        super().set_appearance(appearance)
        color = appearance.theme.color
        self._lead.set_look(appearance.interface_face(14.5), color("soft_ink"), 1.4)
        for heading in self._headings:
            heading.set_look(appearance.interface_face(13, weight=600), color("red"), 1.4)
        gap = round(appearance.chrome_px(10))
        for flow in self._groups:
            flow.set_gaps(gap, gap)
        room = round(appearance.chrome_px(24))
        self._rows.setContentsMargins(room, 0, room, 8)
        self._rows.setSpacing(round(appearance.chrome_px(6)))
        for spacer in self._gaps:
            spacer.changeSize(0, round(appearance.chrome_px(4)))
        self._place()


def _words(source: str) -> str:
    return QCoreApplication.translate("ExportSheet", source)
