"""The index: every term, person, place, event, claim and source of a pack."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScroller,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import IndexEntry
from historydesk.domain.item_page import ItemPage
from historydesk.domain.reference import Reference
from historydesk.ui.index.entry_delegate import EntryDelegate
from historydesk.ui.index.index_model import ENTRY_ROLE, IndexModel
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.period_chip import PeriodChip
from historydesk.ui.theme.words import Words

KINDS = ("term", "person", "place", "journey", "event", "claim", "source")
NARROW = 820
"""Below this width (at 100 %) the list and the card take turns."""

REST_MS = 140
"""How long the arrow keys must rest on an entry before its card is asked for."""


class IndexPage(QWidget):
    """Tabs, a filter, a list, and the chosen item beside it.

    Owned by the shell, which brings entries and items, and makes the small ``picture`` of an item's places.
    """

    kind_requested = Signal(str)
    item_requested = Signal(Reference)
    """An entry of the list was chosen: it is shown beside the list."""

    reference_activated = Signal(Reference)
    """Something that the item leads to."""

    period_cleared = Signal()
    export_requested = Signal()

    def __init__(self, picture: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._kind = KINDS[0]
        self._entries: dict[str, tuple[IndexEntry, ...]] = {}
        self._counts: dict[str, int] = {}
        self._shown: Reference | None = None
        self._period = ""
        self._only: Mapping[str, frozenset[str]] = {}
        self._is_narrow = False
        self._shows_card = False
        self.setAccessibleName(self.tr("Index"))
        self._names = {
            "term": self.tr("Terms"),
            "person": self.tr("People"),
            "place": self.tr("Places"),
            "journey": self.tr("Journeys"),
            "event": self.tr("Events"),
            "claim": self.tr("Claims"),
            "source": self.tr("Sources"),
        }
        self._build_side()
        self.pane = ItemPane(picture, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(self.pane, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()
        self.set_appearance(self._appearance)
        self._show_entries()

    def _build_side(self) -> None:
        self._side = _Side(self)
        self._tabs = QWidget(self._side)
        FlowLayout(self._tabs, gap=2, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tabs.setSizePolicy(policy)
        self._buttons: dict[str, QPushButton] = {}
        for kind in KINDS:
            button = QPushButton(self._tabs)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.show_kind, kind))
            self._buttons[kind] = button
            tabs = self._tabs.layout()
            if tabs is not None:
                tabs.addWidget(button)
        self._filter = QLineEdit(self._side)
        self._filter.setProperty("role", "search")
        self._filter.setClearButtonEnabled(True)
        self._export = QPushButton(self.tr("Export…"), self._side)
        self._export.setProperty("role", "quiet")
        self._export.setCursor(Qt.CursorShape.PointingHandCursor)
        self._export.setAccessibleDescription(self.tr("Flash cards, quizzes, an e-book and more as files"))
        self._export.hide()
        self._model = IndexModel(self)
        self._delegate = EntryDelegate(self._appearance, self)
        self._list = QListView(self._side)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setWordWrap(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        QScroller.grabGesture(self._list.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._chip = PeriodChip(self._side)
        self._message = Words(parent=self._side)
        self._lay_out_side()

    def _lay_out_side(self) -> None:
        message = QWidget(self._side)
        rows = QVBoxLayout(message)
        rows.setContentsMargins(14, 16, 14, 16)
        rows.addWidget(self._message)
        rows.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(message)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 12, 2, 0)
        side.setSpacing(10)
        side.addWidget(self._tabs)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(0, 0, 14, 0)
        filter_row.addWidget(self._filter, 1)
        filter_row.addWidget(self._export)
        side.addLayout(filter_row)
        chip_row = QHBoxLayout()
        chip_row.setContentsMargins(0, 0, 14, 0)
        chip_row.addWidget(self._chip)
        chip_row.addStretch(1)
        side.addLayout(chip_row)
        side.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter)
        self._filter.returnPressed.connect(self._on_filter_return)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._export.clicked.connect(self.export_requested)
        self._chip.cleared.connect(self.period_cleared)
        self._rest.timeout.connect(self._on_rest)
        self.pane.reference_activated.connect(self.reference_activated)
        self.pane.back_requested.connect(self._on_back)

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

    @Slot()
    def show_kind(self, kind: str, *_: object) -> None:
        """Turn to the tab of a kind and ask for its entries."""
        changed = kind != self._kind
        self._kind = kind
        self._name_tabs()
        if changed:
            self._filter.clear()
        self._show_entries()
        self._turn(to_card=False)
        self.kind_requested.emit(kind)

    def show_item(self, item: ItemPage, scroll: int | None = None) -> None:
        """Show an item, scrolled so far down; its tab and its line in the list follow."""
        self._rest.stop()
        self._shown = item.card.reference
        self.pane.show_item(item, scroll)
        kind = item.card.reference.scheme
        turned = kind in KINDS and kind != self._kind
        if turned:
            self._kind = kind
            self._filter.clear()
            self._show_entries()
        else:
            self._mark_shown()
        if turned or self._kind not in self._entries:
            self.kind_requested.emit(self._kind)
        self._turn(to_card=True)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._side.set_appearance(appearance)
        self._delegate.set_appearance(appearance)
        self.pane.set_appearance(appearance)
        self._chip.set_appearance(appearance)
        self._message.set_look(appearance.reading_face(17), appearance.theme.color("soft_ink"))
        self._list.scheduleDelayedItemsLayout()
        self._list.viewport().update()
        self._arrange()

    def focus_filter(self) -> None:
        """Put the keyboard where one types to find an entry."""
        self._turn(to_card=False)
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name_tabs(self) -> None:
        for kind, button in self._buttons.items():
            count = self._counts.get(kind)
            name = self._names[kind]
            button.setText(name if count is None else f"{name}\u2002{count}")
            button.setAccessibleName(name if count is None else f"{name}, {count}")
            button.setChecked(kind == self._kind)
        looking_for = {
            "term": self.tr("Find a term"),
            "person": self.tr("Find a person"),
            "place": self.tr("Find a place"),
            "journey": self.tr("Find a journey"),
            "event": self.tr("Find an event"),
            "claim": self.tr("Find a claim"),
            "source": self.tr("Find a source"),
        }[self._kind]
        self._filter.setPlaceholderText(looking_for)
        self._filter.setAccessibleName(looking_for)
        self._list.setAccessibleName(self._names[self._kind])

    def _show_entries(self) -> None:
        entries = self._entries.get(self._kind)
        self._model.set_entries(entries or ())
        self._model.set_only(self._only.get(self._kind))
        self._chip.set_label(self._period if self._kind in self._only else "")
        self._name_tabs()
        self._show_state()
        self._mark_shown()

    def _show_state(self) -> None:
        """The list, or a sentence where it would be empty."""
        if self._model.rowCount():
            self._pages.setCurrentIndex(0)
            return
        typed = self._filter.text().strip()
        if self._kind not in self._entries:
            self._message.setText(self.tr("Opening…"))
        elif typed and self._model.entry_count():
            self._message.setText(
                self.tr("Nothing here matches “{words}”. Clear the field to see all.").format(words=typed)
            )
        elif self._chip.isVisibleTo(self._side):
            self._message.setText(self.tr("Nothing here belongs to this time."))
        else:
            self._message.setText(self.tr("This pack has no entries of this kind."))
        self._pages.setCurrentIndex(1)

    def _mark_shown(self) -> None:
        """Choose the line of the shown item without asking for it again."""
        row = self._model.row_of(self._shown) if self._shown is not None else -1
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        selection.blockSignals(False)
        if row >= 0:
            seen = self._list.viewport().rect().contains(self._list.visualRect(index))
            hint = QAbstractItemView.ScrollHint
            self._list.scrollTo(index, hint.EnsureVisible if seen else hint.PositionAtCenter)
        self._list.viewport().update()

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._model.set_filter(text)
        self._show_state()
        self._mark_shown()

    @Slot()
    def _on_filter_return(self) -> None:
        row = self._model.first_row()
        if row >= 0:
            self._choose(self._model.index(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._is_narrow:
            self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self._ask(self._list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self._rest.stop()
        self._ask(index, again=self._is_narrow)

    def _ask(self, index: QModelIndex, *, again: bool = False) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if isinstance(entry, IndexEntry) and (again or entry.reference != self._shown):
            self.item_requested.emit(entry.reference)

    @Slot()
    def _on_back(self) -> None:
        self._turn(to_card=False)
        self._list.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _turn(self, *, to_card: bool) -> None:
        was_in_list = self._keyboard_is_in_list()
        self._shows_card = to_card
        self._arrange()
        if to_card and self._is_narrow and was_in_list:
            self.pane.focus_start()

    def _keyboard_is_in_list(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self._side.isAncestorOf(focused))

    def _arrange(self) -> None:
        scale = self._appearance.chrome_px(1)
        self._is_narrow = self.width() < NARROW * scale
        if self._is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
        else:
            self._side.setFixedWidth(round(min(max(self.width() * 0.32, 370 * scale), 480 * scale)))
        self._side.setVisible(not (self._is_narrow and self._shows_card))
        self.pane.setVisible(not self._is_narrow or self._shows_card)
        self.pane.set_back_visible(self._is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()
        self._list.scheduleDelayedItemsLayout()

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


class _Side(QWidget):
    """The ground of the list, a shade darker; owned by ``IndexPage``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours."""
        self._appearance = appearance
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and dividing line."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        width = 2 if theme.is_high_contrast else 1
        painter.fillRect(self.width() - width, 0, width, self.height(), theme.color("rule"))
