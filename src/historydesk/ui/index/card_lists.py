"""The lists of an item: what happened, with dates, and the journeys to follow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from historydesk.domain.entities import CardEntry, CardSection
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words

NOTE_WIDTH = 262
"""Pixels at 100 % of what stands before an entry; in a narrow pane it stands above."""


class CardLists(QWidget):
    """Headings with an entry a line; owned by ``CardPane``, which shows the chapters by itself.

    A journey leads to the map, all else to its own card.
    """

    reference_activated = Signal(Reference)
    location_requested = Signal(Location)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._is_compact = compact
        self._appearance = default_appearance()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_sections(self, sections: tuple[CardSection, ...], appearance: Appearance) -> None:
        """Show these lists in place of those before."""
        self._appearance = appearance
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for section in sections:
            heading = Words(QCoreApplication.translate("Card", section.title), self)
            face = appearance.interface_face(13, weight=600, chrome=False)
            heading.set_look(face, appearance.theme.color("soft_ink"))
            self._rows.addWidget(heading)
            self._rows.addWidget(self._list(section, heading.text()))
            heading.show()
        self.setVisible(bool(sections))

    def _list(self, section: CardSection, title: str) -> QWidget:
        box = QWidget(self)
        box.setAccessibleName(title)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 2, 0, 18)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        is_beside = (
            section.scheme == "event" and not self._is_compact and self._appearance.text_percent <= 130
        )
        for row, entry in enumerate(section.entries):
            button = self._button(entry, box)
            grid.addWidget(button, 2 * row + 1, 0 if not is_beside else 1, Qt.AlignmentFlag.AlignLeading)
            button.show()
            if entry.note:
                # Old and New Style stand one below the other.
                note = Words(entry.note.replace(" / ", "\u2028") if is_beside else entry.note, box)
                face = self._appearance.interface_face(13, chrome=False)
                note.set_look(face, self._appearance.theme.color("soft_ink"), 1.35)
                if is_beside:
                    note.setFixedWidth(round(self._appearance.px(NOTE_WIDTH)))
                    grid.addWidget(note, 2 * row + 1, 0, Qt.AlignmentFlag.AlignVCenter)
                else:
                    grid.addWidget(note, 2 * row + 2, 0)
                    grid.setRowMinimumHeight(2 * row + 2, note.heightForWidth(400) + 6)
                note.show()
        box.show()
        return box

    def _button(self, entry: CardEntry, box: QWidget) -> QPushButton:
        link = entry.link
        button = QPushButton(link.label.replace("&", "&&"), box)
        button.setProperty("role", "link")
        button.setMinimumHeight(self._appearance.target)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        name = link.label
        if link.reference.scheme == "journey":
            name = self.tr("Follow the journey: {title}").format(title=link.label)
            place = Location("map", item=str(link.reference))
            button.clicked.connect(partial(self.location_requested.emit, place))
        else:
            button.clicked.connect(partial(self.reference_activated.emit, link.reference))
        button.setAccessibleName(f"{entry.note}: {name}" if entry.note else name)
        return button
