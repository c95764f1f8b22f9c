"""The pictures of the questions in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from historydesk.domain.location import Location
from historydesk.domain.quiz_judging import is_right_choice, lines
from historydesk.domain.quiz_ordering import items_of
from historydesk.tour_stage import Shot, Stage, wait_for

if TYPE_CHECKING:
    from historydesk.ui.quiz.quiz_page import QuizPage

CHOICES = ("single", "multiple", "truefalse")
MOVED = ("matching", "ordering")
"""Kinds whose forms are more than a column of answers."""


def quiz_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """A question of each kind, what is said of an answer, the end; ``brief``: what shows a theme or size best."""
    found = _by_kind(stage)
    if not found:
        return
    first = next(iter(found.values()))
    yield Shot("quiz-answered", partial(_show, stage, *first, checked=True))
    for kind in MOVED:
        if kind in found:
            yield Shot(f"quiz-{kind}", partial(_show, stage, *found[kind]))
            yield Shot(f"quiz-{kind}-answered", partial(_show, stage, *found[kind], checked=True))
    if brief:
        return
    for kind, place in found.items():
        if kind not in MOVED:
            yield Shot(f"quiz-{kind}", partial(_show, stage, *place))
    yield Shot("quiz-end", partial(_end, stage, first[0]))


def _by_kind(stage: Stage) -> dict[str, tuple[str, int]]:
    """Chapter and number of the first question of each kind."""
    services = stage.program.services
    found: dict[str, tuple[str, int]] = {}
    for chapter in stage.chapters() if services is not None else ():
        if services is not None:
            for number, question in enumerate(services.library.questions(chapter)):
                found.setdefault(question.kind, (chapter, number))
    return found


def _open(stage: Stage, chapter: str) -> QuizPage:
    """The page, begun anew: another picture may have answered something."""
    stage.go(Location("quiz", chapter=chapter))
    page = stage.window.surfaces.quiz
    if page is None:
        raise RuntimeError("no quiz")
    wait_for(lambda: page.question is not None or page.end is not None)
    page.retake_requested.emit()
    return page


def _show(stage: Stage, chapter: str, number: int, *, checked: bool = False) -> None:
    page = _open(stage, chapter)
    page.go_to_question(number)
    if checked:
        _answer(page, rightly=False)


def _end(stage: Stage, chapter: str) -> None:
    page = _open(stage, chapter)
    number = 0
    while page.question is not None:
        _answer(page, rightly=number > 0)
        page.advance()
        number += 1


def _answer(page: QuizPage, *, rightly: bool) -> None:
    """Answer the question shown, where that is done by choosing."""
    view = page.question
    if view is None:
        return
    question = view.question
    if question.kind == "matching":
        named = [right for _, right in lines(question)]
        view.form.set_given(tuple(named if rightly else [*named[:1], *reversed(named[1:])]))
    elif question.kind == "ordering":
        order = list(map(str, range(len(items_of(question)))))
        view.form.set_given(tuple(order if rightly else [order[0], *reversed(order[1:3]), *order[3:]]))
    elif question.kind == "truefalse":
        view.form.set_given(("true" if bool(question.data["right"]) == rightly else "false",))
    elif question.kind in CHOICES:
        answers = question.data["answers"]
        count = len(answers) if isinstance(answers, list) else 0
        chosen = [n for n in range(count) if is_right_choice(question, n) == rightly]
        view.form.set_given(tuple(map(str, chosen if question.kind == "multiple" else chosen[:1])))
    else:
        view.form.set_given(("1922",))
    page.advance()
