"""The head of a card: what kind of thing it is, its title, and the buttons back and close."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from historydesk.domain.entities import Card
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon

WITHOUT_KICKER = frozenset({"term", "place", "note"})


class CardHead(QWidget):
    """Kicker and title between back and close. Owned by the card popup."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = self._tool("arrow-left", self.tr("Back to the first card"))
        self.close_button = self._tool("x", self.tr("Close"))
        self.kicker = QLabel(self)
        self.kicker.setTextFormat(Qt.TextFormat.PlainText)
        self.kicker.setWordWrap(True)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 14, 0, 0)
        words.addWidget(self.kicker)
        words.addWidget(self.title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 4, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        theme = appearance.theme
        for button in (self.back, self.close_button):
            button.setIcon(icon(button.objectName(), theme.color("soft_ink")))
            button.setFixedSize(appearance.target, appearance.target)
        self.kicker.setFont(appearance.interface_face(12, weight=600, chrome=False))
        self.kicker.setStyleSheet(f"color: {theme.css('red')};")
        self.title.setFont(appearance.interface_face(13, chrome=False))

    def fill(self, card: Card, appearance: Appearance, *, nested: bool) -> None:
        """Name a card; ``nested``: it was opened from another one, to which an arrow leads back."""
        self.back.setVisible(nested)
        self._row.setContentsMargins(6 if nested else 20, 0, 4, 0)
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
        self.title.setText(title)
        self.title.setAccessibleName(f"{named}, {card.note}" if card.note else named)

    def height_in(self, width: int, appearance: Appearance) -> int:
        """Height that it needs in a card of this width."""
        tools = appearance.target + 8
        margins = self._row.contentsMargins()
        nested = not self.back.isHidden()
        words = width - margins.left() - margins.right() - tools - (tools if nested else 0)
        high = 14 + self.title.heightForWidth(words)
        if not self.kicker.isHidden():
            high += self.kicker.heightForWidth(words) + 2
        return max(high, appearance.target)
