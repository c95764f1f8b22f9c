"""The index: the glossary, and every person, place, journey, event, claim and source of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from historydesk.domain.entities import IndexEntry
from historydesk.domain.glossary import Glossary, GlossaryChoice
from historydesk.domain.item_page import ItemPage
from historydesk.domain.reference import Reference
from historydesk.ui.index.index_side import IndexSide
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.theme import Appearance, default_appearance

NARROW = 820
"""Below this width (at 100 %) the list and the card take turns."""


class IndexPage(QWidget):
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
        self._appearance = default_appearance()
        self._is_narrow = False
        self._shows_card = False
        self.setAccessibleName(self.tr("Index"))
        self.side = IndexSide(self)
        self.pane = ItemPane(picture, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self.pane, 1)
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
        self._turn(to_card=False)

    def show_terms(self, choice: GlossaryChoice) -> None:
        """Turn to the terms, narrowed to this."""
        self.side.show_terms(choice)
        self._turn(to_card=False)

    def expect(self, reference: Reference) -> None:
        """Turn the list to an item that is about to be shown."""
        self.side.set_shown(reference)

    def show_item(self, item: ItemPage, scroll: int | None = None) -> None:
        """Show an item, scrolled so far down; its tab and its line in the list follow."""
        self.pane.show_item(item, scroll)
        self.side.set_shown(item.card.reference)
        self._turn(to_card=True)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.side.set_appearance(appearance)
        self.pane.set_appearance(appearance)
        self._arrange()

    def focus_filter(self) -> None:
        """Put the keyboard where one types to find an entry."""
        self._turn(to_card=False)
        self.side.focus_filter()

    @Slot()
    def _on_back(self) -> None:
        self._turn(to_card=False)
        self.side.focus_list()

    def _turn(self, *, to_card: bool) -> None:
        was_in_list = self._keyboard_is_in_list()
        self._shows_card = to_card
        self._arrange()
        if to_card and self._is_narrow and was_in_list:
            self.pane.focus_start()

    def _keyboard_is_in_list(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.side.isAncestorOf(focused))

    def _arrange(self) -> None:
        scale = self._appearance.chrome_px(1)
        self._is_narrow = self.width() < NARROW * scale
        if self._is_narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        else:
            self.side.setFixedWidth(round(min(max(self.width() * 0.32, 370 * scale), 480 * scale)))
        self.side.setVisible(not (self._is_narrow and self._shows_card))
        self.side.set_alone(self._is_narrow)
        self.pane.setVisible(not self._is_narrow or self._shows_card)
        self.pane.set_back_visible(self._is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the card back to the list in a narrow window."""
        if event.key() == Qt.Key.Key_Escape and self._is_narrow and self._shows_card:
            self._on_back()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    def minimumSizeHint(self) -> QSize:
        """Small: list and card take turns."""
        return QSize(360, 300)
