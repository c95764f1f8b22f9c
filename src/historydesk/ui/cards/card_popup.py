"""The card that opens at a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import Card
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.ui.cards.card_head import CardHead
from historydesk.ui.cards.card_shadow import CardShadow
from historydesk.ui.cards.card_text import CardText
from historydesk.ui.cards.card_ways import CardActions, CardLinks
from historydesk.ui.cards.hover_grace import HoverGrace
from historydesk.ui.cards.placement import place_card
from historydesk.ui.theme import Appearance, default_appearance

WIDTH = 344
"""Width of a card at 100 %."""

TALLEST = 0.6
"""Share of the window's height a card may take; a longer one scrolls."""


@dataclass(frozen=True, slots=True)
class _Shown:
    card: Card
    anchor: QRect


class CardPopup(QFrame):
    """One card over the window. Owned by the shell; a child of the window it lies on.

    A reference inside a card is asked for with ``reference_requested``; when its card is given, it takes
    the place
    of the first, with an arrow back: one level deep. Opened by hovering, a card never takes the keyboard,
    and it
    goes when the pointer has left both word and card.
    """

    reference_requested = Signal(Reference)
    uses_requested = Signal(Reference)
    index_requested = Signal(Reference)
    map_requested = Signal(Reference)
    timeline_requested = Signal(Reference)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._appearance = default_appearance()
        self._stack: list[_Shown] = []
        self._asked: Reference | None = None
        self._by_hover = False
        self._returning: QWidget | None = None
        self._shadow = CardShadow(parent)
        self._make_parts()
        self._grace = HoverGrace(self)
        self._grace.passed.connect(self.close_card)
        self.set_appearance(self._appearance)
        self.hide()

    def _make_parts(self) -> None:
        self._head = CardHead(self)
        self.back, self.close_button = self._head.back, self._head.close_button
        self.back.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.close_card)
        inner = QWidget()
        inner.setObjectName("card-inner")
        self.text = CardText(inner)
        self.text.reference_chosen.connect(self._on_reference)
        self._links = CardLinks(inner)
        self._actions = CardActions(self)
        for ways in (self._links, self._actions):
            ways.chosen.connect(self._on_way)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 0, 20, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self._links)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._inner = inner
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._lay_out_parts()

    def _lay_out_parts(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 10)
        whole.setSpacing(6)
        whole.addWidget(self._head)
        whole.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 20, 0)
        foot.addWidget(self._actions)
        whole.addLayout(foot)

    # -- showing and closing --------------------------------------------------------------------

    @property
    def card(self) -> Card | None:
        """The card shown."""
        return self._stack[-1].card if self._stack else None

    @property
    def is_nested(self) -> bool:
        """Whether a card opened from a card is shown."""
        return len(self._stack) > 1

    def show_card(self, card: Card, anchor: QRect, *, modal_focus: bool) -> None:
        """Show a card beside its words (``anchor``: their rectangle on the screen).

        With ``modal_focus`` it takes the keyboard and gives it back when closed. The answer to
        ``reference_requested`` opens on top of the card that asked.
        """
        nested = self._asked is not None and self._asked == card.reference and bool(self._stack)
        self._asked = None
        if nested:
            first = self._stack[0]
            self._stack = [first, _Shown(card, first.anchor)]
            modal_focus = modal_focus or not self._by_hover
        else:
            self._stack = [_Shown(card, QRect(anchor))]
        if not self.isVisible() or not nested:
            focused = QApplication.focusWidget()
            if focused is None or not self.isAncestorOf(focused):
                self._returning = focused
        self._by_hover = not modal_focus
        self._fill()
        self._arrange()
        self._shadow.show()
        self._shadow.raise_()
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            application.installEventFilter(self)
        if self._by_hover:
            self._grace.watch(self._stack[-1].anchor)
        else:
            self._grace.stop()
            first_stop = self.text if not self.text.isHidden() else self.close_button
            first_stop.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_card(self) -> None:
        """Hide the card; the keyboard goes back to where it was."""
        if not self._stack:
            return
        self._stack = []
        self._asked = None
        self._grace.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        returning, self._returning = self._returning, None
        self.hide()
        self._shadow.hide()
        if had_focus and returning is not None and returning.isVisible():
            returning.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @Slot()
    def go_back(self) -> None:
        """From the second card to the first."""
        if self.is_nested:
            self._stack.pop()
            self._fill()
            self._arrange()
            if not self._by_hover:
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def hover_left(self) -> None:
        """The pointer left the words: stay a little, so that it can travel to the card."""
        if self._by_hover and self._stack:
            self._grace.leave()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes; an open card is drawn anew."""
        self._appearance = appearance
        theme = appearance.theme
        self._shadow.set_dark(theme.is_dark)
        self._head.set_appearance(appearance)
        size = round(appearance.px(13))
        self.setStyleSheet(
            "QScrollArea, QWidget#card-inner { background: transparent; }"
            "QPushButton { background: transparent; border: 2px solid transparent; padding: 2px 6px; }"
            f"QPushButton {{ color: {theme.css('blue')}; min-height: {appearance.target - 8}px; }}"
            f"QPushButton {{ font-size: {size}px; font-weight: 600; }}"
            f"QPushButton:hover {{ background: {theme.css('hover')}; }}"
            f"QPushButton:focus {{ border-color: {theme.css('focus')}; }}"
            f"QPushButton[kind='source'], QPushButton[kind='more'] {{ font-weight: 500; }}"
        )
        if self._stack:
            self._fill()
            self._arrange()

    # -- content --------------------------------------------------------------------------------

    def _fill(self) -> None:
        card = self._stack[-1].card
        self._head.fill(card, self._appearance, nested=self.is_nested)
        self.setAccessibleName(", ".join(part for part in (card.kicker, card.title) if part))
        self.text.set_card(card, self._appearance)
        self._links.fill(card, self.text.references())
        self._actions.fill(card)

    def buttons(self) -> list[QPushButton]:
        """The ways on from the card, in reading order."""
        return [*self._links.buttons(), *self._actions.buttons()]

    # -- place ----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        window = self.parentWidget()
        if window is None or not self._stack:
            return
        room = window.rect()
        anchor = self._stack[-1].anchor
        word = QRect(window.mapFromGlobal(anchor.topLeft()), anchor.size())
        width = min(round(WIDTH * max(1.0, min(1.7, self._appearance.text_percent / 100))), room.width() - 24)
        height = self._height_in(width)
        tallest = round(room.height() * TALLEST)
        if height > tallest:
            width = min(round(width * 1.15), room.width() - 24)
            height = self._height_in(width)
        box = place_card(word, QSize(width, min(height, tallest)), room, QSize(min(width, 240), 120))
        whole = self._height_in(box.width())
        if whole > box.height():
            self._height_in(box.width(), self._area.verticalScrollBar().sizeHint().width())
        self.setGeometry(box)
        self._shadow.follow(box)
        self._area.verticalScrollBar().setValue(0)

    def _height_in(self, width: int, scroll_bar: int = 0) -> int:
        inner = width - 32 - scroll_bar
        self.text.setFixedHeight(max(1, self.text.height_in(inner)))
        height = 4 + self._head.height_in(width, self._appearance) + 6
        parts = 0
        for part, high in (
            (self.text, self.text.height()),
            (self._links, self._links.height_in(inner)),
            (self._actions, self._actions.height_in(width - 32)),
        ):
            if not part.isHidden():
                if part is not self.text:
                    part.setFixedHeight(high)
                height += high
                parts += 1
        return height + 6 * max(0, parts - 1) + 10 + 2

    # -- events ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes from anywhere; a press outside closes and goes on to what was pressed."""
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._stack:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    if self.is_nested:
                        self.go_back()
                    else:
                        self.close_card()
                return True
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and self._stack:
            if isinstance(watched, QWidget) and not self._holds(event.globalPosition().toPoint()):
                self.close_card()
        elif kind == QEvent.Type.Resize and watched is self.parentWidget() and self._stack:
            self._later()
        return False

    def _later(self) -> None:
        # The words move with the window; their place is not known here.
        QTimer.singleShot(0, self, self.close_card)

    def _holds(self, point: QPoint) -> bool:
        return self.rect().contains(self.mapFromGlobal(point))

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab stays in a card that has the keyboard."""
        stops: list[QWidget] = [] if self.text.isHidden() else [self.text]
        stops += self.buttons()
        if not self.back.isHidden():
            stops.append(self.back)
        stops.append(self.close_button)
        focused = QApplication.focusWidget()
        if focused not in stops:
            return bool(super().focusNextPrevChild(next_child))
        target = stops[(stops.index(focused) + (1 if next_child else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if next_child else Qt.FocusReason.BacktabFocusReason)
        self._area.ensureWidgetVisible(target, 0, 4)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page and arrow keys scroll a long card."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    @Slot(Reference, QRect)
    def _on_reference(self, reference: Reference, rect: QRect) -> None:
        self._ask(reference)

    def _ask(self, reference: Reference) -> None:
        self._asked = reference
        self._grace.stay()
        self.reference_requested.emit(reference)

    @Slot(str, Reference)
    def _on_way(self, does: str, reference: Reference) -> None:
        if does == "reference":
            self._ask(reference)
        elif does in ("map", "follow"):
            self.map_requested.emit(reference)
        elif does == "timeline":
            self.timeline_requested.emit(reference)
        elif does == "uses":
            self.uses_requested.emit(reference)
        elif does == "index":
            self.index_requested.emit(reference)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with round corners."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if theme.is_high_contrast else 1
        painter.setPen(QPen(theme.color("edge" if theme.is_high_contrast else "rule"), width))
        painter.setBrush(theme.color("card"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
