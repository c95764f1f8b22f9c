"""The evidence screen: a list of claims, debates, numbers or sources, and the chosen one beside it."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from historydesk.domain.entities import CardEntry
from historydesk.domain.evidence import Debate, Evidence
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.ui.evidence.citation_bar import CitationBar
from historydesk.ui.evidence.debate_view import DebateView
from historydesk.ui.evidence.evidence_lines import LINE_ROLE, TABS, Line, lines_of
from historydesk.ui.evidence.evidence_side import EvidenceSide
from historydesk.ui.evidence.numbers_view import NumbersView
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.list_and_item import ListAndItem

REST_MS = 140
"""How long the arrow keys must rest on a line before it is asked for."""


@dataclass(frozen=True, slots=True)
class EvidencePosition:
    """How the screen was left: tab, item shown, kind and words looked for, and how far the list was scrolled."""

    tab: str
    key: str
    kind: str
    words: str
    scrolled: int


class EvidencePage(ListAndItem):
    """Owned by the shell, which brings the evidence and fills the two panes for cards.

    ``claim_card`` and ``source_card`` are panes for a claim and a source; the page decides which of them is seen.
    """

    item_requested = Signal(str)
    """A line was chosen: its key."""

    card_requested = Signal(Reference)
    """A claim or a source is to be shown in its pane, or the chapters that tell of a debate."""

    reference_activated = Signal(Reference)
    save_requested = Signal(str)
    """The sources are wanted as a file: the name of its format."""

    def __init__(self, claim_card: QWidget, source_card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._lines: dict[str, tuple[Line, ...]] = {}
        self._shown = dict.fromkeys(TABS, "")
        self._tab = TABS[0]
        self.setAccessibleName(self.tr("Evidence"))
        self.side = EvidenceSide(self)
        self.debate, self.numbers, self.citation = DebateView(self), NumbersView(self), CitationBar(self)
        self.claim_card, self.source_card = claim_card, source_card
        source = QWidget(self)
        column = QVBoxLayout(source)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(source_card, 1)
        column.addWidget(self.citation)
        self.items = QStackedWidget(self)
        for part in (claim_card, self.debate, self.numbers, source):
            self.items.addWidget(part)
        self.items.addWidget(QWidget(self))
        self._join(self.side, self.items, share=0.34, least=380)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()

    def _connect(self) -> None:
        side = self.side
        for tab, button in side.tabs.items():
            button.clicked.connect(partial(self._on_tab, tab))
        for tab, filter_ in side.filters.items():
            filter_.kind_chosen.connect(partial(self._on_kind, tab))
        self.citation.save_requested.connect(self.save_requested)
        side.field.textChanged.connect(self._list)
        side.field.returnPressed.connect(self._on_return)
        side.list.clicked.connect(self._choose)
        side.list.activated.connect(self._choose)
        side.list.selectionModel().currentChanged.connect(self._on_current)
        self._rest.timeout.connect(self._on_rest)
        for part in (self.debate, self.numbers):
            part.reference_activated.connect(self.reference_activated)
        for pane in self._panes():
            pane.back_requested.connect(self._on_back)  # type: ignore[attr-defined]

    def _panes(self) -> tuple[QWidget, ...]:
        return (self.claim_card, self.debate, self.numbers, self.source_card)

    # -- values ---------------------------------------------------------------------------------

    def set_evidence(self, evidence: Evidence) -> None:
        """Everything there is to list."""
        self._evidence = evidence
        self._lines = lines_of(evidence)
        self._shown = dict.fromkeys(TABS, "")
        self.side.set_counts({tab: len(lines) for tab, lines in self._lines.items()})
        for tab, filter_ in self.side.filters.items():
            filter_.set_counts(Counter(each.kind for each in self._lines[tab]))
        self._list()

    def evidence(self) -> Evidence | None:
        """What is listed; ``None`` before it was read."""
        return self._evidence

    def shown(self) -> str:
        """The key of the item shown; "" without."""
        return self._shown[self._tab]

    def tab(self) -> str:
        """The tab turned to."""
        return self._tab

    def position(self) -> EvidencePosition:
        """How the screen looks now."""
        side = self.side
        scrolled = side.list.verticalScrollBar().value()
        return EvidencePosition(self._tab, self.shown(), side.kinds[self._tab], side.field.text(), scrolled)

    def restore(self, position: EvidencePosition) -> None:
        """Look exactly as it was left."""
        self._turn_tab(position.tab)
        self.side.set_kind(position.tab, position.kind)
        self.side.field.setText(position.words)
        self._list()
        self.show_item(position.key)
        self.side.list.verticalScrollBar().setValue(position.scrolled)

    # -- showing --------------------------------------------------------------------------------

    def show_item(self, key: str) -> None:
        """Show an item by its key; its tab and its line follow. Without a key, what its tab showed last."""
        tab = key.partition(":")[0]
        if tab not in TABS or not any(line.key == key for line in self._lines.get(tab, ())):
            self.show_tab(self._tab)
            return
        self._rest.stop()
        self._turn_tab(tab)
        self._shown[tab] = key
        if self.side.model.row_of(key) < 0:
            self.side.clear_filters()
            self._list()
        self._fill()
        self._mark_shown()
        self._turn(to_item=True)

    def show_tab(self, tab: str) -> None:
        """Turn to a tab: what it showed last, else its first item."""
        self._turn_tab(tab)
        key = self._shown[tab] or self.side.model.first_key()
        self._shown[tab] = key
        if key:
            self._fill()
            self._mark_shown()
        self._turn(to_item=False)

    def show_told_in(self, entries: tuple[CardEntry, ...]) -> None:
        """The chapters that tell of the debate shown."""
        self.debate.show_told_in(entries)

    def _turn_tab(self, tab: str) -> None:
        if tab != self._tab:
            self._tab = tab
            self.side.field.clear()
        self._list()

    def debate_shown(self) -> Debate | None:
        """The debate turned to; ``None`` without."""
        id_ = self._shown["debate"].partition(":")[2]
        listed = self._evidence.debates if self._evidence is not None else ()
        return next((each for each in listed if each.id == id_), None)

    def _fill(self) -> None:
        if self._evidence is None:
            return
        key = self.shown()
        id_ = key.partition(":")[2]
        if self._tab == "estimate":
            self.numbers.show_table(next(each for each in self._evidence.tables if each.id == id_))
            return
        if self._tab == "source":
            found = next(each for each in self._evidence.sources if each.id == id_)
            self.citation.set_source(found)
        debate = self.debate_shown() if self._tab == "debate" else None
        if debate is not None:
            self.debate.show_debate(debate)
        reference = Reference.parse(key)
        if reference is not None:
            self.card_requested.emit(reference)

    @Slot()
    def _list(self) -> None:
        self.side.show_lines(self._tab, self._lines.get(self._tab), ready=self._evidence is not None)
        if self._tab == "source" and self._evidence is not None:
            shown = {line.key for line in self.side.model.lines()}
            self.citation.set_listed(
                [each for each in self._evidence.sources if f"source:{each.id}" in shown]
            )
        self._show_pane()
        self._mark_shown()

    def _show_pane(self) -> None:
        """The pane of the tab; none where the pack has nothing of the kind."""
        there = self._evidence is None or bool(self._lines.get(self._tab))
        self.items.setCurrentIndex(TABS.index(self._tab) if there else len(TABS))

    def _mark_shown(self) -> None:
        self.side.mark(self.shown())

    # -- choosing -------------------------------------------------------------------------------

    @Slot()
    def _on_tab(self, tab: str, *_: object) -> None:
        self.show_tab(tab)

    def _on_kind(self, tab: str, kind: str) -> None:
        self.side.set_kind(tab, kind)
        self._list()

    @Slot()
    def _on_return(self) -> None:
        key = self.side.model.first_key()
        if key:
            self.item_requested.emit(key)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._is_narrow:
            self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self._ask(self.side.list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self._rest.stop()
        self._ask(index, again=self._is_narrow)

    def _ask(self, index: QModelIndex, *, again: bool = False) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        if isinstance(line, Line) and (again or line.key != self.shown()):
            self.item_requested.emit(line.key)

    # -- looks ----------------------------------------------------------------------------------

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes; the panes for cards are dressed by the shell."""
        for part in (self.side, self.debate, self.numbers, self.citation):
            part.set_appearance(appearance)
        self._dress(appearance)

    def focus_list(self) -> None:
        """The keyboard to the list."""
        self._on_back()

    def focus_field(self) -> None:
        """The keyboard to where one types to find something."""
        self._turn(to_item=False)
        self.side.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.field.selectAll()

    def _focus_item(self) -> None:
        self._panes()[TABS.index(self._tab)].focus_start()  # type: ignore[attr-defined]

    def _focus_list(self) -> None:
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_turns(self, taking: bool) -> None:
        self.side.list.scheduleDelayedItemsLayout()
        for pane in self._panes():
            pane.set_back_visible(taking)  # type: ignore[attr-defined]
