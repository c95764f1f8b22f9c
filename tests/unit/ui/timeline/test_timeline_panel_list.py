"""The lists beside the timeline: what they show, find and say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from historydesk.ui.timeline.timeline_panel_list import (
    ID_ROLE,
    LINE_ROLE,
    Line,
    PanelList,
    Participant,
)

PEOPLE = (
    Participant("stalin", "Joseph Stalin", "1878–1953"),
    Participant("ordzhonikidze", "Sergo Ordzhonikidze", "1886–1937"),
    Participant("krupskaya", "Nadezhda Krupskaya", "1869–1939"),
)


@pytest.fixture
def model(qtbot: QtBot) -> PanelList[Participant]:
    made = PanelList[Participant](lambda each: Line(each.title, each.note, "aside"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_items(PEOPLE)
    return made


def titles(model: PanelList[Participant]) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_rows_come_in_the_order_given(model: PanelList[Participant]) -> None:
    assert titles(model) == [each.title for each in PEOPLE]
    assert model.index(0, 0).data(ID_ROLE) == "stalin"
    assert model.index(0, 0).data(LINE_ROLE) == Line("Joseph Stalin", "1878–1953", "aside")


def test_a_row_is_read_out_whole(model: PanelList[Participant]) -> None:
    spoken = model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Joseph Stalin, 1878–1953, aside"


def test_a_filter_finds_other_spellings_and_none(model: PanelList[Participant]) -> None:
    model.set_filter("ORDJONIKIDZE")
    assert titles(model) == ["Sergo Ordzhonikidze"]
    assert model.row_of("ordzhonikidze") == 0
    assert model.row_of("stalin") == -1
    model.set_filter("zzz")
    assert titles(model) == []
    model.set_filter("")
    assert len(titles(model)) == 3


def test_lines_are_made_only_for_rows_that_are_looked_at(qtbot: QtBot) -> None:
    made: list[str] = []

    def line_of(each: Participant) -> Line:
        made.append(each.id)
        return Line(each.title, each.note)

    model = PanelList[Participant](line_of)
    model.set_items([Participant(str(number), f"Person {number}", "") for number in range(50_000)])
    model.set_filter("person 4999")
    assert made == []
    assert model.index(0, 0).data(LINE_ROLE).title == "Person 4999"
    assert made == ["4999"]
