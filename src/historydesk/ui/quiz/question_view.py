"""One question with its controls, and what is said once it is answered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_judging import PROMPTS, Verdict, judge, plain, stem
from historydesk.domain.reference import Reference
from historydesk.ui.quiz.answer_form import AnswerForm
from historydesk.ui.quiz.forms import form_for
from historydesk.ui.quiz.prose import Prose
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words


def _paragraphs(parts: list[str]) -> str:
    """Pieces of HTML below one another, with room between."""
    apart = '<p style="margin-top:8px">'
    inner = [(part if part.startswith("<p") else f"<p>{part}</p>") for part in parts]
    return "".join([*inner[:1], *(part.replace("<p>", apart, 1) for part in inner[1:])])


class Feedback(QWidget):
    """What is said of an answer, the right one, and the way to the passage; owned by the question's view.

    It takes the keyboard, so that a screen reader says it when it comes.
    """

    passage_requested = Signal()
    reference_chosen = Signal(Reference)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._verdict: Verdict | None = None
        self._html, self._tone = "", "ink"
        self.setObjectName("feedback")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Words("", self)
        self.body = Prose(self)
        self.body.reference_chosen.connect(self.reference_chosen)
        self.link = QPushButton(self.tr("Read it in the chapter  →"), self)
        self.link.setAccessibleName(self.tr("Read it in the chapter"))
        self.link.setProperty("role", "link")
        self.link.clicked.connect(self.passage_requested)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 12, 18, 6)
        rows.setSpacing(4)
        rows.addWidget(self.title)
        rows.addWidget(self.body)
        line = QHBoxLayout()
        line.addWidget(self.link)
        line.addStretch(1)
        rows.addLayout(line)
        self.hide()

    def show_verdict(self, verdict: Verdict, kind: str) -> None:
        """Say how the answer stands; the right one is named where the controls of its kind do not show it."""
        self._verdict = verdict
        words = {
            "right": self.tr("Yes, that is right"),
            "partly": self.tr("Partly right"),
            "wrong": self.tr("Not quite"),
            "read": self.tr("To think about"),
        }
        self.title.setText(words[verdict.word])
        parts = list(verdict.said)
        if verdict.solution and not verdict.is_right:
            if kind in ("short", "number"):
                answer = f"<strong>{verdict.solution}</strong>"
                parts.insert(0, self.tr("The answer: {answer}").format(answer=answer))
            elif kind == "ordering":
                parts.insert(0, f"{self.tr('The right order:')}<br>{verdict.solution}")
        self._html = _paragraphs(parts)
        self.body.setVisible(bool(parts))
        self.setAccessibleName(f"{words[verdict.word]}. {plain(self._html)}")
        self.set_appearance(self._appearance)
        self.show()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        theme = appearance.theme
        if self._verdict is None:
            return
        tone = {"right": "blue", "partly": "ochre", "wrong": "red", "read": "ink"}[self._verdict.word]
        self.title.set_look(appearance.interface_face(15, weight=600, chrome=False), theme.color(tone), 1.4)
        if self._html:
            self.body.set_html(self._html, appearance.reading_face(17), appearance)
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground with a bar in the colour of what its title says."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        line = 2 if theme.is_high_contrast or self.hasFocus() else 1
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "rule"), line))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._tone))
        painter.drawRoundedRect(QRectF(8, 12, 4, self.height() - 24), 2, 2)


class QuestionView(QWidget):
    """Prompt, controls, feedback; owned by the quiz page, which makes one for each question shown."""

    changed = Signal()
    reached = Signal(QWidget)
    passage_requested = Signal()
    reference_chosen = Signal(Reference)

    def __init__(self, question: Question, attempt: int, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self.verdict: Verdict | None = None
        self.prompt = Prose(self)
        self.prompt.reference_chosen.connect(self.reference_chosen)
        self.hint = Words("", self)
        self.form: AnswerForm = form_for(question, attempt, self)
        self.form.changed.connect(self.changed)
        self.form.reached.connect(self.reached)
        self.hint.setText(self.form.hint())
        self.hint.setVisible(bool(self.form.hint()))
        self.feedback = Feedback(self)
        self.feedback.passage_requested.connect(self.passage_requested)
        self.feedback.reference_chosen.connect(self.reference_chosen)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.prompt)
        rows.addWidget(self.hint)
        rows.addWidget(self.form)
        rows.addWidget(self.feedback)
        self.set_appearance(appearance)

    @property
    def is_only_read(self) -> bool:
        """Whether there is nothing to answer, nor to compare one's thoughts with."""
        return self.question.kind in PROMPTS and not self.question.data.get("feedback")

    @property
    def can_check(self) -> bool:
        """Whether there is an answer that was not checked yet."""
        return self.verdict is None and self.form.is_complete()

    def check(self) -> Verdict:
        """Judge the answer, show how it stands, and say why."""
        self.verdict = verdict = judge(self.question, self.form.given())
        self.form.lock(verdict)
        self.feedback.show_verdict(verdict, self.question.kind)
        return verdict

    def show_answer(self, given: Given) -> None:
        """Show an answer that was checked before."""
        self.form.set_given(given)
        self.check()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        face = appearance.reading_face(21, weight=600)
        self.prompt.set_html(stem(self.question.data), face, appearance)
        soft = appearance.theme.color("soft_ink")
        self.hint.set_look(appearance.interface_face(14, chrome=False), soft, 1.4)
        self.form.set_appearance(appearance)
        self.feedback.set_appearance(appearance)

    @Slot()
    def focus_first(self) -> None:
        """The keyboard to the first control, or to what was said."""
        target = self.feedback if self.verdict is not None else self.form.first_control()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
