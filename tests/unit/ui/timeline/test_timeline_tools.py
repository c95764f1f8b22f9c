"""The controls above the timeline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import default_appearance, stylesheet
from historydesk.ui.timeline.timeline_tools import TimelineTools


@pytest.fixture
def tools(qtbot: QtBot) -> TimelineTools:
    made = TimelineTools()
    qtbot.addWidget(made)
    made.setStyleSheet(stylesheet(default_appearance()))
    made.resize(1366, made.heightForWidth(1366))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_near_and_far_are_each_other_s_way_back(qtbot: QtBot, tools: TimelineTools) -> None:
    factors: list[float] = []
    tools.zoomed.connect(factors.append)
    qtbot.mouseClick(tools.nearer, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tools.farther, Qt.MouseButton.LeftButton)
    assert factors[0] > 1
    assert factors[0] * factors[1] == pytest.approx(1.0)


def test_one_calendar_is_always_in_use(qtbot: QtBot, tools: TimelineTools) -> None:
    chosen: list[bool] = []
    tools.old_style_chosen.connect(chosen.append)
    for button, old in ((tools.old_style, True), (tools.old_style, True), (tools.new_style, False)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (tools.old_style.isChecked(), tools.new_style.isChecked()) == (old, not old)
    assert chosen == [True, True, False]
    assert tools.new_style.accessibleDescription() == "In use"


def test_the_chip_names_the_time_and_gives_it_up(qtbot: QtBot, tools: TimelineTools) -> None:
    assert not tools.chip.isVisible()
    tools.set_range("2 March – 25 October 1917")
    assert tools.chip.isVisible()
    assert tools.chip.accessibleName() == "Show all time again, not only 2 March – 25 October 1917"
    tools.chip.setFocus()
    with qtbot.waitSignal(tools.range_cleared):
        qtbot.keyClick(tools.chip, Qt.Key.Key_Space)
    tools.set_range("")
    assert not tools.chip.isVisible()
    assert tools.whole.hasFocus()


def test_every_control_is_named_and_large_enough(tools: TimelineTools) -> None:
    tools.set_range("1917")
    tools.set_panel(True, offered=True)
    tools.layout().activate()
    QApplication.processEvents()
    for control in (
        tools.nearer,
        tools.farther,
        tools.whole,
        tools.old_style,
        tools.new_style,
        tools.legend,
        tools.panel,
        tools.chip,
        tools.field,
    ):
        assert control.accessibleName() or control.text()
        assert control.height() >= default_appearance().target


def test_a_narrow_row_goes_on_below(tools: TimelineTools) -> None:
    one = tools.height_in(900)
    tools.set_range("15 March – 7 November 1917")
    assert tools.height_in(900) > one
    tools.set_range("")
    assert tools.height_in(900) == one
