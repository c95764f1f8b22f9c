"""Who stood with whom in the shipped pack, and the screen that shows it in the running program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.domain.alliances import SIDES, Struggle
from historydesk.store.evidence import read_evidence
from historydesk.store.people import read_struggle
from historydesk.ui.index.card_pane import CardPane
from historydesk.ui.people.people_page import PeoplePage
from tests.ui.visitor import Visitor

SIZES = ((1024, 600, 100), (1366, 768, 100), (1920, 1080, 100), (1366, 768, 200))


@pytest.fixture(scope="module")
def struggle(shipped_pack: Path) -> Struggle:
    return read_struggle(shipped_pack, "en")


@pytest.fixture
def visitor(qtbot: QtBot, shipped_pack: Path, tmp_path: Path, fonts: None) -> Iterator[Visitor]:
    program = Program(shipped_pack, folder=tmp_path / "data")
    done: list[bool] = []
    program.ready.connect(lambda: done.append(True))
    window = program.open(show=False)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    visitor = Visitor(program, qtbot)
    visitor.services.settings.set("reduced_motion", True)
    yield visitor
    program.close()


def people(visitor: Visitor, item: str = "") -> PeoplePage:
    """The page, opened and filled."""
    visitor.see_people(item)
    page = visitor.window.surfaces.people
    assert page is not None
    return page


def pane(page: PeoplePage) -> CardPane:
    found = page.findChild(CardPane)
    assert found is not None
    return found


def test_there_are_seven_phases_each_with_sides_issue_outcome_and_sources(struggle: Struggle) -> None:
    assert [phase.id for phase in struggle.phases] == [f"al-{number}" for number in range(1, 8)]
    for phase in struggle.phases:
        assert phase.on("won")
        assert phase.on("against")
        assert phase.issue
        assert phase.outcome
        assert phase.sources


def test_bukharin_never_stands_beside_trotsky(struggle: Struggle) -> None:
    for phase in struggle.phases[1:]:
        sides = (phase.side_of("bukh"), phase.side_of("trot"))
        assert sides[0] is None or sides[0] != sides[1], phase.id


def test_zinoviev_and_kamenev_cross_from_stalin_to_trotsky(struggle: Struggle) -> None:
    for person in ("zino", "kame"):
        assert [phase.side_of(person) for phase in struggle.phases[1:5]] == [
            "won",
            "won",
            "against",
            "against",
        ]
        assert struggle.came_from(3)[person] == "won"
    assert struggle.phases[4].side_of("trot") == "against"


def test_stalin_stands_on_the_winning_side_of_every_phase(struggle: Struggle) -> None:
    assert {phase.side_of("stalin") for phase in struggle.phases} == {"won"}


def test_the_politburo_has_as_many_members_as_its_table_of_numbers_counts(shipped_pack: Path) -> None:
    councils = read_struggle(shipped_pack, "en").councils
    tables = {table.id: table for table in read_evidence(shipped_pack, "en").tables}
    for council, figure in zip(councils, tables["n-9"].figures, strict=True):
        full, candidates = (
            [sitter.label for sitter in council.sitters if sitter.is_full is rank] for rank in (True, False)
        )
        assert figure.author.endswith(council.dates)
        assert figure.label == f"{len(full)} full members, {len(candidates)} candidates"
        for label in (*full, *candidates):
            assert label in figure.counts


def test_only_stalin_sat_from_first_to_last(struggle: Struggle) -> None:
    always = [
        sitter.person
        for sitter in struggle.sitters()
        if all(council.seat(sitter.key) for council in struggle.councils)
    ]
    assert always == ["stalin"]
    trotsky = [council.seat("trot") for council in struggle.councils]
    assert trotsky == [True, True, True, None, None, None, None]


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_the_picture_of_the_politburo_is_whole_and_nothing_overlaps_at_any_date(
    visitor: Visitor, width: int, height: int, percent: int
) -> None:
    visitor.services.settings.set("text_percent", percent)
    visitor.window.resize(width, height)
    page = people(visitor, "council")
    QApplication.processEvents()
    assert page.table.isVisible()
    assert not page.diagram.isVisible()
    table = page.table
    for number in range(7):
        page.council_requested.emit(number)
        assert table.number == number
        # The page around it lays itself out in a moment.
        visitor.qtbot.waitUntil(
            lambda: table.facts.height() >= table.facts.heightForWidth(table.facts.width())
        )
        for one, other in pairwise(table.heads):
            assert one.geometry().right() < other.geometry().left()
        for head in table.heads:
            assert min(head.width(), head.height()) >= 40
            assert head.height() >= head.height_within(head.width())
        for one, other in pairwise([table.facts, *table.rows]):
            assert one.geometry().bottom() < other.geometry().top()
        for row in table.rows:
            assert row.height() >= row.heightForWidth(row.width())
            assert table.rect().contains(row.geometry())


def test_a_member_of_the_politburo_says_when_and_opens_the_card(visitor: Visitor) -> None:
    page = people(visitor, "alliance:al-4")
    page.council.click()
    assert page.is_council
    row = page.table.row("kame")
    assert row is not None
    assert row.accessibleName() == "Lev Kamenev"
    said = row.accessibleDescription()
    assert said.startswith("Full member: April 1922, June 1924. Candidate: January 1926. Shot after")
    row.setFocus()
    visitor.press(Qt.Key.Key_Return)
    assert pane(page).isVisible()
    visitor.press(Qt.Key.Key_Escape)
    assert page.is_council
    assert visitor.focus() is row
    page.sides.click()
    assert not page.is_council
    assert page.number == 3
    visitor.command("back")
    assert page.is_council


def test_the_keyboard_stays_on_the_screen_when_the_picture_changes(visitor: Visitor) -> None:
    page = people(visitor, "alliance:al-4")
    page.focus()
    visitor.go("people", item="council")
    assert visitor.focus() is page.council


def test_keys_lead_through_the_dates_of_the_politburo_and_back_undoes_a_step(visitor: Visitor) -> None:
    page = people(visitor, "council")
    assert page.table.number == 0
    page.focus()
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Right)
    assert page.table.number == 2
    assert visitor.focus() is page.table.heads[2]
    assert page.table.facts.values()[4] == "Kamenev"
    visitor.command("back")
    assert page.table.number == 1
    assert "Lenin (died after strokes, 21 January 1924)" in page.table.facts.values()[5]


def test_the_politburo_follows_the_time_chosen(visitor: Visitor) -> None:
    visitor.see_timeline(days=(date(1928, 3, 1), date(1931, 1, 1)))
    visitor.command("people")
    page = visitor.window.surfaces.people
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.table.number == 4)
    page.council.click()
    assert page.is_council
    assert page.table.heads[4].isChecked()


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nobody_overlaps_in_any_phase(visitor: Visitor, width: int, height: int, percent: int) -> None:
    visitor.services.settings.set("text_percent", percent)
    visitor.window.resize(width, height)
    page = people(visitor)
    QApplication.processEvents()
    assert visitor.window.width() == width
    for number in range(7):
        page.phase_requested.emit(number)
        page.show_flow(False)
        QApplication.processEvents()
        buttons = page.diagram.buttons()
        assert len(buttons) > 1
        for one, other in combinations(buttons, 2):
            assert not one.geometry().intersects(other.geometry()), (one.key, other.key)
        for button in buttons:
            member = button.member
            assert member is not None
            assert page.diagram.band(member.side).contains(button.geometry())
            assert page.diagram.rect().contains(button.geometry())
        bands = [page.diagram.band(side) for side in SIDES]
        assert not any(one.intersects(other) for one, other in combinations(bands, 2))


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nobody_overlaps_where_all_phases_stand_together(
    visitor: Visitor, width: int, height: int, percent: int
) -> None:
    visitor.services.settings.set("text_percent", percent)
    visitor.window.resize(width, height)
    page = people(visitor)
    for number in range(7):
        page.phase_requested.emit(number)
        QApplication.processEvents()
        flow = page.flow
        assert flow.chips(number)
        controls = [*flow.heads(), *flow.chips()]
        for one, other in combinations(controls, 2):
            assert not one.geometry().intersects(other.geometry()), (one.accessibleName(), number)
        for chip in flow.chips():
            assert flow.band(chip.member.side).contains(chip.geometry())
        for control in controls:
            assert flow.rect().contains(control.geometry()), (control.accessibleName(), number)
            assert min(control.width(), control.height()) >= 40


def test_people_follow_the_chapter_one_comes_from(visitor: Visitor) -> None:
    visitor.go("read", chapter="alone-at-the-top")
    visitor.command("people")
    page = visitor.window.surfaces.people
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.number == 5)
    visitor.see_timeline("e078")
    event = visitor.window.surfaces.timeline
    assert event is not None
    visitor.command("people")
    visitor.qtbot.waitUntil(lambda: page.number != 5)


def test_the_bar_fits_a_small_window_with_large_text(visitor: Visitor) -> None:
    visitor.services.settings.set("text_percent", 200)
    visitor.window.resize(1024, 600)
    people(visitor)
    QApplication.processEvents()
    assert visitor.window.width() == 1024
    bar = visitor.window.bar
    controls = [bar.home, bar.back, bar.forward, *bar.screens.values(), bar.search, bar.settings]
    for one, other in combinations(controls, 2):
        assert not one.geometry().intersects(other.geometry())
    for control in controls:
        assert bar.rect().contains(control.geometry())
        assert control.width() >= control.minimumSizeHint().width() or not control.text()


def test_keys_lead_through_the_phases_and_back_undoes_a_step(visitor: Visitor) -> None:
    page = people(visitor, "alliance:al-4")
    assert page.number == 3
    visitor.press(Qt.Key.Key_Right)
    assert page.number == 4
    visitor.press(Qt.Key.Key_End)
    assert page.number == 6
    visitor.command("back")
    assert page.number == 4
    visitor.command("back")
    assert page.number == 3


def test_a_person_opens_the_card_beside_the_phase_and_esc_returns_to_the_person(visitor: Visitor) -> None:
    page = people(visitor, "alliance:al-4")
    button = page.flow.chip("bukh")
    assert button is not None
    button.setFocus()
    visitor.press(Qt.Key.Key_Return)
    assert page.number == 3
    assert pane(page).isVisible()
    location = visitor.services.reading.location
    assert location is not None
    assert location.item == "person:bukh"
    visitor.press(Qt.Key.Key_Escape)
    assert not pane(page).isVisible()
    assert visitor.focus() is button


def test_a_person_s_address_shows_a_phase_in_which_the_person_stands(visitor: Visitor) -> None:
    page = people(visitor, "person:ryut")
    assert page.number == 6
    assert pane(page).isVisible()


def test_people_follow_the_time_chosen_on_the_timeline(visitor: Visitor) -> None:
    visitor.see_timeline(days=(date(1928, 3, 1), date(1929, 1, 1)))
    visitor.command("people")
    page = visitor.window.surfaces.people
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.number == 5)


def test_f6_reaches_the_picture_and_the_facts(visitor: Visitor) -> None:
    page = people(visitor)
    reached = set()
    for _ in range(6):
        visitor.command("panes")
        focused = visitor.focus()
        reached |= {
            name
            for name, part in (("flow", page.flow), ("facts", page.facts))
            if focused is not None and part.isAncestorOf(focused)
        }
    assert reached == {"flow", "facts"}
