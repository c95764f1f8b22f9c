"""What needs a source, and the strict pack in which it must name one."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.packs.compiled_text import CompiledPassage
from historydesk.packs.compiler import check_pack
from historydesk.packs.evidence import lacking


def _passage(text: str, kind: str = "paragraph", *, cites: bool = False) -> CompiledPassage:
    return CompiledPassage("p", kind, "", text, references=[("source", "kotkin2014")] if cites else [])


@pytest.mark.parametrize("kind", ["paragraph", "list", "aside", "table"])
def test_a_number_in_figures_needs_a_source(kind: str) -> None:
    assert lacking(_passage("About 240,000 came.", kind)) == "a passage with a number cites no source"
    assert lacking(_passage("About 240,000 came.", kind, cites=True)) == ""


def test_a_quotation_needs_a_source_and_a_pull_quote_does_not() -> None:
    assert lacking(_passage("It was cold.", "quote")) == "a quotation cites no source"
    assert lacking(_passage("It was cold in 1918.", "pull")) == ""


@pytest.mark.parametrize(
    "words", ["“a cold month”", "„ein kalter Monat“", "« un mois froid »", '"a cold month"']
)
def test_quoted_words_need_a_source(words: str) -> None:
    assert lacking(_passage(f"They spoke of {words}.")) == "a passage with quoted words cites no source"


def test_a_quotation_mark_without_its_pair_quotes_nothing_however_long_the_text() -> None:
    assert lacking(_passage('It was "' + "cold and " * 20_000)) == ""


@pytest.mark.parametrize("text", ["It was “cold”.", "It was cold.", "One “is” cold and one “was”."])
def test_a_single_word_is_named_and_not_quoted(text: str) -> None:
    assert lacking(_passage(text)) == ""


def test_a_figure_needs_a_source_for_the_numbers_it_shows() -> None:
    shown = '<p><img src="figure:figures/rows-1.svg" alt="{}"></p>'
    assert lacking(CompiledPassage("p", "figure", shown.format("Two rows"), "Two rows")) == ""
    figure = CompiledPassage("p", "figure", shown.format("A bar at 240,000"), "Who came")
    assert lacking(figure) == "a figure with a number cites no source"
    figure.references.append(("source", "rigby1968"))
    assert lacking(figure) == ""


@pytest.mark.parametrize("kind", ["heading", "caution"])
def test_what_announces_or_shows_needs_no_source(kind: str) -> None:
    assert lacking(_passage("In 1918", kind)) == ""


def test_what_is_not_certain_needs_a_source() -> None:
    doubts = frozenset({("event", "e031")})
    passage = CompiledPassage("p", "paragraph", "", "A robbery.", references=[("event", "e031")])
    told = "a passage links the event “e031”, which is not certain, and cites no source"
    assert lacking(passage, doubts) == told
    passage.references.append(("source", "suny2020"))
    assert lacking(passage, doubts) == ""


def _strict(pack: Path) -> list[tuple[str, int]]:
    plan = pack / "pack.toml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("format = 1\n", 'format = 1\nevidence = "strict"\n'), encoding="utf-8")
    problems = check_pack(pack).problems
    assert problems.errors == len(problems.found)
    return [(problem.path, problem.line) for problem in problems.in_order()]


def test_a_strict_pack_is_refused_where_a_number_has_no_source(pack: Path) -> None:
    assert _strict(pack) == [("en/chapters/two-calendars.md", 21)]


def test_a_strict_pack_is_built_when_its_author_says_that_there_is_none(pack: Path) -> None:
    chapter = pack / "en" / "chapters" / "two-calendars.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("{#table}", "{#table .unsourced}"), encoding="utf-8")
    assert _strict(pack) == []
