"""The head of an item's card: its kind or verdict, its title, and what stands beside the title."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from historydesk.domain.entities import Card
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.chip import VERDICT_TOKENS, Chip
from historydesk.ui.theme.portrait import Portrait
from historydesk.ui.theme.words import Words


class CardTitle(QWidget):
    """Owned by whatever shows a card; ``compact`` is small and does without the kind."""

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._is_compact = compact
        self._kicker = Words(parent=self)
        self._chip = Chip(self)
        self._title = Words(parent=self)
        self._note = Words(parent=self)
        self._portrait = Portrait(56 if compact else 84, self)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        columns.addLayout(rows, 1)
        for words in (self._kicker, self._chip, self._title, self._note):
            rows.addWidget(words)
        self.set_appearance(default_appearance())

    def show_card(self, card: Card) -> None:
        """Show the head of a card."""
        kicker = QCoreApplication.translate("Card", card.kicker)
        is_verdict = card.kicker in VERDICT_TOKENS
        self._chip.set_verdict(card.kicker, kicker)
        self._chip.setVisible(is_verdict)
        self._kicker.setText(kicker.upper())
        self._kicker.setVisible(bool(kicker) and not is_verdict and not self._is_compact)
        self._title.setText(card.title)
        self._portrait.show_name(card.title if card.reference.scheme == "person" else "")
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        color = appearance.theme.color
        self._portrait.set_appearance(appearance)
        kicker = appearance.interface_face(13, weight=600, chrome=False)
        kicker.setLetterSpacing(kicker.SpacingType.AbsoluteSpacing, 0.8)
        self._kicker.set_look(kicker, color("red"))
        self._chip.set_appearance(appearance)
        title, note = (21, 15.5) if self._is_compact else (30, 17)
        self._title.set_look(appearance.reading_face(title, weight=700), color("ink"), 1.2, balanced=True)
        self._note.set_look(appearance.reading_face(note, italic=True), color("soft_ink"))
