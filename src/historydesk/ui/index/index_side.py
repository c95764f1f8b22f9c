"""The left side of the index: kinds, a filter, and the list of what there is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScroller,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import IndexEntry
from historydesk.domain.glossary import Glossary, GlossaryChoice
from historydesk.domain.reference import Reference
from historydesk.ui.index.entry_delegate import EntryDelegate
from historydesk.ui.index.glossary_bar import GlossaryBar
from historydesk.ui.index.glossary_rows import BY_CHAPTER, BY_LETTER, ORDERS, GlossaryRows
from historydesk.ui.index.index_model import ENTRY_ROLE, HEADING_ROLE, Heading, IndexModel
from historydesk.ui.index.kind_tabs import KINDS, KindTabs
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.period_chip import PeriodChip
from historydesk.ui.theme.words import Words

REST_MS = 140
"""How long the arrow keys must rest on an entry before its card is asked for."""


BATCH = 400
"""Lines placed at a time."""


class IndexSide(QWidget):
    """Tabs, a filter and a list, a shade darker than the card beside them; owned by ``IndexPage``."""

    kind_requested = Signal(str)
    item_requested = Signal(Reference)
    period_cleared = Signal()
    export_requested = Signal()
    order_chosen = Signal(str)
    """The order of the terms: ``letter`` or ``chapter``."""

    practice_requested = Signal(GlossaryChoice)
    """Flash cards of the terms that are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._kind = KINDS[0]
        self._entries: dict[str, tuple[IndexEntry, ...]] = {}
        self._counts: dict[str, int] = {}
        self._shown: Reference | None = None
        self._period = ""
        self._only: Mapping[str, frozenset[str]] = {}
        self._glossary: GlossaryRows | None = None
        self._order = BY_LETTER
        self._language = self._chapter = ""
        self._is_alone = False
        self._awaited = -1
        self._build()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()
        self.set_appearance(self._appearance)
        self._show_entries()

    def _build(self) -> None:
        self._tabs = KindTabs(self)
        self._filter = QLineEdit(self)
        self._filter.setProperty("role", "search")
        self._filter.setClearButtonEnabled(True)
        self._export = QPushButton(self.tr("Export…"), self)
        self._export.setProperty("role", "quiet")
        self._export.setCursor(Qt.CursorShape.PointingHandCursor)
        self._export.setAccessibleDescription(self.tr("Flash cards, quizzes, an e-book and more as files"))
        self._export.hide()
        self._bar = GlossaryBar(self)
        self._chip = PeriodChip(self)
        self._model = IndexModel(self)
        self._delegate = EntryDelegate(self._appearance, self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setWordWrap(True)
        # The first lines are placed at once and many more while nothing else is to be done.
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(BATCH)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        QScroller.grabGesture(self._list.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._message = Words(parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        message = QWidget(self)
        rows = QVBoxLayout(message)
        rows.setContentsMargins(14, 16, 14, 16)
        rows.addWidget(self._message)
        rows.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(message)
        side = QVBoxLayout(self)
        side.setContentsMargins(16, 12, 2, 0)
        side.setSpacing(10)
        side.addWidget(self._tabs)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(0, 0, 14, 0)
        filter_row.addWidget(self._filter, 1)
        filter_row.addWidget(self._export)
        side.addLayout(filter_row)
        bar_row = QHBoxLayout()
        bar_row.setContentsMargins(0, 0, 14, 0)
        bar_row.addWidget(self._bar)
        side.addLayout(bar_row)
        chip_row = QHBoxLayout()
        chip_row.setContentsMargins(0, 0, 14, 0)
        chip_row.addWidget(self._chip)
        chip_row.addStretch(1)
        side.addLayout(chip_row)
        side.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self._tabs.kind_chosen.connect(self.show_kind)
        self._filter.textChanged.connect(self._on_filter)
        self._filter.returnPressed.connect(self._on_filter_return)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._export.clicked.connect(self.export_requested)
        self._chip.cleared.connect(self.period_cleared)
        self._bar.order_chosen.connect(self._on_order)
        self._bar.language_chosen.connect(self._on_language)
        self._bar.chapter_cleared.connect(self._on_chapter_cleared)
        self._bar.practice_requested.connect(self._on_practice)
        self._rest.timeout.connect(self._on_rest)
        self._list.verticalScrollBar().rangeChanged.connect(self._reveal)

    @property
    def has_entries(self) -> bool:
        """Whether the entries of this kind were brought."""
        return self._kind in self._entries or (self._kind == "term" and self._glossary is not None)

    def set_alone(self, is_alone: bool) -> None:
        """Whether the list fills the window, so that an entry is asked for only when it is pressed."""
        self._is_alone = is_alone

    def offer_export(self) -> None:
        """Show the way to the exports; where the place forbids them there is none."""
        self._export.show()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many of each kind the pack has, before their entries are brought."""
        self._counts.update(counts)
        self._name_tabs()

    def set_period(self, words: str, only: Mapping[str, frozenset[str]]) -> None:
        """Show only the items that belong to a stretch of time, by kind; "" and nothing show all."""
        held = self._chip.hasFocus()
        self._period, self._only = words, only
        self._show_entries()
        if held and self._chip.isHidden():
            self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_entries(self, kind: str, entries: tuple[IndexEntry, ...]) -> None:
        """The entries of a kind, in their order."""
        self._entries[kind] = entries
        self._counts[kind] = len(entries)
        self._name_tabs()
        if kind == self._kind:
            self._show_entries()

    def forget(self) -> None:
        """Entries of another language are to come."""
        self._entries.clear()
        self._glossary = None
        self._show_entries()

    def set_glossary(self, glossary: Glossary) -> None:
        """The terms, which have their own ways to be put in order and narrowed."""
        self._glossary = GlossaryRows(glossary)
        self._counts["term"] = len(glossary.terms)
        self._name_tabs()
        if self._kind == "term":
            self._show_entries()

    @property
    def choice(self) -> GlossaryChoice:
        """What the terms are narrowed to."""
        words = self._filter.text().strip() if self._kind == "term" else ""
        return GlossaryChoice(words, self._language, self._chapter)

    def set_order(self, order: str) -> None:
        """Put the terms in this order; a word that is none changes nothing."""
        if order in ORDERS:
            self._order = order
            self._bar.set_order(order)
            if self._kind == "term":
                self._show_entries()

    def show_terms(self, choice: GlossaryChoice) -> None:
        """Turn to the terms, narrowed to this."""
        self.show_kind("term")
        self._language, self._chapter = choice.language, choice.chapter
        self._filter.setText(choice.words)
        self._show_entries()

    @Slot(str)
    def show_kind(self, kind: str) -> None:
        """Turn to the tab of a kind and ask for its entries."""
        changed = kind != self._kind
        self._kind = kind
        self._name_tabs()
        if changed:
            self._filter.clear()
        self._show_entries()
        self.kind_requested.emit(kind)

    def set_shown(self, reference: Reference) -> None:
        """An item is shown beside the list: its tab and its line follow."""
        self._rest.stop()
        self._shown = reference
        kind = reference.scheme
        if kind in KINDS and kind != self._kind:
            self._kind = kind
            self._filter.clear()
            self._show_entries()
            self.kind_requested.emit(kind)
        else:
            self._mark_shown()
            if not self.has_entries:
                self.kind_requested.emit(self._kind)

    def focus_filter(self) -> None:
        """Put the keyboard where one types to find an entry."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.BacktabFocusReason)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._delegate.set_appearance(appearance)
        self._chip.set_appearance(appearance)
        self._bar.set_appearance(appearance)
        self._message.set_look(appearance.reading_face(17), appearance.theme.color("soft_ink"))
        self._list.scheduleDelayedItemsLayout()
        self._list.viewport().update()
        self.update()

    def _name_tabs(self) -> None:
        self._tabs.show_kinds(self._counts, self._kind)
        wish = self._tabs.wish_of(self._kind)
        self._filter.setPlaceholderText(wish)
        self._filter.setAccessibleName(wish)
        self._list.setAccessibleName(self._tabs.name_of(self._kind))

    def _show_entries(self) -> None:
        self._bar.setVisible(self._kind == "term" and self._glossary is not None)
        if self._kind == "term":
            self._show_terms()
        else:
            self._model.set_filter(self._filter.text())
            self._model.set_only(self._only.get(self._kind))
            self._model.set_entries(self._entries.get(self._kind, ()))
        self._chip.set_label(self._period if self._kind in self._only else "")
        self._name_tabs()
        self._show_state()
        self._mark_shown()

    def _show_terms(self) -> None:
        if self._glossary is None:
            self._model.set_rows([])
            return
        glossary = self._glossary.glossary
        chapter = glossary.chapter(self._chapter)
        self._chapter = chapter.id if chapter is not None else ""
        choice = self.choice
        lines = self._glossary.select(choice, self._order)
        self._bar.set_order(self._order)
        self._bar.set_languages(lines.languages, choice.language)
        self._bar.set_chapter(chapter.title if chapter is not None else "")
        self._bar.set_count(lines.count)
        self._model.set_rows(lines.rows)

    def _show_state(self) -> None:
        """The list, or a sentence where it would be empty."""
        if self._model.rowCount():
            self._pages.setCurrentIndex(0)
            return
        typed = self._filter.text().strip()
        if self._kind == "term":
            self._message.setText(self._nothing(typed))
        elif self._kind not in self._entries:
            self._message.setText(self.tr("Opening…"))
        elif typed and self._model.entry_count():
            self._message.setText(
                self.tr("Nothing here matches “{words}”. Clear the field to see all.").format(words=typed)
            )
        elif self._chip.isVisibleTo(self):
            self._message.setText(self.tr("Nothing here belongs to this time."))
        else:
            self._message.setText(self.tr("This pack has no entries of this kind."))
        self._pages.setCurrentIndex(1)

    def _nothing(self, typed: str) -> str:
        """Why no term is shown, and what to do."""
        if self._glossary is None:
            return self.tr("Opening…")
        if not self._glossary.glossary.terms:
            return self.tr("This pack has no glossary.")
        if typed and (self._language or self._chapter):
            words = self.tr(
                "Nothing here matches “{words}”. Clear the field, or press ✕ to look in all words."
            )
        elif typed:
            words = self.tr("Nothing here matches “{words}”. Clear the field to see all.")
        else:
            words = self.tr("No word of the glossary is here. Press ✕ to see all of them.")
        return words.format(words=typed)

    def _mark_shown(self) -> None:
        """Choose the line of the shown item without asking for it again."""
        row = self._row_of_shown()
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        selection.blockSignals(False)
        self._awaited = row
        self._reveal()
        self._list.viewport().update()

    @Slot()
    def _reveal(self) -> None:
        """Bring the line of the shown item into view, as soon as it is placed."""
        if self._awaited < 0:
            return
        index = self._model.index(self._awaited, 0)
        place = self._list.visualRect(index)
        if place.isValid():
            seen = self._list.viewport().rect().contains(place)
            hint = QAbstractItemView.ScrollHint
            self._list.scrollTo(index, hint.EnsureVisible if seen else hint.PositionAtCenter)
            self._awaited = -1

    def _row_of_shown(self) -> int:
        """The line of the shown item: the one chosen, where a term stands under several chapters."""
        if self._shown is None:
            return -1
        current = self._list.currentIndex()
        entry = current.data(ENTRY_ROLE) if current.isValid() else None
        is_it = isinstance(entry, IndexEntry) and entry.reference == self._shown
        return current.row() if is_it else self._model.row_of(self._shown)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        if self._kind == "term":
            self._show_terms()
        else:
            self._model.set_filter(text)
        self._show_state()
        self._mark_shown()

    @Slot(str)
    def _on_order(self, order: str) -> None:
        self.set_order(order)
        self.order_chosen.emit(order)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        held = self._bar.language_chip.hasFocus()
        self._language = language
        self._show_entries()
        if held and not language:
            self._bar.languages.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_chapter_cleared(self) -> None:
        held = self._bar.chapter_chip.hasFocus()
        self._chapter = ""
        self._show_entries()
        if held:
            self._bar.orders[BY_CHAPTER].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_practice(self) -> None:
        self.practice_requested.emit(self.choice)

    @Slot()
    def _on_filter_return(self) -> None:
        row = self._model.first_row()
        if row >= 0:
            self._choose(self._model.index(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._is_alone:
            self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self._ask(self._list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self._rest.stop()
        heading = index.data(HEADING_ROLE) if index.isValid() else None
        if isinstance(heading, Heading) and heading.chapter:
            self._chapter = heading.chapter
            self._show_entries()
            self._list.scrollToTop()
            return
        self._ask(index, again=self._is_alone)

    def _ask(self, index: QModelIndex, *, again: bool = False) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if isinstance(entry, IndexEntry) and (again or entry.reference != self._shown):
            self.item_requested.emit(entry.reference)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles break anew."""
        super().resizeEvent(event)
        self._list.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and dividing line."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        width = 2 if theme.is_high_contrast else 1
        painter.fillRect(self.width() - width, 0, width, self.height(), theme.color("rule"))
