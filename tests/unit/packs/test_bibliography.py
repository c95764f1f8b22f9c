"""BibTeX in, Chicago author–date out."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.packs.bibliography import Source, plain_text, read_sources
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems


def read(folder: Path, text: str) -> tuple[list[Source], list[str]]:
    (folder / "sources.bib").write_text(text, encoding="utf-8")
    problems = Problems()
    sources = read_sources(PackFolder(folder, problems), "sources.bib", problems)
    return sources, [str(problem) for problem in problems.in_order()]


@pytest.mark.parametrize(
    ("entry", "short", "citation"),
    [
        (
            "@book{a, author={Suny, Ronald Grigor}, title={The Making of the Georgian Nation}, edition={2nd}, "
            "publisher={Indiana University Press}, address={Bloomington}, year={1994}}",
            "Suny 1994",
            "Suny, Ronald Grigor. 1994. <em>The Making of the Georgian Nation</em>. 2nd ed. Bloomington: "
            "Indiana University Press.",
        ),
        (
            "@article{a, author={Ellman, Michael}, title={Soviet Repression Statistics: Some Comments}, "
            "journal={Europe-Asia Studies}, volume={54}, number={7}, pages={1151--1172}, year={2002}}",
            "Ellman 2002",
            "Ellman, Michael. 2002. “Soviet Repression Statistics: Some Comments.” <em>Europe-Asia Studies</em> "
            "54 (7): 1151–1172.",
        ),
        (
            "@book{a, editor={Davies, Sarah and Harris, James}, title={Stalin: A New History}, "
            "publisher={Cambridge University Press}, address={Cambridge}, year={2005}}",
            "Davies and Harris 2005",
            "Davies, Sarah, and James Harris, eds. 2005. <em>Stalin: A New History</em>. Cambridge: Cambridge "
            "University Press.",
        ),
        (
            "@incollection{a, author={Lenin, V. I.}, title={Letter to the Congress}, booktitle={Collected Works}, "
            "volume={36}, publisher={Progress}, address={Moscow}, year={1966}, note={primary; dictated}}",
            "Lenin 1966",
            "Lenin, V. I. 1966. “Letter to the Congress.” In <em>Collected Works</em>, vol. 36. Moscow: Progress. "
            "Dictated.",
        ),
        (
            "@book{a, author={{Commission of Inquiry} and H{\\o}idal, Oddvar}, title={Q \\& A}, year={1938}}",
            "Commission of Inquiry and Høidal 1938",
            "Commission of Inquiry, and Oddvar Høidal. 1938. <em>Q &amp; A</em>.",
        ),
    ],
)
def test_entries_are_written_in_author_date_style(
    tmp_path: Path, entry: str, short: str, citation: str
) -> None:
    [source], messages = read(tmp_path, entry)
    assert messages == []
    assert (source.short, source.citation_html) == (short, citation)


def test_primary_sources_are_marked_and_the_mark_is_not_shown(tmp_path: Path) -> None:
    (first, second), _ = read(
        tmp_path,
        "@misc{a, author={B, C}, title={T}, year=1932, note={primary}}\n"
        "@misc{b, author={B, C}, title={T}, year=1932, note={secondary}}\n",
    )
    assert (first.is_primary, first.note) == (True, "")
    assert (second.is_primary, second.note) == (False, "secondary")


def test_four_authors_are_shortened(tmp_path: Path) -> None:
    [source], _ = read(tmp_path, "@misc{a, author={A, B and C, D and E, F and G, H}, title={T}, year=2002}")
    assert source.short == "A et al. 2002"


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
