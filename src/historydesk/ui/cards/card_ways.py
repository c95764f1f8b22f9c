"""The ways on from a card: to what it names, and to other views of its subject."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.entities import Card, CardLink
from historydesk.domain.reference import Reference
from historydesk.ui.theme.fitting_button import FittingButton
from historydesk.ui.theme.flow_layout import FlowLayout


class CardWays(QWidget):
    """A row of buttons that breaks into lines. Owned by the card popup; base of its two rows.

    A button's object name says what it does: one word, or a word and the reference it is about.
    """

    chosen = Signal(str, Reference)
    """What to do, and with what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=2, row_gap=0)
        self._reference: Reference | None = None

    def buttons(self) -> list[QPushButton]:
        """The ways in reading order."""
        found = [self._row.itemAt(n).widget() for n in range(self._row.count())]  # type: ignore[union-attr]
        return [button for button in found if isinstance(button, QPushButton)]

    def height_in(self, width: int) -> int:
        """Height of the lines of buttons in this width."""
        return self._row.heightForWidth(width)

    def _begin(self, card: Card) -> None:
        self._reference = card.reference
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _add(self, label: str, does: str, kind: str) -> None:
        button = FittingButton(label, self)
        button.setObjectName(does)
        button.setProperty("kind", kind)
        button.setAccessibleName(label.removesuffix(" →"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_clicked)
        self._row.addWidget(button)
        button.show()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            does, _, which = button.objectName().partition(" ")
            reference = Reference.parse(which) if which else self._reference
            if reference is not None:
                self.chosen.emit(does, reference)


class CardLinks(CardWays):
    """To the sources and to everything else that a card names. Owned by the card popup."""

    def fill(self, card: Card, named: Sequence[tuple[Reference, str]]) -> None:
        """The ways of a card, each once; ``named`` are the references in its text."""
        self._begin(card)
        seen = {card.reference}
        for kind, entries in (
            ("source", [(link.reference, link.label) for link in card.sources]),
            ("more", [(link.reference, link.label) for link in card.links if not _is_journey(link)]),
            ("more", named),
        ):
            for reference, label in entries:
                if reference not in seen and len(label.strip()) >= 2:
                    seen.add(reference)
                    self._add(label, f"reference {reference}", kind)
        self.setVisible(self._row.count() > 0)


class CardActions(CardWays):
    """To the map, the timeline, the chapters and the index. Owned by the card popup."""

    def fill(self, card: Card) -> None:
        """What can be done with the subject of a card."""
        self._begin(card)
        scheme = card.reference.scheme
        if scheme == "journey":
            self._add(self.tr("Follow this journey"), "map", "action")
        elif scheme == "place":
            self._add(self.tr("Show on the map"), "map", "action")
        for link in card.links:
            if _is_journey(link):
                words = self.tr("Follow: {journey}").format(journey=link.label)
                self._add(words, f"follow {link.reference}", "action")
        if scheme == "event":
            self._add(self.tr("Show on the timeline"), "timeline", "action")
        if scheme == "chapter":
            self._add(self.tr("Read"), f"reference {card.reference}", "action")
        if card.uses == 1:
            self._add(self.tr("Used in 1 chapter"), "uses", "action")
        elif card.uses > 1:
            self._add(self.tr("Used in {count} chapters").format(count=card.uses), "uses", "action")
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
            self._add(everything, "index", "action")
        self.setVisible(self._row.count() > 0)


def _is_journey(link: CardLink) -> bool:
    """Whether a link is followed on the map at once, not by way of its card."""
    return link.reference.scheme == "journey"
