"""Practice: flash cards of the glossary, one after the other, and a calm end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.practice import Front, PracticeCard, Round
from historydesk.domain.reference import Reference
from historydesk.ui.practice.card_flip import CardFlip
from historydesk.ui.practice.flash_card import FlashCard
from historydesk.ui.practice.practice_end import PracticeEnd, PracticeSummary
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

COLUMN = 640
"""Width of the column in pixels at 100 %."""

SIDE = 24
FRONTS: tuple[Front, ...] = ("term", "meaning")


class PracticePage(QWidget):
    """Shows a card, turns it and asks whether it was known; owned by the window, filled by its desk."""

    answered = Signal(bool)
    """Whether the card shown was known."""

    front_chosen = Signal(str)
    """What the front of a card is to show: ``term`` or ``meaning``."""

    finish_requested = Signal()
    glossary_requested = Signal()
    again_requested = Signal()
    start_over_requested = Signal()
    reference_requested = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        self.setAccessibleName(self.tr("Practise"))
        self.setAutoFillBackground(True)
        self._appearance = default_appearance()
        self._card: PracticeCard | None = None
        self._front: Front = "term"
        self.end: PracticeEnd | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_appearance(self._appearance)
        self.show_message("")

    def _make_parts(self) -> None:
        self.area = PageArea(self)
        self.area.page.installEventFilter(self)
        self.column = QWidget(self.area.page)
        self.column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.leave = self._button(self.tr("←  To the glossary"), "quiet", self.tr("To the glossary"))
        self.leave.setProperty("flush", "true")
        self.finish = self._button(self.tr("End here"), "quiet", self.tr("End this round here"))
        self.kicker = Words(self.tr("Practise"), self.column)
        self.what = Words("", self.column)
        self.count = Words("", self.column)
        self._switch = QWidget(self.column)
        FlowLayout(self._switch, gap=4, row_gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._switch.setSizePolicy(policy)
        names = {"term": self.tr("Word first"), "meaning": self.tr("Meaning first")}
        self.fronts: dict[str, QPushButton] = {}
        for front in FRONTS:
            button = self._button(names[front], "nav", names[front], self._switch)
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_front, front))
            self.fronts[front] = button
            layout = self._switch.layout()
            if layout is not None:
                layout.addWidget(button)
        self.card = FlashCard(self.column)
        self.flip = CardFlip(self.column)
        ways = self.ways = QWidget(self)
        self.later = self._button(self.tr("Again later"), "secondary", self.tr("Again later"), ways)
        self.later.setToolTip(self.tr("Key 2, or swipe to the left"))
        self.turn = self._button(self.tr("Turn the card"), "primary", self.tr("Turn the card"), ways)
        self.knew = self._button(self.tr("I knew it"), "primary", self.tr("I knew it"), ways)
        self.knew.setToolTip(self.tr("Key 1, or swipe to the right"))
        self.message = Words("", self.column)

    def _button(self, text: str, role: str, name: str, parent: QWidget | None = None) -> QPushButton:
        button = QPushButton(text, parent or self.column)
        button.setAccessibleName(name)
        button.setProperty("role", role)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _lay_out(self) -> None:
        middle = QHBoxLayout(self.area.page)
        middle.setContentsMargins(SIDE, 0, SIDE, 0)
        middle.addStretch(1)
        middle.addWidget(self.column, 1000)
        middle.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(SIDE, 0, SIDE, 0)
        self._foot.addStretch(1)
        self._foot.addWidget(self.ways, 1000)
        self._foot.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.leave)
        head.addStretch(1)
        head.addWidget(self.finish)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.kicker, 1)
        above.addWidget(self.count)
        ways = QHBoxLayout(self.ways)
        ways.setContentsMargins(0, 4, 0, 16)
        ways.addWidget(self.later)
        ways.addStretch(1)
        ways.addWidget(self.turn)
        ways.addWidget(self.knew)
        self._place = QVBoxLayout()
        rows = self._rows = QVBoxLayout(self.column)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addLayout(above)
        rows.addWidget(self.what)
        rows.addWidget(self._switch)
        rows.addSpacing(8)
        rows.addWidget(self.message)
        rows.addWidget(self.card)
        rows.addLayout(self._place)
        rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1000)
        whole.addLayout(self._foot)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.glossary_requested)
        self.finish.clicked.connect(self.finish_requested)
        self.card.clicked.connect(self.turn_card)
        self.card.reference_activated.connect(self.reference_requested)
        self.card.hand.swiped_right.connect(self._on_swiped_right)
        self.card.hand.swiped_left.connect(self._on_swiped_left)
        self.turn.clicked.connect(self.turn_card)
        self.knew.clicked.connect(self.say_known)
        self.later.clicked.connect(self.put_off)

    # -- what the desk gives --------------------------------------------------------------------

    def set_what(self, words: str) -> None:
        """Say which words are practised."""
        self.what.setText(words)

    def set_front(self, front: Front) -> None:
        """What the front of a card shows; the card shown is turned to its front."""
        self._front = front
        for each, button in self.fronts.items():
            button.setChecked(each == front)
        if self._card is not None and self.end is None:
            self._show(self._card, is_turned=False)

    def show_card(self, card: PracticeCard, state: Round, *, is_turned: bool = False) -> None:
        """Show the card of a round."""
        self._clear()
        self._card = card
        words = self.tr("{number} of {total}").format(number=state.number, total=state.total)
        if state.waiting:
            waiting = self.tr("one to come again") if state.waiting == 1 else self.tr("{count} to come again")
            words = f"{words}\u2002·\u2002{waiting.format(count=state.waiting)}"
        self.count.setText(words)
        self._show(card, is_turned=is_turned)
        self.area.verticalScrollBar().setValue(0)

    def show_end(self, summary: PracticeSummary) -> None:
        """Show what a round came to."""
        self._clear()
        self._card = None
        end = self.end = PracticeEnd(summary, self._appearance, self.column)
        end.glossary_requested.connect(self.glossary_requested)
        end.again_requested.connect(self.again_requested)
        end.start_over_requested.connect(self.start_over_requested)
        end.reference_activated.connect(self.reference_requested)
        self._place.addWidget(end)
        end.show()
        self._update_parts()
        self.area.verticalScrollBar().setValue(0)
        end.focus_first()

    def show_message(self, words: str) -> None:
        """Show a sentence where there is no card."""
        self._clear()
        self._card = None
        self.message.setText(words)
        self._update_parts()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        theme = appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, theme.color("page"))
        self.setPalette(colors)
        kicker = appearance.interface_face(13, weight=600, chrome=False)
        self.kicker.set_look(kicker, theme.color("red"), 1.4)
        self.count.set_look(appearance.interface_face(14, chrome=False), theme.color("soft_ink"), 1.4)
        title = appearance.reading_face(20, weight=600)
        self.what.set_look(title, theme.color("ink"), 1.3, balanced=True)
        self.message.set_look(appearance.reading_face(18), theme.color("soft_ink"), 1.5)
        for part in (self.column, self.ways):
            part.setMaximumWidth(round(appearance.px(COLUMN)))
        self.card.set_appearance(appearance)
        if self.end is not None:
            self.end.set_appearance(appearance)
        self._fit()

    def focus_first(self) -> None:
        """The keyboard to where one goes on."""
        if self.end is not None:
            self.end.focus_first()
        else:
            (self.card if self._card is not None else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- turning --------------------------------------------------------------------------------

    def _clear(self) -> None:
        self.flip.end()
        self.message.setText("")
        if self.end is not None:
            self.end.hide()
            self._place.removeWidget(self.end)
            self.end.deleteLater()
            self.end = None

    def _show(self, card: PracticeCard, *, is_turned: bool) -> None:
        focused = QApplication.focusWidget()
        on_card = focused is not None and (
            focused in (self.turn, self.knew, self.later) or self.card.isAncestorOf(focused)
        )
        self.card.show_card(card, self._front, is_turned=is_turned)
        self._update_parts()
        if on_card:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_parts(self) -> None:
        has_card, is_turned = self._card is not None, self.card.is_turned
        for widget in (self.card, self._switch, self.count, self.finish):
            widget.setVisible(has_card)
        self.turn.setVisible(has_card and not is_turned)
        self.knew.setVisible(has_card and is_turned)
        self.later.setVisible(has_card and is_turned)
        self.leave.setVisible(self.end is None)
        # The buttons above have air of their own.
        self._rows.setContentsMargins(0, 8 if self.end is None else SIDE, 0, 8)
        self.ways.setVisible(has_card)
        self.message.setVisible(bool(self.message.text()))
        self._fit()

    def _fit(self) -> None:
        """Keep the answers right under the card, and in view where the card is too high to be seen whole."""
        layout = self.area.page.layout()
        if layout is not None:
            self.area.setMaximumHeight(layout.totalHeightForWidth(self.area.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a part needs is known only when Qt asks for a new layout, which it may do later."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.area.page:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break anew."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def turn_card(self) -> None:
        """Show the other side."""
        if self._card is None:
            return
        self.flip.end()
        moves = self._appearance.motion(1) > 0 and self.card.isVisible()
        before = self.card.grab() if moves else None
        self._show(self._card, is_turned=not self.card.is_turned)
        if before is not None and (layout := self.column.layout()) is not None:
            layout.activate()
            ground = self._appearance.theme.color("page")
            self.flip.play(before, self.card.grab(), self.card.geometry(), ground)

    @Slot()
    def say_known(self) -> None:
        """The card shown was known; only what was seen can be."""
        if self._card is not None and self.card.is_turned:
            self.answered.emit(True)

    @Slot()
    def put_off(self) -> None:
        """The card shown is to come again."""
        if self._card is not None and self.card.is_turned:
            self.answered.emit(False)

    @Slot()
    def _on_swiped_right(self) -> None:
        (self.say_known if self.card.is_turned else self.turn_card)()

    @Slot()
    def _on_swiped_left(self) -> None:
        (self.put_off if self.card.is_turned else self.turn_card)()

    @Slot()
    def _on_front(self, front: str, *_: object) -> None:
        self.front_chosen.emit(front)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter turns the card, 1 and 2 answer."""
        key = event.key()
        focused = QApplication.focusWidget()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._card is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton) and focused is not self.card:
                super().keyPressEvent(event)
            elif not event.isAutoRepeat():
                self.turn_card()
        elif key in (Qt.Key.Key_1, Qt.Key.Key_2) and not event.isAutoRepeat():
            (self.say_known if key == Qt.Key.Key_1 else self.put_off)()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A classroom screen."""
        return QSize(1366, 712)

    def minimumSizeHint(self) -> QSize:
        """It fits a quarter of a small screen, too."""
        return QSize(320, 240)
