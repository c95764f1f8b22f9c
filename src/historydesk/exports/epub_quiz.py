"""The questions of the book, and behind them their answers, with ways there and back."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import PROMPTS, partners, solution, stem
from historydesk.domain.quiz_ordering import items_of, mixed
from historydesk.exports.markup import clean

QUESTIONS, ANSWERS = "questions.xhtml", "answers.xhtml"

Part = tuple[ChapterSummary, tuple[Question, ...]]
Rewrite = Callable[[str], str]
"""The compiler's HTML → the book's."""


def question_sections(parts: list[Part], rewrite: Rewrite) -> list[str]:
    """Every question, by chapter."""
    lines = []
    for chapter, questions in parts:
        lines.append(f'<h2 id="quiz-{chapter.number}">{chapter.number} {_text(chapter.title)}</h2>')
        for number, question in enumerate(questions, start=1):
            id_ = f"{chapter.number}-{number}"
            lines.append(f'<section class="entry" id="question-{id_}">\n<h3>Question {number}</h3>')
            lines.append(f"<div>{rewrite(stem(question.data, '…'))}</div>")
            lines += _offered(question, rewrite)
            if _has_answer(question):
                lines.append(f'<p class="links"><a href="{ANSWERS}#answer-{id_}">Answer</a></p>')
            lines.append("</section>")
    return lines


def answer_sections(parts: list[Part], rewrite: Rewrite) -> list[str]:
    """Every answer with what teaches, by chapter."""
    lines = []
    for chapter, questions in parts:
        lines.append(f"<h2>{chapter.number} {_text(chapter.title)}</h2>")
        for number, question in enumerate(questions, start=1):
            if not _has_answer(question):
                continue
            id_ = f"{chapter.number}-{number}"
            lines.append(
                f'<section class="entry" id="answer-{id_}">\n'
                f'<h3><a href="{QUESTIONS}#question-{id_}">Question {number}</a></h3>'
            )
            right = _right(question, rewrite)
            if right:
                lines.append(f"<div><strong>{right}</strong></div>")
            if question.data.get("feedback"):
                lines.append(f"<div>{rewrite(str(question.data['feedback']))}</div>")
            lines.append("</section>")
    return lines


def _offered(question: Question, rewrite: Rewrite) -> list[str]:
    """What there is to choose from."""
    answers = question.data.get("answers")
    given = answers if isinstance(answers, list) else []
    if question.kind in ("single", "multiple"):
        items = [rewrite(str(each["html"])) for each in given]
    elif question.kind == "truefalse":
        items = ["True", "False"]
    elif question.kind == "ordering":
        named = items_of(question)
        items = [rewrite(named[number]) for number in mixed(question, 0)]
    elif question.kind == "matching":
        lefts = "".join(f"<li>{rewrite(str(each['left']))}</li>" for each in given if each["left"])
        items = [_text(each) for each in sorted(partners(question))]
        return [f"<ol>{lefts}</ol>", f"<ul>{''.join(f'<li>{each}</li>' for each in items)}</ul>"]
    else:
        return []
    return [f'<ol class="choices">{"".join(f"<li>{each}</li>" for each in items)}</ol>']


def _right(question: Question, rewrite: Rewrite) -> str:
    if question.kind == "truefalse":
        return "True" if question.data["right"] else "False"
    asked = tuple(map(str, mixed(question, 0))) if question.kind == "ordering" else ()
    return rewrite(solution(question, asked))


def _has_answer(question: Question) -> bool:
    return question.kind not in PROMPTS or bool(question.data.get("feedback"))


def _text(text: str) -> str:
    return escape(clean(text), quote=False)
