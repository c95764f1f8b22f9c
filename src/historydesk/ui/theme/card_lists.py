"""The lists of an item: what happened, with dates, the journeys to follow, where it is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.entities import CardEntry, CardSection
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.entry_button import EntryButton
from historydesk.ui.theme.flow_layout import clear_layout
from historydesk.ui.theme.words import Words

BELOW = 16


class CardLists(QWidget):
    """Headings with an entry a line; owned by whatever shows a card and knows where its references lead."""

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_sections(self, sections: tuple[CardSection, ...], appearance: Appearance) -> None:
        """Show these lists in place of those before."""
        clear_layout(self._rows)
        for section in sections:
            heading = Words(QCoreApplication.translate("Card", section.title), self)
            face = appearance.interface_face(13, weight=600, chrome=False)
            heading.set_look(face, appearance.theme.color("soft_ink"))
            self._rows.addWidget(heading)
            heading.show()
            self._rows.addSpacing(2)
            for entry in section.entries:
                button = EntryButton(entry, self._says(entry), appearance, self)
                button.clicked.connect(partial(self.reference_activated.emit, button.reference))
                self._rows.addWidget(button)
                button.show()
            self._rows.addSpacing(BELOW)
        self.setVisible(bool(sections))

    def _says(self, entry: CardEntry) -> str:
        if entry.link.reference.scheme == "journey":
            return self.tr("Follow the journey: {title}").format(title=entry.link.label)
        return entry.link.label
