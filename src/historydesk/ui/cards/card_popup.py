"""The card that opens at a word."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScroller,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import Card, CardLink
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.ui.cards.card_shadow import CardShadow
from historydesk.ui.cards.card_text import CardText
from historydesk.ui.cards.placement import place_card
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import icon

WIDTH = 344
"""Width of a card at 100 %."""

TALLEST = 0.6
"""Share of the window's height a card may take; a longer one scrolls."""

GRACE_MS = 400
"""How long a card opened by hovering stays while the pointer is neither on the word nor on the card."""

LOOK_MS = 80
WITHOUT_KICKER = frozenset({"term", "place", "note"})


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
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        self._grace.timeout.connect(self.close_card)
        self.set_appearance(self._appearance)
        self.hide()

    def _make_parts(self) -> None:
        self.back = self._tool("arrow-left", self.tr("Back to the first card"))
        self.back.clicked.connect(self.go_back)
        self.close_button = self._tool("x", self.tr("Close"))
        self.close_button.clicked.connect(self.close_card)
        self.kicker = QLabel(self)
        self.kicker.setTextFormat(Qt.TextFormat.PlainText)
        self.kicker.setWordWrap(True)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.RichText)
        self.heading.setWordWrap(True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        inner = QWidget()
        inner.setObjectName("card-inner")
        self.text = CardText(inner)
        self.text.reference_chosen.connect(self._on_reference)
        self._links = QWidget(inner)
        self._links_row = FlowLayout(self._links, gap=2, row_gap=0)
        self._actions = QWidget(self)
        self._actions_row = FlowLayout(self._actions, gap=2, row_gap=0)
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
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 14, 0, 0)
        words.addWidget(self.kicker)
        words.addWidget(self.heading)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 4, 0)
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head = head
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 10)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 20, 0)
        foot.addWidget(self._actions)
        whole.addLayout(foot)

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

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
        self._grace.stop()
        if self._by_hover:
            self._look.start()
        else:
            self._look.stop()
            first_stop = self.text if not self.text.isHidden() else self.close_button
            first_stop.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_card(self) -> None:
        """Hide the card; the keyboard goes back to where it was."""
        if not self._stack:
            return
        self._stack = []
        self._asked = None
        self._look.stop()
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
        if self._by_hover and self._stack and not self._grace.isActive():
            self._grace.start()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes; an open card is drawn anew."""
        self._appearance = appearance
        theme = appearance.theme
        self._shadow.set_dark(theme.is_dark)
        for button in (self.back, self.close_button):
            button.setIcon(icon(button.objectName(), theme.color("soft_ink")))
            button.setFixedSize(appearance.target, appearance.target)
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
        self.kicker.setFont(appearance.interface_face(12, weight=600, chrome=False))
        self.kicker.setStyleSheet(f"color: {theme.css('red')};")
        self.heading.setFont(appearance.interface_face(13, chrome=False))
        if self._stack:
            self._fill()
            self._arrange()

    # -- content --------------------------------------------------------------------------------

    def _fill(self) -> None:
        card = self._stack[-1].card
        appearance = self._appearance
        self.back.setVisible(self.is_nested)
        self._head.setContentsMargins(6 if self.is_nested else 20, 0, 4, 0)
        kicker = "" if card.reference.scheme in WITHOUT_KICKER else card.kicker
        self.kicker.setText(kicker)
        self.kicker.setVisible(bool(kicker))
        named = card.title
        if card.reference.scheme == "note":
            named = self.tr("Note {label}").format(label=card.title)
        size = round(appearance.px(18))
        title = (
            f"<span style=\"font-family:'{appearance.reading_family()}'; font-size:{size}px;"
            f' font-weight:700; color:{appearance.theme.css("ink")}">{escape(named)}</span>'
        )
        if card.note:
            title += (
                f'<span style="color:{appearance.theme.css("soft_ink")}">&nbsp; {escape(card.note)}</span>'
            )
        self.heading.setText(title)
        self.heading.setAccessibleName(f"{named}, {card.note}" if card.note else named)
        self.setAccessibleName(", ".join(part for part in (card.kicker, card.title) if part))
        self.text.set_card(card, appearance)
        self._fill_links(card)
        self._fill_actions(card)

    def _fill_links(self, card: Card) -> None:
        _clear(self._links_row)
        seen = {card.reference}
        for kind, entries in (
            ("source", [(link.reference, link.label) for link in card.sources]),
            ("more", [(link.reference, link.label) for link in card.links if not _is_journey(link)]),
            ("more", self.text.references()),
        ):
            for reference, label in entries:
                if reference in seen or len(label.strip()) < 2:
                    continue
                seen.add(reference)
                self._add(self._links_row, self._links, label, f"reference {reference}", kind)
        self._links.setVisible(self._links_row.count() > 0)

    def _fill_actions(self, card: Card) -> None:
        _clear(self._actions_row)
        scheme = card.reference.scheme
        if scheme == "journey":
            self._add(self._actions_row, self._actions, self.tr("Follow this journey"), "map", "action")
        elif scheme == "place":
            self._add(self._actions_row, self._actions, self.tr("Show on the map"), "map", "action")
        for link in card.links:
            if _is_journey(link):
                words = self.tr("Follow: {journey}").format(journey=link.label)
                self._add(self._actions_row, self._actions, words, f"follow {link.reference}", "action")
        if scheme == "event":
            self._add(self._actions_row, self._actions, self.tr("Show on the timeline"), "timeline", "action")
        if scheme == "chapter":
            self._add(
                self._actions_row, self._actions, self.tr("Read"), f"reference {card.reference}", "action"
            )
        if card.uses == 1:
            self._add(self._actions_row, self._actions, self.tr("Used in 1 chapter"), "uses", "action")
        elif card.uses > 1:
            words = self.tr("Used in {count} chapters").format(count=card.uses)
            self._add(self._actions_row, self._actions, words, "uses", "action")
        everything = {
            "term": self.tr("All terms →"),
            "place": self.tr("All places →"),
            "person": self.tr("All people →"),
            "event": self.tr("All events →"),
            "claim": self.tr("All evidence →"),
            "debate": self.tr("All evidence →"),
            "source": self.tr("All sources →"),
            "journey": self.tr("All stops →"),
        }.get(scheme)
        if everything:
            self._add(self._actions_row, self._actions, everything, "index", "action")
        self._actions.setVisible(self._actions_row.count() > 0)

    def _add(self, row: FlowLayout, parent: QWidget, label: str, does: str, kind: str) -> None:
        button = QPushButton(label, parent)
        button.setObjectName(does)
        button.setProperty("kind", kind)
        button.setAccessibleName(label.removesuffix(" →"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_button)
        row.addWidget(button)
        button.show()

    def buttons(self) -> list[QPushButton]:
        """The ways on from the card, in reading order."""
        rows = (self._links_row, self._actions_row)
        found = [row.itemAt(n).widget() for row in rows for n in range(row.count())]  # type: ignore[union-attr]
        return [button for button in found if isinstance(button, QPushButton)]

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
        tools = self._appearance.target + 8
        margins = self._head.contentsMargins()
        words = width - margins.left() - margins.right() - tools - (tools if self.is_nested else 0)
        head = 14 + self.heading.heightForWidth(words)
        if not self.kicker.isHidden():
            head += self.kicker.heightForWidth(words) + 2
        height = 4 + max(head, self._appearance.target) + 6
        parts = 0
        for part, high in (
            (self.text, self.text.height()),
            (self._links, self._links_row.heightForWidth(inner)),
            (self._actions, self._actions_row.heightForWidth(width - 32)),
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

    @Slot()
    def _on_look(self) -> None:
        if not self._stack:
            return
        point = QCursor.pos()
        anchor = self._stack[-1].anchor.adjusted(-6, -6, 6, 6)
        card = QRect(self.mapToGlobal(QPoint(0, 0)), self.size()).adjusted(-8, -12, 8, 12)
        if anchor.contains(point) or card.contains(point):
            self._grace.stop()
        elif not self._grace.isActive():
            self._grace.start()

    @Slot(Reference, QRect)
    def _on_reference(self, reference: Reference, rect: QRect) -> None:
        self._ask(reference)

    def _ask(self, reference: Reference) -> None:
        self._asked = reference
        self._grace.stop()
        self.reference_requested.emit(reference)

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        card = self.card
        if not isinstance(button, QPushButton) or card is None:
            return
        does, _, which = button.objectName().partition(" ")
        if does == "reference":
            reference = Reference.parse(which)
            if reference is not None:
                self._ask(reference)
        elif does == "follow":
            reference = Reference.parse(which)
            if reference is not None:
                self.map_requested.emit(reference)
        elif does == "map":
            self.map_requested.emit(card.reference)
        elif does == "timeline":
            self.timeline_requested.emit(card.reference)
        elif does == "uses":
            self.uses_requested.emit(card.reference)
        elif does == "index":
            self.index_requested.emit(card.reference)

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


def _is_journey(link: CardLink) -> bool:
    """Whether a link is followed on the map at once, not by way of its card."""
    return link.reference.scheme == "journey"


def _clear(row: FlowLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
