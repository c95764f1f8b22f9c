"""The form of each kind of question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from historydesk.domain.quiz import Question
from historydesk.ui.quiz.answer_form import AnswerForm, ChoiceForm, MatchingForm, ThoughtForm, WordForm
from historydesk.ui.quiz.ordering_form import OrderingForm


def form_for(question: Question, attempt: int, parent: QWidget) -> AnswerForm:
    """The form of a question's kind; one without controls for what is only read."""
    forms: dict[str, type[AnswerForm]] = {
        "single": ChoiceForm,
        "multiple": ChoiceForm,
        "truefalse": ChoiceForm,
        "matching": MatchingForm,
        "ordering": OrderingForm,
        "short": WordForm,
        "number": WordForm,
    }
    return forms.get(question.kind, ThoughtForm)(question, attempt, parent)
