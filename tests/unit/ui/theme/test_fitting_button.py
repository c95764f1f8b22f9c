"""A button for words of any length."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import default_appearance, stylesheet
from historydesk.ui.theme.fitting_button import FittingButton
from historydesk.ui.theme.flow_layout import FlowLayout

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def row(qtbot: QtBot, fonts: None) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setStyleSheet(stylesheet(default_appearance()))
    layout = FlowLayout(made)
    for words in (LONG, "Salt & Sails"):
        button = FittingButton(words, made)
        button.setProperty("role", "link")
        layout.addWidget(button)
    made.resize(240, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_words_without_room_end_in_an_ellipsis_and_come_back(row: QWidget, qtbot: QtBot) -> None:
    button = row.findChildren(FittingButton)[0]
    qtbot.waitUntil(lambda: button.text().endswith("…"))
    assert button.fontMetrics().horizontalAdvance(button.text()) < button.width() <= 240
    assert button.accessibleName() == LONG and button.toolTip() == LONG
    button.set_tip("a village")
    assert button.toolTip() == f"{LONG}\na village"
    row.resize(1000, 200)
    qtbot.waitUntil(lambda: button.text() == LONG)
    assert button.toolTip() == "a village"


def test_an_ampersand_stands_for_itself(row: QWidget) -> None:
    button = row.findChildren(FittingButton)[1]
    assert button.text() == "Salt && Sails"
    assert button.accessibleName() == "Salt & Sails"
