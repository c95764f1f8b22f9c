"""Search over everything: a field, and what it finds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScroller,
    QStackedLayout,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.location import Location
from historydesk.domain.search import Group, Hit, Results
from historydesk.ui.search.result_delegate import ResultDelegate
from historydesk.ui.search.results_model import HIT_ROLE, ResultsModel
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words

PAUSE_MS = 60
"""How long typing must rest before a query is asked."""

WIDTH = 620


class SearchPanel(FloatingCard):
    """An overlay with its own field; the shell owns it, places it, asks the store and goes to what is chosen.

    The keyboard stays in the field: Down and Up walk over the hits, Enter opens, Esc closes.
    """

    query_changed = Signal(str)
    hit_chosen = Signal(Location)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._appearance = default_appearance()
        super().__init__(self._appearance.theme, parent)
        self._asked = ""
        self._anchor = QRect()
        self.setAccessibleName(self.tr("Search"))

        self._build_field()
        self._build_list()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._connect()
        self.set_appearance(self._appearance)
        self._show_hint()
        self.hide()

    def _build_field(self) -> None:
        self._field = QLineEdit(self)
        self._field.setProperty("role", "search")
        self._field.setAccessibleName(self.tr("Search"))
        self._field.setAccessibleDescription(
            self.tr("Results appear as you type; Down and Up choose one, Enter opens it")
        )
        self._field.setPlaceholderText(self.tr("Search chapters, terms, people, places…"))
        self._glass = QAction(self)
        self._field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._field.installEventFilter(self)
        self._close = QToolButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close search"))
        self._close.setToolTip(self.tr("Close search (Esc)"))

    def _build_list(self) -> None:
        self._model = ResultsModel(self._headings(), self)
        self._delegate = ResultDelegate(self._appearance, self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setMouseTracking(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.installEventFilter(self)
        QScroller.grabGesture(self._list.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _lay_out(self) -> None:
        self._message = Words(parent=self)
        self._message_box = QWidget(self)
        message_layout = QVBoxLayout(self._message_box)
        message_layout.setContentsMargins(16, 20, 16, 24)
        message_layout.addWidget(self._message)
        message_layout.addStretch(1)
        self._count = QLabel(self)
        self._count.setProperty("tone", "soft")

        self._pages = QStackedLayout()
        self._pages.addWidget(self._message_box)
        self._pages.addWidget(self._list)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._field, 1)
        top.addWidget(self._close)
        layout = QVBoxLayout(self)
        edge = SHADOW + 10
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._count)
        layout.addLayout(self._pages, 1)
        self._count.setContentsMargins(14, 0, 14, 0)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_return)
        self._close.clicked.connect(self.dismiss)
        self._list.clicked.connect(self._choose)

    def _headings(self) -> dict[Group, str]:
        return {
            "chapter": self.tr("Chapters"),
            "term": self.tr("Terms"),
            "person": self.tr("People"),
            "place": self.tr("Places"),
            "event": self.tr("Events"),
            "journey": self.tr("Journeys"),
            "claim": self.tr("Claims"),
            "debate": self.tr("Debates"),
            "source": self.tr("Sources"),
        }

    def open_with(self, text: str = "") -> None:
        """Show the panel with the keyboard in its field; an empty ``text`` keeps what was typed, selected."""
        if text:
            self._field.setText(text)
        parent = self.parentWidget()
        if self._anchor.isNull() and parent is not None:
            self.place_under(QRect(parent.width() - 220, 8, 200, 40))
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def place_under(self, anchor: QRect) -> None:
        """Take a good size below ``anchor`` (the top bar's field in the parent's pixels)."""
        parent = self.parentWidget()
        if parent is None:
            return
        self._anchor = anchor
        room = parent.rect().adjusted(8, 8, -8, -8)
        width = min(round(self._appearance.chrome_px(WIDTH)), room.width())
        top = min(max(anchor.bottom() + 6, room.top()), room.top() + room.height() // 3)
        height = min(self._wished_height(), room.bottom() - top)
        left = min(max(anchor.right() - width, room.left()), room.right() - width)
        card = QRect(left, top, width, height)
        self.setGeometry(card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def _wished_height(self) -> int:
        """The card's height when it shows everything it has."""
        head = 20 + self._field.sizeHint().height()
        if self._pages.currentWidget() is self._list:
            option = QStyleOptionViewItem()
            rows = range(self._model.rowCount())
            heights = (self._delegate.sizeHint(option, self._model.index(row, 0)).height() for row in rows)
            return head + self._count.sizeHint().height() + 12 + sum(heights) + 8
        inner = round(self._appearance.chrome_px(WIDTH)) - 52
        return head + 6 + 44 + self._message.heightForWidth(inner)

    def _fit(self) -> None:
        if not self._anchor.isNull():
            self.place_under(self._anchor)

    def set_results(self, results: Results) -> None:
        """Show what was found; an answer to an older query than the one typed is dropped."""
        if results.query.strip() != self._field.text().strip() or not results.query.strip():
            return
        self._model.set_results(results)
        self._model.setProperty("query", results.query)
        count = self._model.hit_count()
        if count == 0:
            self._say(
                self.tr("Nothing found for “{query}”. Try another spelling.").format(
                    query=results.query.strip()
                )
            )
            return
        self._pages.setCurrentWidget(self._list)
        words = self.tr("1 result") if count == 1 else self.tr("{count} results").format(count=count)
        self._count.setText(words)
        self._count.show()
        self._fit()
        self._select(self._model.next_hit(-1, 1))
        self._list.scrollToTop()
        self._announce(words)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self.set_theme(appearance.theme)
        self._glass.setIcon(icon("search", color("soft_ink"), 18))
        self._close.setIcon(icon("x", color("ink"), 20))
        self._close.setIconSize(QSize(20, 20))
        self._message.set_look(appearance.reading_face(17), color("soft_ink"), 1.5)
        self._count.setFont(appearance.interface_face(12.5))
        self._delegate.set_appearance(appearance)
        self._list.scheduleDelayedItemsLayout()
        self._list.viewport().update()
        self._fit()

    def _show_hint(self) -> None:
        self._model.set_results(Results("", ()))
        self._say(self.tr("Type a word, a name or a place"))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._count.hide()
        self._pages.setCurrentWidget(self._message_box)
        self._fit()
        self._announce(words)

    def _announce(self, words: str) -> None:
        if self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _move(self, step: int) -> None:
        current = self._list.currentIndex()
        row = self._model.next_hit(current.row() if current.isValid() else -1, step)
        if row >= 0:
            self._select(row)
            index = self._model.index(row, 0)
            if step < 0 and row <= 1:
                self._list.scrollToTop()
            self._announce(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._asked = ""
            self._show_hint()

    @Slot()
    def _ask(self) -> None:
        query = self._field.text().strip()
        if query and query != self._asked:
            self._asked = query
            self.query_changed.emit(query)

    @Slot()
    def _on_return(self) -> None:
        if self._model.query.strip() == self._field.text().strip():
            self._choose(self._list.currentIndex())
        else:
            self._timer.stop()
            self._ask()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE) if index.isValid() else None
        if isinstance(hit, Hit):
            self.hide()
            self.hit_chosen.emit(hit.location)

    @Slot()
    def dismiss(self) -> None:
        """Close without choosing."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for a press outside, which closes the panel."""
        super().showEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop watching."""
        super().hideEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field and the list; presses outside."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(watched, event):
            return True
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = self.isAncestorOf(watched)
            if watched is self and isinstance(event, QMouseEvent):
                inside = self.card_rect().contains(event.position().toPoint())
            if not inside and watched.window() is self.window():
                self.dismiss()
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if watched is not self._field and watched is not self._list:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
            return True
        if watched is self._field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if watched is self._field and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _ in range(6):
                self._move(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        if watched is self._list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc from any control of the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)
