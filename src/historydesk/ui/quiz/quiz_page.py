"""The quiz of a chapter: one question at a time, then what one knew."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QScrollPrepareEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_judging import PROMPTS, Verdict, judge
from historydesk.domain.reference import Reference
from historydesk.ui.quiz.answer_button import AnswerCard
from historydesk.ui.quiz.order_card import OrderCard
from historydesk.ui.quiz.question_view import QuestionView
from historydesk.ui.quiz.quiz_end import QuizEnd
from historydesk.ui.quiz.step_line import StepLine
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

COLUMN = 640
"""Width of the column in pixels at 100 %: about 65 letters."""

SIDE = 24


class _Scroll(PageArea):
    """Left and Right belong to the page: there is nothing to scroll sideways. Owned by the page.

    A finger on the grip of an item drags the item, elsewhere it scrolls.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll up and down only."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let go of a finger that drags something."""
        if isinstance(event, QScrollPrepareEvent):
            at = event.startPos().toPoint()
            card = self.viewport().childAt(at)
            if isinstance(card, OrderCard) and card.has_grip_at(card.mapFrom(self.viewport(), at)):
                event.ignore()
                return True
        return super().viewportEvent(event)


class QuizPage(QWidget):
    """Asks, checks and teaches; owned by the window, filled by its desk.

    ``set_quiz`` brings the questions with the answers kept; ``answered`` tells of each answer checked.
    """

    answered = Signal(str, object, bool)
    """Question id, what was given, whether it was right."""

    passage_requested = Signal(str)
    """The passage that tells the answer to this question."""

    chapter_requested = Signal()
    retake_requested = Signal()
    save_requested = Signal()
    reference_requested = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiz")
        self.setAutoFillBackground(True)
        self._appearance = default_appearance()
        self._questions: tuple[Question, ...] = ()
        self._attempt = 1
        self._given: dict[str, Given] = {}
        self._at = 0
        self._wanted: QWidget | None = None
        self.question: QuestionView | None = None
        self.end: QuizEnd | None = None
        self._make_parts()
        self._connect()
        self.set_appearance(self._appearance)

    def _make_parts(self) -> None:
        self.area = _Scroll(self)
        self.column = QWidget(self.area.page)
        self.column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.kicker = Words(self.tr("Check what you know"), self.column)
        self.title = Words("", self.column)
        self.count = Words("", self.column)
        self.steps = StepLine(self.column)
        self.save = QPushButton(self.tr("Save as PDF…"), self.column)
        self.save.setAccessibleName(self.tr("Save the questions and their key as a PDF"))
        self.save.setProperty("role", "quiet")
        self.save.setToolTip(self.tr("A sheet to print, with an answer key on a page of its own"))
        self.leave = QPushButton(self.tr("←  To the chapter"), self.column)
        self.leave.setAccessibleName(self.tr("To the chapter"))
        self.leave.setProperty("role", "quiet")
        self.leave.setProperty("flush", "true")
        self.back = QPushButton(self.tr("Previous"), self.column)
        self.back.setAccessibleName(self.tr("Previous question"))
        self.back.setProperty("role", "secondary")
        self.skip = QPushButton(self.tr("Skip"), self.column)
        self.skip.setAccessibleName(self.tr("Skip this question for now"))
        self.skip.setProperty("role", "quiet")
        self.go_on = QPushButton("", self.column)
        self.go_on.setProperty("role", "primary")
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QHBoxLayout(self.area.page)
        middle.setContentsMargins(SIDE, 0, SIDE, 0)
        middle.addStretch(1)
        middle.addWidget(self.column, 1000)
        middle.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.leave)
        head.addStretch(1)
        head.addWidget(self.save)
        self._place = QVBoxLayout()
        ways = QHBoxLayout()
        ways.addWidget(self.back)
        ways.addStretch(1)
        ways.addWidget(self.skip)
        ways.addWidget(self.go_on)
        rows = QVBoxLayout(self.column)
        rows.setContentsMargins(0, 8, 0, 24)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self.kicker)
        above.addStretch(1)
        above.addWidget(self.count)
        rows.addLayout(above)
        rows.addWidget(self.title)
        rows.addSpacing(4)
        rows.addWidget(self.steps)
        rows.addSpacing(12)
        rows.addLayout(self._place)
        rows.addSpacing(12)
        rows.addLayout(ways)
        rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_requested)
        self.leave.clicked.connect(self.chapter_requested)
        self.back.clicked.connect(self.previous)
        self.skip.clicked.connect(self._on_skip)
        self.go_on.clicked.connect(self.advance)
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)

    # -- what the desk gives --------------------------------------------------------------------

    def set_quiz(
        self, title: str, questions: tuple[Question, ...], attempt: int, given: dict[str, Given]
    ) -> None:
        """Show a chapter's questions at the first that was not answered; all answered, their end."""
        self._questions, self._attempt, self._given = questions, attempt, dict(given)
        self.title.setText(title)
        open_ = [number for number, each in enumerate(questions) if each.id not in given]
        self.go_to(open_[0] if open_ else len(questions))

    def set_can_save(self, can_save: bool) -> None:
        """Whether a sheet may be saved here."""
        self.save.setVisible(can_save)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        theme = appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, theme.color("page"))
        self.setPalette(colors)
        small = appearance.interface_face(13, weight=600, chrome=False)
        self.kicker.set_look(small, theme.color("red"), 1.4)
        self.title.set_look(appearance.reading_face(24, weight=600), theme.color("ink"), 1.25, balanced=True)
        self.count.set_look(appearance.interface_face(14, chrome=False), theme.color("soft_ink"), 1.4)
        self.steps.set_appearance(appearance)
        self.column.setMaximumWidth(round(appearance.px(COLUMN)))
        for part in (self.question, self.end):
            if part is not None:
                part.set_appearance(appearance)

    # -- where one is ---------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """The number of the question shown, from 0; as many as there are at the end."""
        return self._at

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was answered, nor begun to be."""
        view = self.question
        return not self._given and (view is None or not view.form.is_complete())

    def go_to(self, number: int) -> None:
        """Show a question, or the end behind the last."""
        self._at = max(0, min(number, len(self._questions)))
        self._wanted = None
        for old in (self.question, self.end):
            if old is not None:
                old.hide()
                self._place.removeWidget(old)
                old.deleteLater()
        self.question = self.end = None
        if self._at == len(self._questions):
            self._show_end()
        else:
            self._show_question(self._questions[self._at])
        answered = tuple(each.id in self._given for each in self._questions)
        self.steps.set_steps(answered, self._at)
        self.area.verticalScrollBar().setValue(0)
        self._update_ways()

    def _show_question(self, question: Question) -> None:
        view = self.question = QuestionView(question, self._attempt, self._appearance, self.column)
        view.changed.connect(self._update_ways)
        view.reached.connect(self._on_reached)
        view.passage_requested.connect(self._on_passage)
        view.reference_chosen.connect(self.reference_requested)
        if question.id in self._given:
            view.show_answer(self._given[question.id])
        self._place.addWidget(view)
        # What is made last comes last by Tab: the ways on belong behind the question.
        for before, after in pairwise((view.feedback.link, self.back, self.skip, self.go_on)):
            QWidget.setTabOrder(before, after)
        words = self.tr("Question {number} of {total}")
        self.count.setText(words.format(number=self._at + 1, total=len(self._questions)))

    def _show_end(self) -> None:
        judged = tuple((each, self._verdict(each)) for each in self._questions)
        end = self.end = QuizEnd(judged, self._appearance, self.column)
        end.question_requested.connect(self.go_to_question)
        end.passage_requested.connect(self._on_passage_of)
        end.retake_requested.connect(self.retake_requested)
        end.chapter_requested.connect(self.chapter_requested)
        self._place.addWidget(end)
        self.count.setText("")

    def _verdict(self, question: Question) -> Verdict:
        given = self._given.get(question.id)
        return judge(question, given if given is not None else ())

    @Slot()
    def _update_ways(self) -> None:
        view = self.question
        at_end = view is None
        for widget in (self.back, self.go_on, self.steps, self.count):
            widget.setVisible(not at_end)
        if view is None:
            self.skip.hide()
            return
        self.back.setEnabled(self._at > 0)
        waits = view.verdict is None and view.question.kind not in PROMPTS
        self.skip.setVisible(waits and any(each.id not in self._given for each in self._others()))
        last = self._at + 1 == len(self._questions)
        if view.verdict is None and not view.is_only_read:
            compares = view.question.kind in PROMPTS
            self.go_on.setText(self.tr("Compare") if compares else self.tr("Check"))
            self.go_on.setEnabled(view.can_check)
            compare = self.tr("Compare it with what the author says")
            self.go_on.setAccessibleName(compare if compares else self.tr("Check the answer"))
        else:
            self.go_on.setText(self.tr("To the end") if last else self.tr("Next"))
            self.go_on.setEnabled(True)
            self.go_on.setAccessibleName(self.tr("To the end") if last else self.tr("Next question"))

    def _others(self) -> list[Question]:
        return [each for number, each in enumerate(self._questions) if number != self._at]

    # -- going on -------------------------------------------------------------------------------

    @Slot()
    def advance(self) -> None:
        """Check the answer; when it was checked, go on."""
        view = self.question
        if view is None:
            return
        if view.verdict is None and not view.is_only_read:
            self._check(view)
            return
        if view.question.id not in self._given:
            self._keep(view.question, (), is_right=True)
        self._turn(1)

    def _check(self, view: QuestionView) -> None:
        if not view.can_check:
            return
        given = view.form.given()
        verdict = view.check()
        self._keep(view.question, given, is_right=verdict.word in {"right", "read"})
        self._update_ways()
        self.steps.set_steps(tuple(each.id in self._given for each in self._questions), self._at)
        view.feedback.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = view.feedback
        self._reveal()

    def _keep(self, question: Question, given: Given, *, is_right: bool) -> None:
        self._given[question.id] = given
        self.answered.emit(question.id, given, is_right)

    @Slot()
    def _reveal(self) -> None:
        """Bring what was said into view, and the way on; again when its height is known."""
        if self._wanted is not None:
            self.area.ensureWidgetVisible(self.go_on, 0, SIDE)
            self.area.ensureWidgetVisible(self._wanted, 0, 0)

    @Slot(QWidget)
    def _on_reached(self, part: QWidget) -> None:
        self.area.ensureWidgetVisible(part, 0, SIDE)

    @Slot()
    def previous(self) -> None:
        """The question before."""
        self._turn(-1)

    @Slot()
    def next(self) -> None:
        """The question behind, answered or not; the end only when all are answered."""
        if self._at + 1 < len(self._questions) or all(each.id in self._given for each in self._questions):
            self._turn(1)

    @Slot()
    def _on_skip(self) -> None:
        """Leave it open; behind the last question the first open one follows."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        there = self._at + step
        if there == len(self._questions):
            open_ = [n for n, each in enumerate(self._questions) if each.id not in self._given]
            there = open_[0] if open_ else there
        if 0 <= there <= len(self._questions) and there != self._at:
            self.go_to(there)
            self.focus_first()

    @Slot(int)
    def go_to_question(self, number: int) -> None:
        """Look at a question from the end."""
        self.go_to(number)
        self.focus_first()

    @Slot()
    def focus_first(self) -> None:
        """The keyboard to where one goes on."""
        if self.end is not None:
            self.end.focus_first()
        elif self.question is not None:
            if self.question.question.kind in PROMPTS:
                self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.question.focus_first()

    @Slot()
    def _on_passage(self) -> None:
        if self.question is not None:
            self.passage_requested.emit(self.question.question.id)

    @Slot(int)
    def _on_passage_of(self, number: int) -> None:
        self.passage_requested.emit(self._questions[number].id)

    # -- keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter checks and goes on, Left and Right turn."""
        key = event.key()
        focused = QApplication.focusWidget()
        is_answer = isinstance(focused, AnswerCard)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton) and not is_answer:
                super().keyPressEvent(event)
            elif not event.isAutoRepeat():
                self.advance()
        elif key == Qt.Key.Key_Left:
            self.previous()
        elif key == Qt.Key.Key_Right:
            self.next()
        elif (
            self.question is None
            or not Qt.Key.Key_1 <= key <= Qt.Key.Key_9
            or not self.question.form.press(key - Qt.Key.Key_0)
        ):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A classroom screen."""
        return QSize(1366, 712)

    def minimumSizeHint(self) -> QSize:
        """It fits a quarter of a small screen, too."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what has the keyboard in view."""
        super().resizeEvent(event)
        focused = QApplication.focusWidget()
        if focused is not None and self.column.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, SIDE)
