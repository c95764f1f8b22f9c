"""The chip of a chosen stretch of time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import THEMES, Appearance, load_theme
from historydesk.ui.theme.period_chip import PeriodChip


@pytest.fixture
def chip(qtbot: QtBot) -> PeriodChip:
    made = PeriodChip()
    qtbot.addWidget(made)
    return made


def test_it_is_there_only_while_it_names_a_time(chip: PeriodChip) -> None:
    assert chip.isHidden() and chip.label() == ""
    chip.set_label("1917")
    assert not chip.isHidden() and chip.label() == "1917"
    assert chip.accessibleName() == "Show all time again, not only 1917"
    chip.set_label("")
    assert chip.isHidden() and chip.label() == ""


def test_pressed_it_gives_the_time_up(qtbot: QtBot, chip: PeriodChip) -> None:
    chip.set_label("1917")
    with qtbot.waitSignal(chip.cleared):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chip.cleared):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_a_touch_target_wide_enough_for_its_words(chip: PeriodChip, name: str, percent: int) -> None:
    appearance = Appearance(load_theme(name), text_percent=percent)
    chip.set_appearance(appearance)
    chip.set_label("15 March – 7 November 1917")
    assert chip.height() == appearance.target
    assert chip.width() > chip.fontMetrics().horizontalAdvance(chip.text()) + chip.iconSize().width()
