"""What a card says: its prose, its facts line by line, and what is listed of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from historydesk.domain.entities import Card, CardLink
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.flow_layout import clear_layout
from historydesk.ui.theme.words import Words

LABEL, LABEL_COMPACT = 120, 92
"""Width of the column of labels at 100 %."""


class CardBody(QWidget):
    """Prose above labelled lines; owned by whatever shows a card.

    ``details`` are the card's, placed by the owner: they may be long.
    """

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._label = LABEL_COMPACT if compact else LABEL
        self._appearance = default_appearance()
        self._card: Card | None = None
        self.text = BodyText(self)
        self.text.reference_activated.connect(self.reference_activated)
        self.details = BodyText(parent)
        self.details.reference_activated.connect(self.reference_activated)
        self._facts = QWidget(self)
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.text)
        rows.addWidget(self._facts)

    def show_card(self, card: Card) -> None:
        """Show the prose and the facts of a card; hidden when it has neither."""
        self._card = card
        self.text.setAccessibleName(card.title)
        self.text.set_body(card.html)
        self.text.setVisible(bool(card.html))
        self.details.setAccessibleName(card.title)
        self.details.set_body(card.details)
        self.details.setVisible(bool(card.details))
        self._show_facts()
        self.setVisible(bool(card.html or card.facts))

    def links(self) -> tuple[CardLink, ...]:
        """The references named in the prose."""
        return tuple(dict.fromkeys((*self.text.links(), *self.details.links())))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.text.set_appearance(appearance)
        self.details.set_appearance(appearance)
        self._show_facts()

    def _show_facts(self) -> None:
        clear_layout(self._grid)
        facts = self._card.facts if self._card is not None else ()
        self._facts.setVisible(bool(facts))
        appearance, color = self._appearance, self._appearance.theme.color
        for row, fact in enumerate(facts):
            label = Words(QCoreApplication.translate("Card", fact.label), self._facts)
            label.set_look(appearance.interface_face(13, weight=500, chrome=False), color("soft_ink"), 1.7)
            label.setFixedWidth(round(appearance.px(self._label)))
            value = Words(QCoreApplication.translate("Card", fact.value), self._facts)
            value.set_look(appearance.reading_face(16), color("ink"), 1.4)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            label.show()
            value.show()
