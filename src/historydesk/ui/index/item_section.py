"""One section of an item's page: what is connected with it of one kind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from historydesk.domain.chapter import Use
from historydesk.domain.entities import CardEntry, CardLink
from historydesk.domain.item_page import ItemEntry, Section, first_of
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.use_button import UseButton
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.entry_button import EntryButton
from historydesk.ui.theme.fitting_button import FittingButton
from historydesk.ui.theme.flow_layout import FlowLayout, clear_layout
from historydesk.ui.theme.words import Words

STEP = 200
"""Entries that one press brings at most."""

FLOWING = frozenset({"person", "term", "place"})
"""Sections of short names, which stand side by side."""


class ItemSection(QWidget):
    """A heading with its entries below; owned by ``ItemPane``. Empty sections are hidden."""

    reference_activated = Signal(Reference)
    location_requested = Signal(Location)

    wanted = Signal(str, int)
    """So many entries of this section are wanted."""

    def __init__(self, section: Section, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._name = ""
        self._appearance = default_appearance()
        self._shown: object = None
        self._controls: list[QAbstractButton] = []
        self._title = Words(parent=self)
        self._box = QWidget(self)
        self._entries: FlowLayout | QVBoxLayout = (
            FlowLayout(self._box, gap=14, row_gap=0) if section in FLOWING else QVBoxLayout(self._box)
        )
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        self._more = self._link()
        self._more.clicked.connect(self._on_more)
        self._fewer = self._link()
        self._fewer.clicked.connect(self._on_fewer)
        foot = QWidget(self)
        FlowLayout(foot, gap=18, row_gap=0)
        for button in (self._more, self._fewer):
            foot.layout().addWidget(button)  # type: ignore[union-attr]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 14, 0, 10)
        rows.setSpacing(4)
        for widget in (self._title, self._box, foot):
            rows.addWidget(widget)
        self._have = self._count = 0
        self._asked: int | None = None
        self.set_name(title)
        self.hide()

    def _link(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.hide()
        return button

    def set_name(self, name: str) -> None:
        """What the section is called."""
        self._name = name
        self._title.setText(name)
        self.setAccessibleName(name)

    def controls(self) -> list[QAbstractButton]:
        """What can be pressed, in reading order."""
        return [*self._controls, *(each for each in (self._more, self._fewer) if not each.isHidden())]

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes at the next showing."""
        self._appearance = appearance
        self._title.set_look(
            appearance.interface_face(14, weight=600, chrome=False), appearance.theme.color("ink")
        )
        self._shown = None

    def show_uses(self, uses: tuple[Use, ...], count: int, item: str) -> bool:
        """The first of the passages that name the item; whether anything changed."""
        if not self._begins((uses, item), len(uses), count):
            return False
        last = ""
        for use in uses:
            button = UseButton(use, item, self._appearance, self._box, titled=use.chapter_id != last)
            button.clicked.connect(partial(self.location_requested.emit, button.location))
            if last and isinstance(self._entries, QVBoxLayout):
                self._entries.addSpacing(4 if use.chapter_id == last else 12)
            self._add(button)
            last = use.chapter_id
        self._finish()
        return True

    def show_entries(self, entries: tuple[ItemEntry, ...], count: int) -> bool:
        """The first of the entries; whether anything changed."""
        if not self._begins(entries, len(entries), count):
            return False
        for entry in entries:
            button = self._flowing(entry) if self.section in FLOWING else self._line(entry)
            button.clicked.connect(partial(self.reference_activated.emit, entry.reference))
            self._add(button)
        self._finish()
        return True

    def _line(self, entry: ItemEntry) -> QAbstractButton:
        """An entry of a line of its own, with a date, a verdict or what is cited below or beside it."""
        note = QCoreApplication.translate("Card", entry.note)
        if self.section == "source":
            times = (
                self.tr("cited once")
                if entry.times == 1
                else self.tr("cited {count} times").format(count=entry.times)
            )
            note = f"{note} · {times}" if note else times
        shown = CardEntry(CardLink(entry.title, entry.reference), note)
        return EntryButton(shown, entry.title, self._appearance, self._box, below=self.section == "source")

    def _flowing(self, entry: ItemEntry) -> QAbstractButton:
        """A short name."""
        button = FittingButton(entry.title, self._box)
        button.setProperty("role", "link")
        button.setAccessibleDescription(entry.note)
        button.set_tip(entry.note)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _add(self, button: QAbstractButton) -> None:
        self._entries.addWidget(button)
        self._controls.append(button)

    def _begins(self, shown: object, have: int, count: int) -> bool:
        """Clear the section for something new; whether it is new."""
        if (shown, count) == self._shown:
            return False
        self._shown = shown, count
        self._box.hide()  # so that it is laid out once
        clear_layout(self._entries)
        self._controls = []
        self._have, self._count = have, count
        self.setVisible(count > 0)
        few = first_of(self.section)
        self._more.setVisible(have < count)
        self._fewer.setVisible(have > few)
        words = (
            self.tr("Show all {count}").format(count=count)
            if count - have <= STEP
            else self.tr("Show {step} more of {count}").format(step=STEP, count=count)
        )
        self._more.setText(words)
        self._more.setAccessibleName(f"{words}: {self._name}")
        self._fewer.setText(self.tr("Show fewer"))
        self._fewer.setAccessibleName(f"{self._fewer.text()}: {self._name}")
        return True

    def _finish(self) -> None:
        """The keyboard goes on where more or fewer were asked for: at the first new entry, at the way to all."""
        self._box.show()
        asked, self._asked = self._asked, None
        if asked is None:
            return
        on = self._controls[asked] if asked < len(self._controls) else self._more
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_more(self) -> None:
        self._asked = self._have
        self.wanted.emit(self.section, min(self._count, self._have + STEP))

    @Slot()
    def _on_fewer(self) -> None:
        self._asked = first_of(self.section)
        self.wanted.emit(self.section, first_of(self.section))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line above."""
        theme = self._appearance.theme
        width = 2 if theme.is_high_contrast else 1
        QPainter(self).fillRect(0, 0, self.width(), width, theme.color("rule"))
