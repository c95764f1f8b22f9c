"""Who sat in a ruling body from date to date: a column for each, a row for everyone who ever sat."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.alliances import Struggle
from historydesk.ui.people.council_facts import CouncilFacts
from historydesk.ui.people.council_row import CouncilRow
from historydesk.ui.people.date_heads import DateHead, DateHeads
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words


class CouncilTable(QWidget):
    """Shows every sitter of every date, and tells of the date chosen; owned by the page."""

    person_chosen = Signal(str)
    date_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._struggle = Struggle()
        self._number = -1
        self._rows: list[CouncilRow] = []
        self._date = Words(parent=self)
        self.facts = CouncilFacts(self)
        self._key = Words(
            self.tr("A disc is a full member, a ring a candidate; a line joins dates with a seat at both."),
            self,
        )
        self._heads = DateHeads(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part, below in ((self._date, 8), (self.facts, 18), (self._key, 6), (self._heads, 0)):
            self._column.addWidget(part)
            self._column.addSpacing(below)

    @property
    def rows(self) -> tuple[CouncilRow, ...]:
        """The rows from the top."""
        return tuple(self._rows)

    @property
    def heads(self) -> tuple[DateHead, ...]:
        """The dates from the first."""
        return tuple(self._heads.heads)

    @property
    def number(self) -> int:
        """Place of the date chosen; -1 before there is any."""
        return self._number

    def set_struggle(self, struggle: Struggle) -> None:
        """A row for everyone who ever sat; ``show_date`` follows."""
        for row in self._rows:
            self._column.removeWidget(row)
        for old in (*self._rows, *self._heads.heads):
            old.hide()
            old.deleteLater()
        self._struggle, self._number = struggle, -1
        self._rows = [CouncilRow(sitter, struggle.councils, self) for sitter in struggle.sitters()]
        self._heads.heads = [
            DateHead(number, council, self._heads) for number, council in enumerate(struggle.councils)
        ]
        before: QWidget = self._heads
        for head in self._heads.heads:
            head.set_appearance(self._appearance)
            head.clicked.connect(self._on_head)
            self.setTabOrder(before, head)
            before = head
            head.show()
        for row in self._rows:
            row.set_appearance(self._appearance)
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            self.setTabOrder(before, row)
            before = row
            row.show()
        self._heads.place()
        self.show_date(0)

    def show_date(self, number: int) -> None:
        """Choose a date by its place: its column stands out, and who came and went is told."""
        if not 0 <= number < len(self._struggle.councils):
            return
        self._number = number
        self._date.setText(self._struggle.councils[number].dates)
        self.facts.show_date(self._struggle, number)
        for head in self._heads.heads:
            head.set_shown(head.number == number)
        for row in self._rows:
            row.set_number(number)

    def focus(self) -> None:
        """The keyboard on the date chosen."""
        if 0 <= self._number < len(self._heads.heads):
            self._heads.heads[self._number].setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keyboard(self) -> bool:
        """Whether a date has the keyboard."""
        return any(head.hasFocus() for head in self._heads.heads)

    def set_chosen(self, person: str) -> None:
        """Mark the person whose card is shown; "" for none."""
        for row in self._rows:
            row.set_chosen(bool(person) and row.sitter.person == person)

    def row(self, person: str) -> CouncilRow | None:
        """The row of a person."""
        return next((row for row in self._rows if person and row.sitter.person == person), None)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self._date.set_look(appearance.reading_face(21, weight=600), color("ink"), 1.25)
        self._key.set_look(appearance.interface_face(13, chrome=False), color("soft_ink"), 1.5)
        self.facts.set_appearance(appearance)
        for head in self._heads.heads:
            head.set_appearance(appearance)
        self._heads.updateGeometry()
        for row in self._rows:
            row.set_appearance(appearance)

    @Slot()
    def _on_head(self) -> None:
        head = self.sender()
        if isinstance(head, DateHead):
            self.date_chosen.emit(head.number)

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CouncilRow) and row.sitter.person:
            self.person_chosen.emit(row.sitter.person)
