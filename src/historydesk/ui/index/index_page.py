"""The index: the glossary, and every person, place, journey, event, claim and source of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import IndexEntry
from historydesk.domain.glossary import Glossary, GlossaryChoice
from historydesk.domain.item_page import ItemPage
from historydesk.domain.reference import Reference
from historydesk.ui.index.index_side import IndexSide
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.list_and_item import ListAndItem


class IndexPage(ListAndItem):
    """The list at the left and the chosen item beside it.

    Owned by the shell, which brings entries and items, and makes the small ``picture`` of an item's places.
    """

    kind_requested = Signal(str)
    item_requested = Signal(Reference)
    """An entry of the list was chosen: it is shown beside the list."""

    reference_activated = Signal(Reference)
    """Something that the item leads to."""

    period_cleared = Signal()
    export_requested = Signal()
    order_chosen = Signal(str)
    practice_requested = Signal(GlossaryChoice)

    def __init__(self, picture: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Index"))
        self.side = IndexSide(self)
        self.pane = ItemPane(picture, self)
        self._join(self.side, self.pane, share=0.32, least=370)
        self._connect()
        self.set_appearance(self._appearance)

    def _connect(self) -> None:
        side, pane = self.side, self.pane
        side.kind_requested.connect(self.kind_requested)
        side.item_requested.connect(self.item_requested)
        side.period_cleared.connect(self.period_cleared)
        side.export_requested.connect(self.export_requested)
        side.order_chosen.connect(self.order_chosen)
        side.practice_requested.connect(self.practice_requested)
        pane.reference_activated.connect(self.reference_activated)
        pane.back_requested.connect(self._on_back)

    def offer_export(self) -> None:
        """Show the way to the exports; where the place forbids them there is none."""
        self.side.offer_export()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many of each kind the pack has, before their entries are brought."""
        self.side.set_counts(counts)

    def set_period(self, words: str, only: Mapping[str, frozenset[str]]) -> None:
        """Show only the items that belong to a stretch of time, by kind; "" and nothing show all."""
        self.side.set_period(words, only)

    def set_entries(self, kind: str, entries: tuple[IndexEntry, ...]) -> None:
        """The entries of a kind other than terms, in their order."""
        self.side.set_entries(kind, entries)

    def set_glossary(self, glossary: Glossary) -> None:
        """The terms."""
        self.side.set_glossary(glossary)

    def forget(self) -> None:
        """Entries of another language are to come."""
        self.side.forget()

    def set_order(self, order: str) -> None:
        """Put the terms in this order (``letter``, ``chapter``)."""
        self.side.set_order(order)

    @property
    def choice(self) -> GlossaryChoice:
        """What the terms are narrowed to."""
        return self.side.choice

    def show_kind(self, kind: str) -> None:
        """Turn to the tab of a kind and ask for its entries."""
        self.side.show_kind(kind)
        self._turn(to_item=False)

    def show_terms(self, choice: GlossaryChoice) -> None:
        """Turn to the terms, narrowed to this."""
        self.side.show_terms(choice)
        self._turn(to_item=False)

    def expect(self, reference: Reference) -> None:
        """Turn the list to an item that is about to be shown."""
        self.side.set_shown(reference)

    def show_item(self, item: ItemPage, scroll: int | None = None) -> None:
        """Show an item, scrolled so far down; its tab and its line in the list follow."""
        self.pane.show_item(item, scroll)
        self.side.set_shown(item.card.reference)
        self._turn(to_item=True)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self.side.set_appearance(appearance)
        self.pane.set_appearance(appearance)
        self._dress(appearance)

    def focus_filter(self) -> None:
        """Put the keyboard where one types to find an entry."""
        self._turn(to_item=False)
        self.side.focus_filter()

    def _focus_item(self) -> None:
        self.pane.focus_start()

    def _focus_list(self) -> None:
        self.side.focus_list()

    def _take_turns(self, taking: bool) -> None:
        self.side.set_alone(taking)
        self.pane.set_back_visible(taking)
