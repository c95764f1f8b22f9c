"""One flash card: a word or its meaning in front, all of it behind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from historydesk.domain.glossary import UNTOLD
from historydesk.domain.practice import GAP, Front, PracticeCard, front_of_meaning
from historydesk.domain.quiz_judging import plain
from historydesk.domain.reference import Reference
from historydesk.ui.practice.swipe_hand import SwipeHand
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.language_names import language_name
from historydesk.ui.theme.words import Words

USES = 3
"""Chapters named on a card, at most."""

PAD = 32
HIGH = 260
"""Pixels at 100 %: around the words, and the least height."""


class FlashCard(QAbstractButton):
    """A card that a press turns; owned by ``PracticePage``. What assistive technology reads is the side shown.

    The keyboard stays on the card when it is turned and when another card takes its place.
    """

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._card: PracticeCard | None = None
        self._front: Front = "term"
        self._is_turned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.title = Words("", self)
        self.script = Words("", self)
        self.say = Words("", self)
        self.body = BodyText(self)
        self.body.reference_activated.connect(self.reference_activated)
        self.uses = QWidget(self)
        self._used = Words(self.tr("Used in"), self.uses)
        self._flow = FlowLayout(self.uses, gap=10, row_gap=0)
        self._flow.addWidget(self._used)
        uses = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        uses.setHeightForWidth(True)
        self.uses.setSizePolicy(uses)
        self.hand = SwipeHand(self)
        self.hand.watch(self)
        self.hand.watch(self.body.viewport())
        self._rows = QVBoxLayout(self)
        self._rows.addStretch(1)
        for widget in (self.title, self.script, self.say):
            self._rows.addWidget(widget)
        self._rows.addSpacing(10)
        self._rows.addWidget(self.body)
        self._rows.addWidget(self.uses)
        self._rows.addStretch(1)
        self._rows.setSpacing(2)

    @property
    def is_turned(self) -> bool:
        """Whether the back is shown."""
        return self._is_turned

    def show_card(self, card: PracticeCard, front: Front, *, is_turned: bool = False) -> None:
        """Show one side of a card."""
        self._card, self._front, self._is_turned = card, front, is_turned
        self._show()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        self.body.set_appearance(appearance)
        pad = round(appearance.chrome_px(PAD))
        self._rows.setContentsMargins(pad, pad, pad, pad)
        self.setMinimumHeight(round(appearance.chrome_px(HIGH)))
        self._show()

    def _show(self) -> None:
        card = self._card
        if card is None:
            return
        term, is_turned = card.term, self._is_turned
        shows_term = is_turned or self._front == "term"
        origin = term.script
        if origin and term.language != UNTOLD:
            origin = f"{origin}\u2002·\u2002{language_name(term.language)}"
        self.title.setText(term.title)
        self.script.setText(origin)
        self.say.setText(term.say)
        self._dress(large=not is_turned)
        self.title.setVisible(shows_term)
        self.script.setVisible(shows_term and bool(term.script))
        self.say.setVisible(shows_term and bool(term.say))
        meaning = card.html if is_turned else front_of_meaning(card.html, term)
        self.body.setVisible(is_turned or not shows_term)
        if not self.body.isHidden():
            self.body.set_body(meaning)
            self.body.setAccessibleName(term.title if is_turned else self.tr("Meaning"))
        has_links = is_turned and bool(self.body.links())
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)
        self._show_uses(card if is_turned else None)
        said = [term.title, origin, term.say] if shows_term else []
        if not shows_term or is_turned:
            said.append(plain(meaning).replace(GAP, self.tr("blank")))
        hint = self.tr("Press to see the word again") if is_turned else self.tr("Press to turn the card")
        self.setAccessibleDescription(hint)
        self.setAccessibleName(". ".join(filter(None, said)))
        self.update()

    def _dress(self, *, large: bool) -> None:
        appearance, color = self._appearance, self._appearance.theme.color
        title = appearance.reading_face(34 if large else 26, weight=700)
        self.title.set_look(title, color("ink"), 1.2, balanced=True)
        self.script.set_look(appearance.reading_face(20 if large else 17), color("soft_ink"), 1.4)
        self._used.set_look(appearance.interface_face(14), color("soft_ink"), 1.4)
        self.say.set_look(appearance.reading_face(17, italic=True), color("soft_ink"), 1.4)

    def _show_uses(self, card: PracticeCard | None) -> None:
        while (item := self._flow.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        links = card.uses[:USES] if card is not None else ()
        for link in links:
            button = QPushButton(link.label.replace("&", "&&"), self.uses)
            button.setProperty("role", "link")
            button.setAccessibleName(self.tr("Used in {chapter}").format(chapter=link.label))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.reference_activated.emit, link.reference))
            self._flow.addWidget(button)
            button.show()
        self.uses.setVisible(bool(links))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the page, not to a row of buttons."""
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and a ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        focused = self.hasFocus()
        edge = theme.color("focus") if focused else theme.color("edge" if self.underMouse() else "rule")
        painter.setPen(QPen(edge, 2 if focused or theme.is_high_contrast else 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 14, 14)
        if self._is_turned:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("red"))
            top = round(self._appearance.chrome_px(PAD))
            painter.drawRoundedRect(QRectF(0.5, top, 4, self.height() - 2 * top), 2, 2)
