"""What stands over the list of terms: their order, what they are narrowed to, and the way to practise them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from historydesk.ui.index.glossary_rows import BY_CHAPTER, BY_LETTER
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.clear_chip import ClearChip
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.language_names import language_name

LETTERS = 26
"""Of a chapter's title in its chip."""


class GlossaryBar(QWidget):
    """Two buttons for the order, a menu of languages, a chip for each narrowing; owned by ``IndexPage``."""

    order_chosen = Signal(str)
    language_chosen = Signal(str)
    """A tag; "" for all languages."""

    chapter_cleared = Signal()
    practice_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        names = {
            BY_LETTER: (self.tr("A–Z"), self.tr("From A to Z")),
            BY_CHAPTER: (self.tr("By chapter"),) * 2,
        }
        self.orders: dict[str, QPushButton] = {}
        for order, (text, name) in names.items():
            button = QPushButton(text, self)
            button.setAccessibleName(name)
            button.setProperty("role", "nav")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.order_chosen.emit, order))
            self.orders[order] = button
        self.languages = QPushButton(self.tr("Language"), self)
        self.languages.setAccessibleName(self.tr("Language of origin"))
        self.languages.setProperty("role", "quiet")
        self._menu = QMenu(self.languages)
        self._menu.setAccessibleName(self.tr("Language of origin"))
        self._menu.triggered.connect(self._on_language)
        self.languages.setMenu(self._menu)
        self.practise = QPushButton(self.tr("Practise"), self)
        self.practise.setProperty("role", "secondary")
        self.practise.setCursor(Qt.CursorShape.PointingHandCursor)
        self.practise.clicked.connect(self.practice_requested)
        hint = self.tr("Show all languages again")
        self.language_chip = ClearChip(hint, self.tr("Show all languages again, not only {label}"), self)
        self.language_chip.cleared.connect(partial(self.language_chosen.emit, ""))
        hint = self.tr("Show the words of all chapters again")
        self.chapter_chip = ClearChip(hint, self.tr("Show all chapters again, not only {label}"), self)
        self.chapter_chip.cleared.connect(self.chapter_cleared)
        row = FlowLayout(self, gap=8, row_gap=4)
        for widget in (*self.orders.values(), self.languages, self.practise):
            row.addWidget(widget)
        row.addWidget(self.chapter_chip)
        row.addWidget(self.language_chip)

    def set_order(self, order: str) -> None:
        """Press the button of an order."""
        for each, button in self.orders.items():
            button.setChecked(each == order)

    def set_languages(self, counts: Mapping[str, int], chosen: str) -> None:
        """List the languages of the terms that are shown, and name the chosen one."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for tag, count in {"": sum(counts.values()), **counts}.items():
            name = language_name(tag) if tag else self.tr("All languages")
            action = self._menu.addAction(f"{name}\u2002{count}".replace("&", "&&"))
            action.setData(tag)
            action.setCheckable(True)
            action.setChecked(tag == chosen)
            group.addAction(action)
        self.languages.setVisible(len(counts) > 1 or bool(chosen))
        self.language_chip.set_label(language_name(chosen) if chosen else "")

    def set_chapter(self, label: str) -> None:
        """Name the chapter whose words alone are shown; "" for none."""
        self.chapter_chip.set_label(label if len(label) <= LETTERS else f"{label[: LETTERS - 1].rstrip()}…")

    def set_count(self, count: int) -> None:
        """How many terms are shown and would be practised."""
        self.practise.setEnabled(count > 0)
        name = self.tr("Practise one word") if count == 1 else self.tr("Practise these {count} words")
        self.practise.setAccessibleName(name.format(count=count))
        self.practise.setToolTip(self.tr("As flash cards"))

    def set_appearance(self, appearance: Appearance) -> None:
        """Sizes of the chips."""
        for chip in (self.language_chip, self.chapter_chip):
            chip.set_appearance(appearance)
        self.updateGeometry()

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))
