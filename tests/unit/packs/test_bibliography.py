"""BibTeX in, data for citations out."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.packs.bibliography import Source, read_sources
from historydesk.packs.folder import PackFolder
from historydesk.packs.latex_text import plain_text
from historydesk.packs.problems import Problems


def read(folder: Path, text: str) -> tuple[list[Source], list[str]]:
    (folder / "sources.bib").write_text(text, encoding="utf-8")
    problems = Problems()
    sources = read_sources(PackFolder(folder, problems), "sources.bib", problems)
    return sources, [str(problem) for problem in problems.in_order()]


def test_primary_sources_are_marked_and_the_mark_is_not_shown(tmp_path: Path) -> None:
    (first, second), _ = read(
        tmp_path,
        "@misc{a, author={B, C}, title={T}, year=1932, note={primary}}\n"
        "@misc{b, author={B, C}, title={T}, year=1932, note={secondary}}\n",
    )
    assert (first.is_primary, first.note) == (True, "")
    assert (second.is_primary, second.note) == (False, "secondary")


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            "@book{a, author={B, C}, year={1932}}",
            "sources.bib:2: the source “a” has no title; add title = {…}",
        ),
        ("@book{a, author={B, C}, title={T}}", "sources.bib:2: the source “a” has no year; add year = {…}"),
        (
            "@book{a, title={T}, year={1932}}",
            "sources.bib:2: the source “a” has neither author nor editor; add author = {…}",
        ),
        (
            "@book{a, author={A, B, C, D}, title={T}, year={1932}}",
            "sources.bib:2: the source “a” has the name “A, B, C, D”, which cannot be read; "
            "write Family, Given and put “and” between two people",
        ),
        (
            "@book{a, author={A, B}, title={T}, date={1937-02-30}}",
            "sources.bib:2: the source “a” has the date “1937-02-30”, which no calendar has; "
            "write year-month-day, such as 1937-01-23",
        ),
    ],
)
def test_what_is_wrong_with_an_entry_is_one_sentence(tmp_path: Path, entry: str, problem: str) -> None:
    assert read(tmp_path, f"\n{entry}\n") == ([], [problem])


def test_a_date_does_for_a_year(tmp_path: Path) -> None:
    [source], messages = read(tmp_path, "@misc{a, author={B, C}, title={T}, date={1932-05-01}}")
    assert messages == []
    assert source.entry.item["issued"] == {"date-parts": [[1932, 5, 1]]}


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        ('Trag{\\"o}die', "Tragödie"),
        ("Mesl{\\'e}", "Meslé"),
        ("G{\\'a}bor", "Gábor"),
        ("1931--1933", "1931–1933"),
        ("``Lessons'' of `October'", "“Lessons” of ‘October’"),
        ("n\\textdegree 00447", "n°00447"),
        ("{NKVD}", "NKVD"),
        ("Stalin's", "Stalin’s"),
        ("Ko\\v{c}a", "Koča"),
        ("50\\%", "50%"),
    ],
)
def test_latex_becomes_plain_text(tex: str, plain: str) -> None:
    assert plain_text(tex) == plain
