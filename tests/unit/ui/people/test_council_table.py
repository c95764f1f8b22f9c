"""The picture of a ruling body without a program around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from historydesk.domain.alliances import Council, Sitter, Struggle
from historydesk.ui.people.council_table import CouncilTable
from historydesk.ui.theme import Appearance, load_theme


def sat(names: str, *, full: bool) -> tuple[Sitter, ...]:
    return tuple(
        Sitter(name.lower(), f"First {name}", name, full, "Died in 1930." if name == "Anna" else "")
        for name in names.split()
    )


def council(number: int, full: str, candidates: str = "", note: str = "") -> Council:
    sitters = sat(full, full=True) + sat(candidates, full=False)
    return Council(f"c{number}", "The Council", f"May 192{number}", sitters, note)


STRUGGLE = Struggle(
    councils=(
        council(1, "Anna Boris", "Clara David"),
        council(2, "Boris Clara", "Emil", "Emil left in June."),
        council(5, "Clara", "Boris Emil"),
    )
)


def table_of(qtbot: QtBot, struggle: Struggle, width: int = 900, percent: int = 100) -> CouncilTable:
    around = QScrollArea()
    qtbot.addWidget(around)
    around.setWidgetResizable(True)
    table = CouncilTable()
    table.set_appearance(Appearance(load_theme("paper"), text_percent=percent))
    table.set_struggle(struggle)
    around.setWidget(table)
    around.resize(width, 700)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    table.around = around  # type: ignore[attr-defined]
    return table


@pytest.fixture
def table(qtbot: QtBot, fonts: None) -> CouncilTable:
    return table_of(qtbot, STRUGGLE)


def test_the_first_date_says_who_sat(table: CouncilTable) -> None:
    assert table.number == 0
    assert table.facts.values() == ("Anna and Boris", "Clara and David", "", "", "", "", "")


def test_a_later_date_says_who_came_rose_fell_and_went_and_what_became_of_them(table: CouncilTable) -> None:
    table.show_date(1)
    assert table.facts.values() == (
        "",
        "",
        "Emil",
        "Clara",
        "",
        "Anna (died in 1930); David",
        "Emil left in June.",
    )
    table.show_date(2)
    assert table.facts.values() == ("", "", "", "", "Boris", "", "")


def test_a_date_is_chosen_by_its_head(table: CouncilTable) -> None:
    asked: list[int] = []
    table.date_chosen.connect(asked.append)
    assert [head.accessibleName() for head in table.heads] == [f"The Council, May 192{n}" for n in (1, 2, 5)]
    QTest.mouseClick(table.heads[2], Qt.MouseButton.LeftButton)
    assert asked == [2]
    table.show_date(2)
    assert [head.isChecked() for head in table.heads] == [False, False, True]
    assert table.heads[2].accessibleDescription() == "Shown"
    table.show_date(7)
    assert table.number == 2


@pytest.mark.parametrize(("width", "percent"), [(560, 100), (900, 100), (900, 200), (1300, 100)])
def test_heads_and_rows_are_whole_with_many_dates_and_long_names(
    qtbot: QtBot, fonts: None, width: int, percent: int
) -> None:
    crowd = " ".join(f"Person-with-a-rather-long-name-{number}" for number in range(12))
    many = Struggle(councils=tuple(council(number, crowd, "Anna") for number in range(12)))
    table = table_of(qtbot, many, width, percent)
    QApplication.processEvents()
    for one, other in pairwise(table.heads):
        assert not one.geometry().intersects(other.geometry())
    for head in table.heads:
        assert head.height() >= head.height_within(head.width())
    for row, following in pairwise(table.rows):
        assert row.geometry().bottom() < following.geometry().top()
    for row in table.rows:
        assert row.height() >= row.heightForWidth(row.width())
    assert not table.grab().isNull()
