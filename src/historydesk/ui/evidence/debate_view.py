"""A historians' debate: its positions side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import CardEntry, CardLink, CardSection
from historydesk.domain.evidence import Debate, Position
from historydesk.domain.records import Judgement
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.back_button import BackButton
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.card_lists import CardLists
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

COLUMN = 265
"""Least pixels at 100 % of a position beside another."""


class DebateView(PageArea):
    """The right side of the evidence screen's debates; owned by ``EvidencePage``."""

    reference_activated = Signal(Reference)
    back_requested = Signal()
    judgement_placed = Signal(str, str)
    """A debate's id and that of the position chosen; "" takes the judgement back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._debate: Debate | None = None
        self._told_in: tuple[CardEntry, ...] = ()
        self._columns = 0
        self._judgement: Judgement | None = None
        self._judges = True
        self.positions: list[PositionCard] = []
        page = self.page
        self.back = BackButton(page)
        self.back.clicked.connect(self.back_requested)
        self._title = Words(parent=page)
        self._body = BodyText(page)
        self._body.reference_activated.connect(self.reference_activated)
        self._box = QWidget(page)
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self.weigh = Words(
            self.tr(
                "Weigh them: which position explains most of the evidence? Which leans on the best sources? "
                "What would have to come to light to change your mind?"
            ),
            page,
        )
        self.judged = Words(parent=page)
        self.judged.hide()
        self._lists = CardLists(page)
        self._lists.reference_activated.connect(self.reference_activated)
        self._lay_out(page)
        self.set_appearance(self._appearance)

    def _lay_out(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 28, 32, 40)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        for widget, below in (
            (self._title, 12),
            (self._body, 16),
            (self._box, 20),
            (self.weigh, 8),
            (self.judged, 20),
            (self._lists, 0),
        ):
            column.addWidget(widget)
            column.addSpacing(below)
        column.addStretch(1)

    def show_debate(self, debate: Debate) -> None:
        """Show a debate."""
        self._debate, self._told_in, self._judgement = debate, (), None
        self._fill()
        self.verticalScrollBar().setValue(0)

    def show_told_in(self, entries: tuple[CardEntry, ...]) -> None:
        """The chapters that tell of the debate shown."""
        self._told_in = entries
        self._fill_lists()

    def set_judges(self, judges: bool) -> None:
        """Whether people can place their own judgement (not where it would be a stranger's)."""
        self._judges = judges
        self._fill()

    def show_judgement(self, judgement: Judgement | None) -> None:
        """The judgement placed on the debate shown; ``None`` when there is none."""
        self._judgement = judgement
        self._fill_judgement()

    def _fill_judgement(self) -> None:
        wanted = self._judgement.position if self._judgement is not None and self._judges else ""
        chosen = None
        for card in self.positions:
            card.set_judged(bool(wanted) and card.position.id == wanted)
            chosen = card.position if card.judge.isChecked() else chosen
        self.judged.setVisible(chosen is not None)
        if self._judgement is not None and chosen is not None:
            day = QLocale().toString(
                QDate.fromString(self._judgement.made, Qt.DateFormat.ISODate), "d MMMM yyyy"
            )
            self.judged.setText(
                self.tr("On {day} “{position}” convinced you most. Read on, and weigh it again.").format(
                    day=day, position=chosen.title
                )
            )

    def focus_start(self) -> None:
        """Put the keyboard at the beginning."""
        target = self.back if self.back.isVisibleTo(self) else self._body
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_back_visible(self, visible: bool) -> None:
        """Offer the way back to the list (narrow windows)."""
        self.back.setVisible(visible)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self._title.set_look(appearance.reading_face(28, weight=700), color("ink"), 1.2, balanced=True)
        self._body.set_appearance(appearance)
        self.judged.set_look(appearance.interface_face(14.5, chrome=False), color("ink"), 1.4)
        self.weigh.set_look(appearance.reading_face(17, italic=True), color("red"), 1.45)
        self.back.set_appearance(appearance)
        self._fill()

    def _fill(self) -> None:
        for old in self.positions:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.positions = []
        debate = self._debate
        if debate is None:
            return
        self._title.setText(debate.title)
        self._body.setAccessibleName(debate.title)
        self._body.set_body(debate.html)
        self._body.setVisible(bool(debate.html))
        for position in debate.positions:
            card = PositionCard(position, self._appearance, self._box, judges=self._judges)
            card.judgement_placed.connect(partial(self._on_placed, position.id))
            card.reference_activated.connect(self.reference_activated)
            self.positions.append(card)
            card.show()
        self._columns = 0
        self._arrange()
        self._fill_lists()
        self._fill_judgement()

    def _on_placed(self, position: str, placed: bool) -> None:
        if self._debate is not None:
            self.judgement_placed.emit(self._debate.id, position if placed else "")

    def _fill_lists(self) -> None:
        sections = (CardSection("chapter", "Told in", self._told_in),) if self._told_in else ()
        self._lists.show_sections(sections, self._appearance)

    def _arrange(self) -> None:
        room = self.viewport().width() - 72
        wish = max(1, min(len(self.positions), 4, int(room // self._appearance.px(COLUMN))))
        # Four positions stand two by two rather than three and one.
        rows = -(-len(self.positions) // wish) if self.positions else 1
        columns = max(1, -(-len(self.positions) // rows))
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for number, card in enumerate(self.positions):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // columns, number % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many side by side as can be read."""
        super().resizeEvent(event)
        self._arrange()


class PositionCard(QFrame):
    """One position: its best case, who holds it, what it leans on. Owned by ``DebateView``."""

    reference_activated = Signal(Reference)

    judgement_placed = Signal(bool)

    def __init__(
        self, position: Position, appearance: Appearance, parent: QWidget, *, judges: bool = True
    ) -> None:
        super().__init__(parent)
        self.position = position
        self.setProperty("role", "card")
        self.setAccessibleName(position.title)
        color = appearance.theme.color
        title, holders = Words(position.title, self), Words(parent=self)
        title.set_look(appearance.reading_face(19, weight=600), color("ink"), 1.25)
        holders.set_look(appearance.interface_face(13.5, weight=500, chrome=False), color("soft_ink"), 1.4)
        holders.setText(self.tr("Held by {names}").format(names=", ".join(position.holders)))
        holders.setVisible(bool(position.holders))
        body = BodyText(self)
        body.set_appearance(appearance)
        body.set_body(position.html)
        body.setAccessibleName(position.title)
        body.reference_activated.connect(self.reference_activated)
        self._sources = QWidget(self)
        FlowLayout(self._sources, gap=14, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._sources.setSizePolicy(policy)
        for link in position.sources:
            self._add(link)
        self.judge = QPushButton(self)
        self.judge.setProperty("role", "secondary")
        self.judge.setCheckable(True)
        self.judge.setCursor(Qt.CursorShape.PointingHandCursor)
        self.judge.setVisible(judges)
        self.judge.clicked.connect(self.judgement_placed)
        self._check = icon("check", color("ink"), 18)
        self.set_judged(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 16, 14)
        column.setSpacing(6)
        for widget in (title, body, holders, self._sources):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.judge, 0, Qt.AlignmentFlag.AlignLeading)

    def set_judged(self, judged: bool) -> None:
        """Say whether this is the person's own judgement: by a tick and by words."""
        self.judge.setChecked(judged)
        self.judge.setIcon(self._check if judged else QIcon())
        words = self.tr("Your judgement") if judged else self.tr("Convinces me most")
        self.judge.setText(f" {words}" if judged else words)
        self.judge.setAccessibleName(f"{words}: {self.position.title}")

    def _add(self, link: CardLink) -> None:
        button = QPushButton(link.label.replace("&", "&&"), self._sources)
        button.setProperty("role", "link")
        button.setAccessibleName(link.label)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self.reference_activated.emit, link.reference))
        row = self._sources.layout()
        if row is not None:
            row.addWidget(button)
