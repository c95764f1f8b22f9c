"""The end of a quiz: what one knew, in words, and where to read again what one did not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import Verdict, plain, stem
from historydesk.ui.quiz.prose import Prose
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.words import Words

Judged = tuple[Question, Verdict]


class QuizEnd(QWidget):
    """A sentence, a line for each question, and the ways on; owned by the quiz page."""

    question_requested = Signal(int)
    passage_requested = Signal(int)
    retake_requested = Signal()
    chapter_requested = Signal()

    def __init__(self, judged: tuple[Judged, ...], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._judged = judged
        self.title = Words(self._sentence(), self)
        self.words = Words(self._advice(), self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(self.words)
        rows.addSpacing(8)
        self._ways = QHBoxLayout()
        rows.addLayout(self._ways)
        rows.addSpacing(12)
        self.retake = QPushButton(self.tr("Take it again"), self)
        self.retake.setProperty("role", "secondary")
        self.retake.clicked.connect(self.retake_requested)
        self.chapter = QPushButton(self.tr("Back to the chapter"), self)
        self.chapter.setProperty("role", "primary")
        self.chapter.clicked.connect(self.chapter_requested)
        self._ways.setSpacing(12)
        self._ways.addWidget(self.chapter)
        self._ways.addWidget(self.retake)
        self._ways.addStretch(1)
        self.lines = [_EndLine(number, *each, self) for number, each in enumerate(judged)]
        for line in self.lines:
            line.question_requested.connect(self.question_requested)
            line.passage_requested.connect(self.passage_requested)
            rows.addWidget(line)
        self.setAccessibleName(f"{self.title.text()} {self.words.text()}".strip())
        self.set_appearance(appearance)

    def _counts(self) -> tuple[int, int]:
        asked = [verdict for _, verdict in self._judged if verdict.word != "read"]
        return sum(verdict.is_right for verdict in asked), len(asked)

    def _sentence(self) -> str:
        right, asked = self._counts()
        if not asked:
            return self.tr("You have come to the end.")
        if right == asked:
            return self.tr("You knew the answer.") if asked == 1 else self.tr("You knew all the answers.")
        if right == 0:
            return self.tr("None was right this time.")
        whole = self.tr("You knew {right} of {asked}.")
        return whole.format(right=self._number(right), asked=self._number(asked))

    def _advice(self) -> str:
        right, asked = self._counts()
        if right == asked:
            return ""
        return self.tr("The chapter tells the rest. Read it again, and try once more when you like.")

    def _number(self, count: int) -> str:
        words = (
            *(self.tr("none"), self.tr("one"), self.tr("two"), self.tr("three"), self.tr("four")),
            *(self.tr("five"), self.tr("six"), self.tr("seven"), self.tr("eight"), self.tr("nine")),
            *(self.tr("ten"), self.tr("eleven"), self.tr("twelve")),
        )
        return words[count] if count < len(words) else str(count)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        color = appearance.theme.color
        self.title.set_look(appearance.reading_face(24, weight=600), color("ink"), 1.25, balanced=True)
        self.words.set_look(appearance.reading_face(17), color("soft_ink"), 1.5)
        self.words.setVisible(bool(self.words.text()))
        for line in self.lines:
            line.set_appearance(appearance)

    def focus_first(self) -> None:
        """The keyboard to the way back."""
        self.chapter.setFocus(Qt.FocusReason.OtherFocusReason)


class _EndLine(QWidget):
    """One question, how it stands, and the ways to it; owned by the end."""

    question_requested = Signal(int)
    passage_requested = Signal(int)

    def __init__(self, number: int, question: Question, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._verdict = number, verdict
        self._rule = QColor()
        self._asked = stem(question.data)
        self._state = Words(
            {
                "right": self.tr("Right"),
                "partly": self.tr("Partly right"),
                "wrong": self.tr("Not yet"),
                "read": self.tr("To think about"),
            }[verdict.word],
            self,
        )
        self._prompt = Prose(self)
        self.look = QPushButton(self.tr("Look at it"), self)
        self.read = QPushButton(self.tr("Read it again  →"), self)
        asked = plain(self._asked)
        self.look.setAccessibleName(self.tr("Look at it: {question}").format(question=asked))
        self.read.setAccessibleName(
            self.tr("Read it again in the chapter: {question}").format(question=asked)
        )
        for button in (self.look, self.read):
            button.setProperty("role", "link")
        self.read.setVisible(verdict.word in ("partly", "wrong"))
        self.look.clicked.connect(self._on_look)
        self.read.clicked.connect(self._on_read)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        ways.addWidget(self.look)
        ways.addWidget(self.read)
        ways.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 10, 0, 2)
        rows.setSpacing(0)
        rows.addWidget(self._prompt)
        rows.addLayout(ways)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        tone = {"right": "blue", "partly": "ochre", "wrong": "red", "read": "soft_ink"}[self._verdict.word]
        color = appearance.theme.color(tone)
        self._state.set_look(appearance.interface_face(13, weight=600, chrome=False), color, 1.4)
        self._prompt.set_html(self._asked, appearance.reading_face(17), appearance)
        self._rule = appearance.theme.color("rule")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._rule)

    @Slot()
    def _on_look(self) -> None:
        self.question_requested.emit(self._number)

    @Slot()
    def _on_read(self) -> None:
        self.passage_requested.emit(self._number)
