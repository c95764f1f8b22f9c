"""Who sat in a ruling body from date to date: a column for each, a row for everyone who ever sat."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.alliances import Council, Struggle
from historydesk.ui.people.council_row import CouncilRow, cell
from historydesk.ui.people.phase_words import years
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words


class _Heads(QWidget):
    """The years over the columns; owned by the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.councils: tuple[Council, ...] = ()
        self._appearance = default_appearance()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.setFixedHeight(round(appearance.px(40)))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The years."""
        painter = QPainter(self)
        painter.setPen(self._appearance.theme.color("red"))
        painter.setFont(self._appearance.interface_face(13, weight=600, chrome=False))
        for number, council in enumerate(self.councils):
            box = cell(number, len(self.councils), self.width())
            box.setHeight(self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box.moveLeft(self.width() - box.right())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, years(council.dates))


class CouncilTable(QWidget):
    """Shows every sitter of every date; owned by the page."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._rows: list[CouncilRow] = []
        self._key = Words(
            self.tr("A disc is a full member, a ring a candidate; a line joins dates with a seat at both."),
            self,
        )
        self._heads = _Heads(self)
        self._notes = Words(parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._key)
        self._column.addWidget(self._heads)
        self._column.addWidget(self._notes)

    @property
    def rows(self) -> tuple[CouncilRow, ...]:
        """The rows from the top."""
        return tuple(self._rows)

    def set_struggle(self, struggle: Struggle) -> None:
        """A row for everyone who ever sat."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._heads.councils = struggle.councils
        self._rows = [CouncilRow(sitter, struggle.councils, self) for sitter in struggle.sitters()]
        before: QWidget = self._heads
        for number, row in enumerate(self._rows, start=2):
            row.set_appearance(self._appearance)
            row.clicked.connect(self._on_clicked)
            self._column.insertWidget(number, row)
            self.setTabOrder(before, row)
            before = row
            row.show()
        self._notes.setText(" ".join(council.note for council in struggle.councils if council.note))
        self._notes.setVisible(bool(self._notes.text()))
        self._heads.update()

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
        self._key.set_look(appearance.interface_face(13, chrome=False), color("soft_ink"), 1.5)
        self._notes.set_look(appearance.reading_face(16.5), color("ink"), 2)
        self._heads.set_appearance(appearance)
        for row in self._rows:
            row.set_appearance(appearance)

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CouncilRow) and row.sitter.person:
            self.person_chosen.emit(row.sitter.person)
