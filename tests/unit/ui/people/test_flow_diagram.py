"""The picture of all phases without a program around it."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from historydesk.domain.alliances import Member, Phase, Side, Struggle
from historydesk.ui.people.flow_diagram import FlowDiagram
from historydesk.ui.theme import Appearance, load_theme

STILL = Appearance(load_theme("paper"), reduced_motion=True)


def phase(number: int, people: dict[str, Side]) -> Phase:
    members = tuple(Member(name.lower(), f"First {name}", name, side) for name, side in people.items())
    return Phase(f"p{number}", f"{1920 + number}", f"Phase number {number}", members)


STRUGGLE = Struggle(
    (
        phase(1, {"Anna": "won", "Boris": "won", "Clara": "against"}),
        phase(2, {"Anna": "won", "Boris": "against", "Clara": "apart"}),
        phase(3, {"Anna": "won", "David": "against"}),
    )
)


@pytest.fixture
def made(qtbot: QtBot, fonts: None) -> FlowDiagram:
    return flow_of(qtbot, STRUGGLE, 1000)


def flow_of(qtbot: QtBot, struggle: Struggle, width: int, look: Appearance = STILL) -> FlowDiagram:
    around = QScrollArea()
    qtbot.addWidget(around)
    around.setWidgetResizable(True)
    around.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    flow = FlowDiagram()
    flow.set_appearance(look)
    flow.set_struggle(struggle)
    flow.show_phase(0)
    around.setWidget(flow)
    around.resize(width, 900)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    flow.around = around  # type: ignore[attr-defined]
    return flow


def test_every_phase_and_every_person_is_a_named_control(made: FlowDiagram) -> None:
    assert [head.accessibleName() for head in made.heads()] == [
        f"Phase {number} of 3: Phase number {number}, {1920 + number}" for number in (1, 2, 3)
    ]
    assert [chip.accessibleName() for chip in made.chips(1)] == ["First Anna", "First Clara", "First Boris"]
    boris = made.chips(1)[2]
    assert boris.accessibleDescription() == "Against it. before: with the winners"


def test_the_phase_chosen_is_marked_and_chosen_by_its_head(qtbot: QtBot, made: FlowDiagram) -> None:
    made.phase_chosen.connect(made.show_phase)
    QTest.mouseClick(made.heads()[2], Qt.MouseButton.LeftButton)
    assert [head.isChecked() for head in made.heads()] == [False, False, True]
    assert made.heads()[2].accessibleDescription() == "Shown"


def test_a_person_is_asked_for_with_the_phase_it_was_chosen_in(made: FlowDiagram) -> None:
    asked: list[tuple[int, str]] = []
    made.person_chosen.connect(lambda number, person: asked.append((number, person)))
    QTest.mouseClick(made.chips(2)[1], Qt.MouseButton.LeftButton)
    assert asked == [(2, "david")]


def test_up_and_down_walk_within_a_phase(made: FlowDiagram) -> None:
    made.focus(0)
    names = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or made, Qt.Key.Key_Down)
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() if focused is not None else "")
    assert names == ["First Anna", "First Boris", "First Clara", "First Clara"]
    QTest.keyClick(QApplication.focusWidget() or made, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is made.chips(0)[1]


def test_the_keyboard_stays_with_a_person_from_phase_to_phase_where_there_is_one(made: FlowDiagram) -> None:
    made.keep_keyboard(made.chips(0)[1], 1)
    assert QApplication.focusWidget() is made.chips(1)[2]
    made.keep_keyboard(made.chips(1)[2], 2)
    assert QApplication.focusWidget() is made.heads()[2]


def test_the_picture_moves_to_the_phase_chosen_unless_motion_is_reduced(
    qtbot: QtBot, made: FlowDiagram
) -> None:
    made.show_phase(1)
    assert not made.is_moving()
    made.set_appearance(Appearance(load_theme("paper")))
    made.show_phase(2)
    assert made.is_moving()
    qtbot.waitUntil(lambda: not made.is_moving())


def test_where_there_is_no_room_for_all_the_phase_chosen_comes_into_sight(qtbot: QtBot, fonts: None) -> None:
    many = Struggle(tuple(phase(number, {"Anna": "won", "Boris": "against"}) for number in range(1, 13)))
    flow = flow_of(qtbot, many, 620)
    assert not flow.shows_all()
    for number in (0, 5, 11, 3):
        flow.show_phase(number)
        shown = [head.number for head in flow.heads()]
        assert number in shown
        assert len(shown) < 12
        assert all(flow.rect().contains(head.geometry()) for head in flow.heads())


@pytest.mark.parametrize(("width", "percent"), [(560, 100), (980, 100), (1280, 100), (900, 200)])
def test_nobody_overlaps_however_many_and_however_long_their_names(
    qtbot: QtBot, fonts: None, width: int, percent: int
) -> None:
    crowd: dict[str, Side] = {f"Person{number}": "won" for number in range(20)}
    crowd |= {"Preobrazhensky-Shcherbakovsky the Elder": "against", "X" * 60: "apart"}
    struggle = Struggle((phase(1, crowd), phase(2, {"Anna": "won"}), phase(3, dict(reversed(crowd.items())))))
    look = Appearance(load_theme("contrast"), text_percent=percent, reduced_motion=True)
    flow = flow_of(qtbot, struggle, width, look)
    for number in range(3):
        flow.show_phase(number)
        QApplication.processEvents()
        controls = [*flow.heads(), *flow.chips()]
        assert all(flow.rect().contains(each.geometry()) for each in controls)
        assert not any(
            one.geometry().intersects(other.geometry()) for one, other in combinations(controls, 2)
        )
        assert not flow.grab().isNull()


def test_a_struggle_of_one_phase_and_one_of_none(qtbot: QtBot, fonts: None) -> None:
    flow = flow_of(qtbot, Struggle(STRUGGLE.phases[:1]), 900)
    assert flow.shows_all()
    assert len(flow.chips()) == 3
    flow.set_struggle(Struggle())
    assert flow.chips() == ()
    assert flow.heightForWidth(500) == 0
