"""The end of a round of flash cards: calm words, what came again, and the ways on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from historydesk.domain.entities import CardLink
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.words import Words

LISTED = 12
"""Words named at the end, at most."""


@dataclass(frozen=True, slots=True)
class PracticeSummary:
    """What a round came to: how many words it had, how many were looked at, those put off, those kept as known."""

    total: int
    seen: int
    put_off: tuple[CardLink, ...]
    kept: int


class PracticeEnd(QWidget):
    """No score: a sentence, the words to look at again, and the ways on. Owned by ``PracticePage``."""

    glossary_requested = Signal()
    again_requested = Signal()
    start_over_requested = Signal()
    reference_activated = Signal(Reference)

    def __init__(self, summary: PracticeSummary, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._summary = summary
        self.title = Words(self._sentence(), self)
        self.words = Words(self._advice(), self)
        self.listed = self._flow()
        for link in summary.put_off[:LISTED]:
            self._add(self.listed, link.label, "link").clicked.connect(
                partial(self.reference_activated.emit, link.reference)
            )
        ways = self._flow()
        self.glossary = self._add(ways, self.tr("Back to the glossary"), "primary")
        self.glossary.clicked.connect(self.glossary_requested)
        self.again = self._add(ways, self.tr("Once more"), "secondary")
        self.again.clicked.connect(self.again_requested)
        self.kept = Words(self._said_of_kept(), self)
        self.start_over = QPushButton(self.tr("Forget that and start over"), self)
        self.start_over.setProperty("role", "link")
        self.start_over.setCursor(Qt.CursorShape.PointingHandCursor)
        self.start_over.clicked.connect(self.start_over_requested)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(self.words)
        rows.addWidget(self.listed)
        rows.addSpacing(16)
        rows.addWidget(ways)
        rows.addSpacing(24)
        rows.addWidget(self.kept)
        rows.addWidget(self.start_over, 0, Qt.AlignmentFlag.AlignLeading)
        self.words.setVisible(bool(self.words.text()))
        self.listed.setVisible(bool(summary.put_off))
        self.kept.setVisible(bool(summary.kept))
        self.start_over.setVisible(bool(summary.kept))
        self.setAccessibleName(f"{self.title.text()} {self.words.text()}".strip())
        self.set_appearance(appearance)

    def _flow(self) -> QWidget:
        box = QWidget(self)
        FlowLayout(box, gap=12, row_gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        return box

    def _add(self, box: QWidget, text: str, role: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), box)
        button.setAccessibleName(text)
        button.setProperty("role", role)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = box.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def _sentence(self) -> str:
        total, seen = self._summary.total, self._summary.seen
        if seen < total:
            return self.tr("That is enough for now.")
        if total == 1:
            return self.tr("You have been through the word.")
        if total == 2:
            return self.tr("You have been through both words.")
        return self.tr("You have been through all {total} words.").format(total=total)

    def _advice(self) -> str:
        total, seen, put_off = self._summary.total, self._summary.seen, len(self._summary.put_off)
        words = []
        if seen < total:
            looked = self.tr("You looked at one of {total} words; the others come first the next time.")
            many = self.tr("You looked at {seen} of {total} words; the others come first the next time.")
            words.append((looked if seen == 1 else many).format(seen=seen, total=total))
        if put_off > LISTED:
            words.append(self.tr("Worth another look, among others:"))
        elif put_off:
            words.append(self.tr("Worth another look:"))
        return " ".join(words)

    def _said_of_kept(self) -> str:
        total, kept = self._summary.total, self._summary.kept
        if kept == total == 1:
            return self.tr("This word is kept as known.")
        if kept == total:
            return self.tr("All these words are kept as known.")
        if kept == 1:
            return self.tr("One of these words is kept as known; it comes last.")
        return self.tr("{kept} of these {total} words are kept as known; they come last.").format(
            kept=kept, total=total
        )

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        color = appearance.theme.color
        self.title.set_look(appearance.reading_face(26, weight=600), color("ink"), 1.25, balanced=True)
        self.words.set_look(appearance.reading_face(17), color("soft_ink"), 1.5)
        self.kept.set_look(appearance.interface_face(14, chrome=False), color("soft_ink"), 1.45)

    def focus_first(self) -> None:
        """The keyboard to the way back."""
        self.glossary.setFocus(Qt.FocusReason.OtherFocusReason)
