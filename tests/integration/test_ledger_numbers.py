"""Every chart shows the figures that the ledger of facts gives for it, figure by figure, and no others.

The tables in ``tests/fixtures/ledger`` are the ledger's own, cell by cell; see the README beside them.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from historydesk import paths
from historydesk.domain.evidence import FigureTable
from historydesk.domain.reference import Reference
from historydesk.packs.compiler import check_pack
from historydesk.store.content import ContentStore
from historydesk.store.evidence import read_evidence
from historydesk.store.people import read_struggle
from historydesk.ui.evidence.numbers_view import NumbersView

LEDGER = Path(__file__).resolve().parents[1] / "fixtures" / "ledger"
ONE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
NUMBER = re.compile(rf"(?<![\d.,])({ONE})(?:\s*–\s*({ONE}))?(\s*(?:m\b|million))?")
TABLES = tuple(f"N-{number}" for number in range(1, 9))
IN_MILLIONS = ("N-1", "N-2", "N-3", "N-7")
"""Tables in which the ledger leaves the word million out."""

NO_AUTHORS = {"Political", "Recorded", "Lenin", "Enrolment"}
"""Words of rows that name no author."""

Bounds = tuple[float, float]


def ledger(name: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    lines = (LEDGER / f"{name}.md").read_text(encoding="utf-8").splitlines()[2:]
    return [[cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")] for line in lines]


def figures_in(text: str, *, in_millions: bool = False) -> list[Bounds]:
    """The numbers of a text and its ranges, each as (low, high), of single people; years are no figures."""
    found = []
    for match in NUMBER.finditer(text.replace("*", "").replace("\u00a0", " ").replace("\u202f", " ")):
        words = [word for word in match.groups()[:2] if word]
        if re.fullmatch(r"1[89]\d\d|20\d\d", words[0]):
            continue
        times = 1e6 if match[3] or in_millions else 1
        values = [float(word.replace(",", "")) * (1 if "," in word else times) for word in words]
        found.append((round(values[0]), round(values[-1])))
    return found


def rows_of(table: str) -> list[list[str]]:
    return [row[1:] for row in ledger("numbers") if row[0] == table]


@pytest.fixture(scope="module")
def charts(shipped_pack: Path) -> dict[str, FigureTable]:
    return {table.id.upper(): table for table in read_evidence(shipped_pack, "en").tables}


def shown_in(chart: FigureTable) -> list[Bounds]:
    """What the marks of a chart stand for, in single people; an open end counts as the other one."""
    times = 1e6 if chart.unit.startswith("million") else 1
    shown = []
    for figure in chart.figures:
        bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
        shown.append((round(bounds[0] * times), round(bounds[-1] * times)))
    return shown


def told_in(chart: FigureTable) -> list[float]:
    """Every number that the words of a chart tell."""
    words = [re.sub(r"<[^>]+>", " ", unescape(chart.html))]
    words += [f"{figure.label}. {figure.counts}. {figure.note}" for figure in chart.figures]
    return [bound for text in words for bounds in figures_in(text) for bound in bounds]


def test_the_ledger_is_read_as_it_is_written() -> None:
    assert figures_in("**681,692** (353,074 + 328,618)") == [
        (681_692, 681_692),
        (353_074, 353_074),
        (328_618, 328_618),
    ]
    assert figures_in("950,000 – 1.2 m in 1937–38") == [(950_000, 1_200_000)]
    assert figures_in("5.5–6.5; up to 66 (1917–59)", in_millions=True) == [
        (5_500_000, 6_500_000),
        (66_000_000, 66_000_000),
    ]
    assert len(ledger("numbers")) == 67


@pytest.mark.parametrize("table", TABLES)
def test_every_figure_of_the_ledger_is_a_mark_or_is_told_beside_one(
    charts: dict[str, FigureTable], table: str
) -> None:
    chart = charts[table]
    shown, told = shown_in(chart), told_in(chart)
    marks = {bound for bounds in shown for bound in bounds}
    for who, figure, *_ in rows_of(table):
        figures = figures_in(figure, in_millions=table in IN_MILLIONS)
        assert figures, who
        assert any(bounds in shown or set(bounds) <= marks for bounds in figures), (who, figures)
        for low, high in figures:
            assert (low, high) in shown or {low, high} <= {*marks, *told}, (who, low, high)


@pytest.mark.parametrize("table", TABLES)
def test_no_mark_stands_for_what_the_ledger_does_not_say(charts: dict[str, FigureTable], table: str) -> None:
    said = [
        bound
        for _, figure, counted, _ in rows_of(table)
        for text in (figure, counted)
        for bounds in figures_in(text, in_millions=table in IN_MILLIONS)
        for bound in bounds
    ]
    for bounds, figure in zip(shown_in(charts[table]), charts[table].figures, strict=True):
        assert set(bounds) <= set(said), (figure.author, figure.label)


@pytest.mark.parametrize("table", ["N-1", "N-2", "N-3", "N-7", "N-8"])
def test_every_author_and_year_of_the_ledger_stands_at_a_mark(
    charts: dict[str, FigureTable], table: str
) -> None:
    beside = " ".join(f"{each.author} {each.year} {each.counts}" for each in charts[table].figures)
    for who, *_ in rows_of(table):
        years = re.findall(r"(?:19|20)\d\d", who)
        names = [name for name in re.findall(r"\b[A-Z][a-zé]{4,}\b", who) if name not in NO_AUTHORS]
        assert all(word in beside for word in (*names, *years)), who


@pytest.mark.parametrize("table", TABLES)
def test_the_chart_on_the_screen_draws_each_of_them(
    charts: dict[str, FigureTable], qtbot: QtBot, fonts: None, table: str
) -> None:
    view = NumbersView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_table(charts[table])
    view.show()
    drawn = [(row.figure.low, row.figure.high) for row in view.chart.rows()]
    assert drawn == [(figure.low, figure.high) for figure in charts[table].figures]
    assert len(drawn) >= len(rows_of(table))


def test_recorded_and_estimated_are_told_apart_as_in_the_ledger(charts: dict[str, FigureTable]) -> None:
    for table in ("N-4", "N-5"):
        recorded = {
            bound
            for who, figure, _, _ in rows_of(table)
            if "recorded" in who.lower()
            for bounds in figures_in(figure)
            for bound in bounds
        }
        for bounds, figure in zip(shown_in(charts[table]), charts[table].figures, strict=True):
            if bounds[0] in recorded:
                assert figure.recorded, figure.label


def test_the_politburo_has_the_members_of_the_ledger_at_every_date(shipped_pack: Path) -> None:
    councils = read_struggle(shipped_pack, "en").councils
    rows = ledger("politburo")
    assert len(councils) == len(rows) == 7
    for council, (chosen, full, candidates) in zip(councils, rows, strict=True):
        month, year = re.sub("[^A-Za-z0-9 ]", "", chosen).split()[:2]
        assert council.dates.startswith(month[:3])
        assert council.dates.endswith(year)
        for names, rank in ((full, True), (candidates, False)):
            wanted = sorted(re.sub(r"\s*\(.*?\)", "", name).strip() for name in names.split(","))
            assert sorted(each.label for each in council.sitters if each.is_full is rank) == wanted, chosen


def test_the_card_of_a_person_tells_what_seat_they_had_when(shipped_pack: Path) -> None:
    with ContentStore(shipped_pack) as store:
        facts = [(fact.label, fact.value) for fact in store.card("en", Reference("person", "bukh")).facts]
    assert ("Candidate", "The Politburo: April 1922") in facts
    assert ("Full member", "The Politburo: June 1924, January 1926, December 1927") in facts


def test_the_shipped_pack_compiles_without_a_warning() -> None:
    checked = check_pack(paths.resources() / "packs" / "stalins-rise")
    assert [str(problem) for problem in checked.problems.in_order()] == []
