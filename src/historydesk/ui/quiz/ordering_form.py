"""The form of an ordering question: items to be moved up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_judging import Verdict
from historydesk.domain.quiz_ordering import items_of, mixed, placed
from historydesk.ui.quiz.answer_form import GAP, AnswerForm
from historydesk.ui.quiz.order_card import OrderCard
from historydesk.ui.theme import Appearance


class OrderingForm(AnswerForm):
    """A card for each item, the first at the top; there is something to check once one was moved."""

    def __init__(self, question: Question, attempt: int, parent: QWidget) -> None:
        super().__init__(question, attempt, parent)
        self._moved = False
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)
        self.cards: list[OrderCard] = []
        self._fill(mixed(question, attempt))

    def _fill(self, order: tuple[int, ...]) -> None:
        for old in self.cards:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []
        items = items_of(self._question)
        for number in order:
            card = OrderCard(number, items[number], self)
            card.move_requested.connect(self._on_move)
            card.drag_moved.connect(self._on_drag)
            card.neighbour_requested.connect(self._on_neighbour)
            card.set_appearance(self._appearance)
            self.cards.append(card)
            self._rows.addWidget(card)
        self._number()

    def hint(self) -> str:
        """Put them in order."""
        return self.tr("Put them in order, the first at the top. Drag an item, or use its arrows.")

    def given(self) -> Given:
        """The numbers of the items as they stand."""
        return tuple(str(card.number) for card in self.cards)

    def set_given(self, given: Given) -> None:
        """Show this order."""
        order = placed(self._question, given)
        if order:
            self._fill(order)
        self._moved = True

    def is_complete(self) -> bool:
        """Something was moved: as they are brought, they are never in order."""
        return self._moved

    def lock(self, verdict: Verdict) -> None:
        """Say of each item whether it is in its place, and where it belongs."""
        order = sorted(card.number for card in self.cards)
        for card in self.cards:
            card.set_right_place(order.index(card.number) + 1)

    def press(self, number: int) -> bool:
        """The keyboard to the item in this place."""
        if not 1 <= number <= len(self.cards):
            return False
        self.cards[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def first_control(self) -> QWidget | None:
        """The item at the top."""
        return self.cards[0] if self.cards else None

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        super().set_appearance(appearance)
        for card in self.cards:
            card.set_appearance(appearance)

    # -- moving ---------------------------------------------------------------------------------

    def move_to(self, card: OrderCard, place: int) -> None:
        """Put an item in a place, from 0; the others close up."""
        place = max(0, min(place, len(self.cards) - 1))
        if self.cards[place] is card:
            return
        self.cards.remove(card)
        self.cards.insert(place, card)
        self._rows.removeWidget(card)
        self._rows.insertWidget(place, card)
        self._moved = True
        self._number()
        self._rows.activate()
        self.changed.emit()
        self.reached.emit(card)

    def _number(self) -> None:
        before: QWidget | None = None
        for place, card in enumerate(self.cards, start=1):
            card.set_place(place, len(self.cards))
            for control in (card, card.up, card.down):
                if before is not None:
                    QWidget.setTabOrder(before, control)
                before = control

    @Slot(QWidget, int)
    def _on_move(self, card: OrderCard, step: int) -> None:
        self.move_to(card, self.cards.index(card) + step)
        if not card.hasFocus() and not (card.up.isEnabled() and card.down.isEnabled()):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QWidget, int)
    def _on_drag(self, card: OrderCard, height: int) -> None:
        others = [each for each in self.cards if each is not card]
        self.move_to(card, sum(each.geometry().center().y() < height for each in others))

    @Slot(QWidget, int)
    def _on_neighbour(self, card: OrderCard, step: int) -> None:
        there = self.cards.index(card) + step
        if 0 <= there < len(self.cards):
            self.cards[there].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(self.cards[there])
