"""The page of who stood with whom without a program around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.alliances import Council, Member, Phase, Side, Sitter, Struggle
from historydesk.domain.entities import CardLink
from historydesk.domain.reference import Reference
from historydesk.ui.people.people_page import PeoplePage
from historydesk.ui.theme import Appearance, load_theme


def member(person: str, side: Side, note: str = "") -> Member:
    return Member(person, f"First {person.title()}", person.title(), side, note)


STRUGGLE = Struggle(
    (
        Phase(
            "a",
            "1923–24",
            "The three",
            (member("stalin", "won"), member("zinoviev", "won"), member("trotsky", "against")),
            "Triumvirate",
            "Left Opposition",
            issue="Democracy in the party.",
            outcome="The Left was condemned.",
            sources=(CardLink("Daniels 1960", Reference("source", "daniels1960")),),
        ),
        Phase(
            "b",
            "spring – December 1925",
            "The two",
            (
                member("stalin", "won"),
                member("trotsky", "apart", "silent"),
                member("zinoviev", "against"),
                Member("", "Sokolnikov", "Sokolnikov", "against"),
            ),
            "Duumvirate",
            "New Opposition",
        ),
        Phase("c", "1930–32", "After", (member("stalin", "won"), member("ryutin", "against"))),
    )
)


@pytest.fixture
def page(qtbot: QtBot, fonts: None) -> PeoplePage:
    made = PeoplePage(QWidget(), QWidget())
    qtbot.addWidget(made)
    made.set_appearance(Appearance(load_theme("paper"), reduced_motion=True))
    made.resize(1366, 700)
    made.set_struggle(STRUGGLE)
    made.show_phase(0)
    made.show_flow(False)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def boxes(page: PeoplePage) -> dict[str, QRect]:
    """Where each person stands."""
    return {button.key: page.diagram.target(button.key) for button in page.diagram.buttons()}


def test_every_person_is_a_named_control(page: PeoplePage) -> None:
    assert [button.accessibleName() for button in page.diagram.buttons()] == [
        "First Stalin",
        "First Zinoviev",
        "First Trotsky",
    ]
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in page.diagram.buttons())
    assert page.diagram.buttons()[2].accessibleDescription() == "Against it: Left Opposition."


def test_the_sides_lie_apart(page: PeoplePage) -> None:
    page.show_phase(1)
    won, apart, against = (page.diagram.band(side) for side in ("won", "apart", "against"))
    assert won.bottom() < apart.top()
    assert apart.bottom() < against.top()
    where = boxes(page)
    assert won.contains(where["stalin"])
    assert apart.contains(where["trotsky"])
    assert against.contains(where["zinoviev"])


def test_who_changed_sides_is_said_in_words_and_seen_to_move(qtbot: QtBot, page: PeoplePage) -> None:
    page.set_appearance(Appearance(load_theme("paper")))
    before = boxes(page)["zinoviev"]
    page.show_phase(1)
    button = page.diagram.button("zinoviev")
    assert button is not None
    assert page.diagram.is_moving()
    assert button.pos() == before.topLeft()
    qtbot.waitUntil(lambda: not page.diagram.is_moving())
    assert button.geometry() == boxes(page)["zinoviev"]
    assert "before: with the winners" in button.accessibleDescription()
    words = page.diagram.accessibleDescription()
    assert "Zinoviev crossed from the winners to the other side." in words
    assert "Trotsky no longer stood against the winners, but on neither side." in words


def test_with_reduced_motion_people_stand_there_at_once(page: PeoplePage) -> None:
    page.show_phase(1)
    assert not page.diagram.is_moving()
    assert {button.key: button.geometry() for button in page.diagram.buttons()} == boxes(page)


def test_arrows_home_and_end_ask_for_phases_from_chips_and_people(qtbot: QtBot, page: PeoplePage) -> None:
    asked: list[int] = []
    page.phase_requested.connect(asked.append)
    page.phase_requested.connect(page.show_phase)
    page.focus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    assert asked == [1, 2, 0, 2]
    page.diagram.buttons()[0].setFocus()
    QTest.keyClick(page.diagram.buttons()[0], Qt.Key.Key_Left)
    assert asked[-1] == 1


def test_a_chip_asks_for_its_phase_and_marks_the_one_shown(page: PeoplePage) -> None:
    asked: list[int] = []
    page.phase_requested.connect(asked.append)
    assert [chip.text() for chip in page.bar.chips] == ["1923–24", "1925", "1930–32"]
    QTest.mouseClick(page.bar.chips[1], Qt.MouseButton.LeftButton)
    assert asked == [1]
    page.show_phase(1)
    assert [chip.isChecked() for chip in page.bar.chips] == [False, True, False]


def test_a_person_with_an_entry_is_asked_for_and_others_are_not(page: PeoplePage) -> None:
    asked: list[str] = []
    page.person_requested.connect(asked.append)
    page.show_phase(1)
    for button in page.diagram.buttons():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["stalin", "trotsky", "zinoviev"]


def test_the_list_says_the_same_and_takes_the_place_of_the_picture(page: PeoplePage) -> None:
    page.show_phase(1)
    page.as_list.click()
    assert page.list.isVisible()
    assert not page.diagram.isVisible()
    words = page.list.toPlainText()
    for button in page.diagram.buttons():
        assert button.accessibleName() in words
    assert "Side that won: Duumvirate" in words
    assert "silent" in words


def test_the_card_takes_the_place_of_the_diagram_where_there_is_no_room_for_both(page: PeoplePage) -> None:
    page.show_person("stalin")
    assert page.diagram.isVisible()
    page.resize(700, 600)
    assert not page.diagram.isVisible()
    page.show_person("")
    assert page.diagram.isVisible()


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1024, 600, 100), (1366, 768, 100), (1366, 768, 200)]
)
def test_targets_are_large_and_words_have_room(
    page: PeoplePage, width: int, height: int, percent: int
) -> None:
    appearance = Appearance(load_theme("paper"), text_percent=percent, reduced_motion=True)
    page.set_appearance(appearance)
    page.resize(width, height)
    page.show_phase(1)
    for button in page.diagram.buttons():
        member = button.member
        assert member is not None
        name = QFontMetrics(appearance.interface_face(15, weight=600, chrome=False))
        assert button.height() >= appearance.target
        assert button.width() > name.horizontalAdvance(member.label)
    assert all(chip.height() >= appearance.target for chip in page.bar.chips)


def council(number: int) -> Council:
    return Council(
        f"c{number}", "The Council", f"192{number}", (Sitter("stalin", "Joseph Stalin", "Stalin", True),)
    )


def test_a_pack_with_a_ruling_body_and_no_phases_shows_that_body(page: PeoplePage) -> None:
    page.set_struggle(Struggle(councils=(council(1), council(3))))
    assert page.table.isVisible()
    assert page.council.isVisible()
    assert not any(part.isVisible() for part in (page.flow, page.diagram, page.bar, page.facts, page.sides))
    asked: list[int] = []
    page.council_requested.connect(asked.append)
    page.focus()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_End)
    assert asked == [1]


def test_a_long_name_of_a_ruling_body_is_cut_on_its_control_and_whole_above_its_picture(
    page: PeoplePage,
) -> None:
    name = "The Council of All the Very Long Titles and Names of the Whole Country"
    page.set_struggle(Struggle(STRUGGLE.phases, (Council("c", name, "1925", ()),)))
    page.show_council(True)
    assert page.council.text() == "The Council of All the Very Long Tit…"[:35] + "…"
    assert page.council.accessibleName() == page.head.title.text() == name


def test_a_pack_with_neither_says_so(page: PeoplePage) -> None:
    page.set_struggle(Struggle())
    assert page.number == -1
    assert not any(part.isVisible() for part in (page.flow, page.table, page.diagram, page.head.council))


def test_a_low_page_has_no_strip_of_time(page: PeoplePage) -> None:
    strip = page.panes()[-1]
    assert strip.isVisible()
    page.resize(1024, 500)
    assert not strip.isVisible()


def test_all_phases_or_one_are_shown_as_chosen(page: PeoplePage) -> None:
    page.all_phases.click()
    assert page.flow.isVisible()
    assert not page.diagram.isVisible()
    page.as_list.click()
    assert page.list.isVisible()
    assert not page.flow.isVisible()
    page.as_list.click()
    page.sides.click()
    assert page.diagram.isVisible()
    assert not page.flow.isVisible()
    assert page.sides.isChecked()
    assert page.sides.accessibleDescription() == "Shown"


def test_the_sides_are_named_below_the_picture_of_all_phases(page: PeoplePage) -> None:
    page.all_phases.click()
    page.show_phase(1)
    assert "Duumvirate, against: New Opposition" in page.facts.values()


def test_the_keyboard_stays_on_the_page_when_the_picture_it_was_in_goes(page: PeoplePage) -> None:
    page.all_phases.click()
    page.focus()
    assert page.flow.has_keyboard()
    page.show_flow(False)
    assert QApplication.focusWidget() is page.sides
    page.bar.focus(0)
    page.show_flow(True)
    assert QApplication.focusWidget() is page.all_phases
