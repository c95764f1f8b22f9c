"""The quiz on paper: the questions, and on a page of its own their key."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_attempt import LETTERS, shuffled
from historydesk.domain.quiz_judging import PROMPTS, lines, partners, solution, stem
from historydesk.domain.quiz_ordering import items_of, mixed
from historydesk.errors import HistoryDeskError
from historydesk.ui.theme.appearance import face

DPI = 150
MARGIN_MM = 17.0
POINTS = 11


def sheet_html(pack: str, title: str, questions: tuple[Question, ...]) -> str:
    """The whole sheet; the key begins a new page. Answers stand in an order of their own for the sheet."""
    asked = "".join(_asked(number, each) for number, each in enumerate(questions, start=1))
    keys = "".join(_key(number, each) for number, each in enumerate(questions, start=1))
    name = _tr("Name: ____________________________   Date: ______________")
    return (
        f'<style>{_STYLE}</style><p class="small">{escape(pack)}</p><h1>{escape(title)}</h1><p>{name}</p>{asked}'
        f'<div style="page-break-before:always"><p class="small">{escape(pack)}</p>'
        f"<h1>{escape(_tr('Answer key'))}</h1><p>{escape(title)}</p>{keys}</div>"
    )


_STYLE = """
h1 { font-size:18pt; margin:0 0 8px 0 } p { margin:0 0 3px 0 } p.small { font-size:9pt; color:#444444 }
p.prompt { font-weight:600; margin:12px 0 3px 0 } p.answer { margin:0 0 3px 24px }
"""
"""Margins in pixels of 1/96 inch: Qt knows no others."""


def save_sheet(path: Path, pack: str, title: str, questions: tuple[Question, ...]) -> None:
    """Write the sheet as a PDF on A4; raises HistoryDeskError when the place cannot be written."""
    try:
        path.write_bytes(b"")
    except OSError as fault:
        raise HistoryDeskError(
            _tr("The sheet could not be saved."), _tr("Choose another folder."), path=path
        ) from fault
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("HistoryDesk")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = face("Literata", POINTS)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setPageSize(writer.pageLayout().paintRectPixels(DPI).size().toSizeF())
    document.setHtml(sheet_html(pack, title, questions))
    document.print_(writer)


def _tr(source: str) -> str:
    return QCoreApplication.translate("QuizSheet", source)


def _asked(number: int, question: Question) -> str:
    rows = [f'<p class="prompt">{number}. {_inline(stem(question.data, "________"))}</p>']
    if question.kind == "truefalse":
        rows += [f'<p class="answer">☐ {escape(each)}</p>' for each in (_tr("True"), _tr("False"))]
    elif question.kind in ("single", "multiple"):
        sign = "☐" if question.kind == "multiple" else "○"
        rows += [
            f'<p class="answer">{sign} {letter}) {_inline(html)}</p>'
            for letter, html, _ in _options(question)
        ]
    elif question.kind == "matching":
        rows += [f'<p class="answer">____ {_inline(left)}</p>' for left, _ in lines(question)]
        rows += [f'<p class="answer">{letter}) {escape(right)}</p>' for letter, right in _lettered(question)]
    elif question.kind == "ordering":
        rows.append(f'<p class="answer">{escape(_tr("Number these in the right order."))}</p>')
        rows += [f'<p class="answer">____ {letter}) {_inline(html)}</p>' for letter, html in _mixed(question)]
    elif question.kind != "description":
        blanks = 4 if question.kind in PROMPTS else 1
        rows += [f'<p class="answer">{"_" * 56}</p>'] * blanks
    return "".join(rows)


def _key(number: int, question: Question) -> str:
    said = [str(question.data.get("feedback", ""))]
    if question.kind == "description":
        return ""
    if question.kind == "truefalse":
        answer = _tr("True") if question.data["right"] else _tr("False")
    elif question.kind in ("single", "multiple"):
        answer = "; ".join(
            f"{letter}) {_inline(html)}" for letter, html, right in _options(question) if right
        )
    elif question.kind == "matching":
        letters = {right: letter for letter, right in _lettered(question)}
        answer = "; ".join(f"{_inline(left)}: {letters[right]}" for left, right in lines(question))
    elif question.kind == "ordering":
        asked = mixed(question, 0)
        places = {at: place for place, at in enumerate(sorted(asked), start=1)}
        answer = "; ".join(f"{letter}) {places[at]}" for letter, at in zip(LETTERS, asked, strict=False))
        said.insert(0, solution(question, tuple(map(str, asked))))
    else:
        answer = solution(question) or _tr("for discussion")
    more = "".join(f'<p class="answer">{_inline(each)}</p>' for each in said if each)
    return f'<p class="prompt">{number}. {answer}</p>{more}'


def _options(question: Question) -> list[tuple[str, str, bool]]:
    """Letter, HTML and rightness of each answer, in the order of the sheet."""
    answers = question.data["answers"]
    if not isinstance(answers, list):
        return []
    least = 1.0 if question.kind == "single" else 0.00001
    order = shuffled(len(answers), question, 0)
    return [
        (letter, answers[at]["html"], answers[at]["fraction"] >= least)
        for letter, at in zip(LETTERS, order, strict=False)
    ]


def _mixed(question: Question) -> list[tuple[str, str]]:
    """Letter and HTML of each item of an ordering question, in the order of the sheet."""
    items = items_of(question)
    return [(letter, items[at]) for letter, at in zip(LETTERS, mixed(question, 0), strict=False)]


def _lettered(question: Question) -> list[tuple[str, str]]:
    offered = partners(question)
    return [
        (letter, offered[at])
        for letter, at in zip(LETTERS, shuffled(len(offered), question, 0), strict=False)
    ]


def _inline(html: str) -> str:
    """A piece without the paragraph around it, to stand behind a number or letter."""
    return html.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "<br>")
