"""The left of the evidence screen: tabs, a field, kinds, a list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QPushButton,
    QScroller,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from historydesk.ui.evidence.evidence_lines import PRIMARY, SECONDARY, TABS, VERDICTS, Line, LinesModel
from historydesk.ui.evidence.kind_filter import KindFilter
from historydesk.ui.evidence.line_delegate import LineDelegate
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.words import Words


class EvidenceSide(QWidget):
    """What one chooses from; owned by ``EvidencePage``, which listens to its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.kinds = dict.fromkeys(TABS, "")
        self._names = {
            "claim": self.tr("Claims"),
            "debate": self.tr("Debates"),
            "estimate": self.tr("Numbers"),
            "source": self.tr("Sources"),
        }
        self._wishes = {
            "claim": self.tr("Find a claim"),
            "debate": self.tr("Find a debate"),
            "estimate": self.tr("Find numbers"),
            "source": self.tr("Find a source"),
        }
        self._tab_row = QWidget(self)
        row = FlowLayout(self._tab_row, gap=2, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tab_row.setSizePolicy(policy)
        self.tabs: dict[str, QPushButton] = {}
        for tab in TABS:
            button = QPushButton(self._names[tab], self._tab_row)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAccessibleName(self._names[tab])
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
            self.tabs[tab] = button
        self.field = QLineEdit(self)
        self.field.setProperty("role", "search")
        self.field.setClearButtonEnabled(True)
        self.filters = {
            "claim": KindFilter(VERDICTS, VERDICTS, self),
            "source": KindFilter((PRIMARY, SECONDARY), (PRIMARY,), self),
        }
        self.model = LinesModel(self)
        self._delegate = LineDelegate(self._appearance, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        QScroller.grabGesture(self.list.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.message = Words(parent=self)
        self._lay_out()
        self.clear_filters()
        self.show_lines(TABS[0], None, ready=False)

    def _lay_out(self) -> None:
        said = QWidget(self)
        column = QVBoxLayout(said)
        column.setContentsMargins(14, 16, 14, 16)
        column.addWidget(self.message)
        column.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 2, 0)
        whole.setSpacing(10)
        for widget in (self._tab_row, self.field, *self.filters.values()):
            room = QVBoxLayout()
            room.setContentsMargins(0, 0, 14, 0)
            room.addWidget(widget)
            whole.addLayout(room)
        whole.addLayout(self._pages, 1)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many items each tab has."""
        for tab, button in self.tabs.items():
            button.setText(f"{self._names[tab]}\u2002{counts.get(tab, 0)}")
            button.setAccessibleName(f"{self._names[tab]}, {counts.get(tab, 0)}")

    def set_kind(self, tab: str, kind: str) -> None:
        """Show only the items of a kind in a tab that tells kinds apart; "" shows all."""
        if tab in self.filters:
            self.kinds[tab] = kind
            self.filters[tab].set_kind(kind)

    def clear_filters(self) -> None:
        """Show all again."""
        for tab in self.filters:
            self.set_kind(tab, "")
        self.field.clear()

    def show_lines(self, tab: str, lines: tuple[Line, ...] | None, *, ready: bool) -> None:
        """Show the lines of a tab as far as kind and field let them."""
        for each, button in self.tabs.items():
            button.setChecked(each == tab)
        self.field.setPlaceholderText(self._wishes[tab])
        self.field.setAccessibleName(self._wishes[tab])
        self.list.setAccessibleName(self._names[tab])
        for each, filter_ in self.filters.items():
            filter_.setVisible(each == tab)
        words = self.field.text().strip()
        self.model.show_lines(lines or (), words, self.kinds[tab])
        if self.model.rowCount():
            self._pages.setCurrentIndex(0)
            return
        if not ready:
            self.message.setText(self.tr("Opening…"))
        elif words:
            self.message.setText(
                self.tr("Nothing here matches “{words}”. Clear the field to see all.").format(words=words)
            )
        else:
            self.message.setText(self.tr("This pack has no entries of this kind."))
        self._pages.setCurrentIndex(1)

    def mark(self, key: str) -> None:
        """Choose the line of an item without asking for it again."""
        row = self.model.row_of(key)
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        selection.blockSignals(False)
        if row >= 0:
            seen = self.list.viewport().rect().contains(self.list.visualRect(index))
            hint = QAbstractItemView.ScrollHint
            self.list.scrollTo(index, hint.EnsureVisible if seen else hint.PositionAtCenter)
        self.list.viewport().update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._delegate.set_appearance(appearance)
        for filter_ in self.filters.values():
            filter_.set_appearance(appearance)
        self.message.set_look(appearance.reading_face(17), appearance.theme.color("soft_ink"))
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground a shade darker, and a line where it ends."""
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.color("panel"))
        thick = 2 if theme.is_high_contrast else 1
        painter.fillRect(self.width() - thick, 0, thick, self.height(), theme.color("rule"))
