"""The pictures of the glossary and of practice in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from historydesk.domain.glossary import Glossary, GlossaryChoice, languages_of, practice_of
from historydesk.domain.location import Location
from historydesk.tour_stage import Shot, Stage, wait_for
from historydesk.ui.index.glossary_rows import BY_CHAPTER, BY_LETTER

if TYPE_CHECKING:
    from historydesk.ui.index.index_page import IndexPage
    from historydesk.ui.practice.practice_page import PracticePage


def glossary_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """The terms by chapter, of one language, and flash cards; ``brief``: what shows a theme or size best."""
    glossary = _glossary(stage)
    if not glossary.terms:
        return
    yield Shot("index-terms-by-chapter", partial(_list, stage, GlossaryChoice(), BY_CHAPTER))
    language = min((n, tag) for tag, n in languages_of(glossary.terms).items())[1]
    yield Shot("index-terms-language", partial(_list, stage, GlossaryChoice(language=language), BY_LETTER))
    if not brief:
        chapter = next(each.id for each in glossary.chapters)
        yield Shot("index-terms-chapter", partial(_list, stage, GlossaryChoice(chapter=chapter), BY_CHAPTER))
        words = GlossaryChoice("zzzzz", language)
        yield Shot("index-terms-nothing", partial(_list, stage, words, BY_LETTER))
        yield Shot("practice-meaning", partial(_card, stage, front="meaning"))
    yield Shot("practice-front", partial(_card, stage))
    yield Shot("practice-back", partial(_card, stage, is_turned=True))
    yield Shot("practice-end", partial(_end, stage))


def _glossary(stage: Stage) -> Glossary:
    services = stage.program.services
    found: list[Glossary] = []
    if services is not None:
        services.library.load_glossary(found.append)
        wait_for(lambda: bool(found))
    return found[0] if found else Glossary()


def _list(stage: Stage, choice: GlossaryChoice, order: str) -> None:
    sections = _glossary(stage).by_chapter(_glossary(stage).chosen(choice))
    stage.go(Location("index", item=f"term:{sections[0].terms[0].id}" if sections else ""))
    page: IndexPage | None = stage.window.surfaces.index
    if page is None:
        raise RuntimeError("no index")
    page.set_order(order)
    page.show_terms(choice)


def _open(stage: Stage) -> PracticePage:
    """Practice of the same few words, so that its pictures stay as they are."""
    index: IndexPage | None = stage.window.surfaces.index
    if index is not None:
        index.show_terms(GlossaryChoice())
    stage.go(Location("home"))
    glossary = _glossary(stage)
    choice = GlossaryChoice("serfs")
    if not glossary.chosen(choice):
        choice = GlossaryChoice(glossary.terms[0].title)
    stage.go(practice_of(choice))
    page = stage.window.surfaces.practice
    if page is None:
        raise RuntimeError("no practice")
    wait_for(lambda: bool(page.count.text()))
    return page


def _card(stage: Stage, *, front: str = "term", is_turned: bool = False) -> None:
    page = _open(stage)
    page.front_chosen.emit(front)
    if is_turned:
        page.turn_card()


def _end(stage: Stage) -> None:
    page = _open(stage)
    page.front_chosen.emit("term")
    first = True
    while page.end is None:
        page.turn_card()
        (page.put_off if first else page.say_known)()
        first = False
