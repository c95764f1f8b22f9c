"""The page for what cannot be opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from historydesk.ui.shell.fault_page import FaultPage
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.words import Words

FAULT = (
    "This pack cannot be opened",
    "The file was made for a newer HistoryDesk.",
    "Install the newest version.",
)


def page_of(qtbot: QtBot, *, can_retry: bool = False) -> FaultPage:
    page = FaultPage()
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(default_appearance()))
    page.resize(1024, 544)
    page.set_fault(*FAULT, can_retry=can_retry)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def button(page: FaultPage, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)


def test_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    assert [each.text() for each in page.findChildren(Words) if each.isVisible()] == list(FAULT)
    assert page.accessibleName() == FAULT[0]
    assert page.accessibleDescription() == f"{FAULT[1]} {FAULT[2]}"


def test_quit_asks_to_quit(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    assert page.first_control() is button(page, "Quit")
    assert not button(page, "Try again").isVisible()
    with qtbot.waitSignal(page.quit_requested):
        qtbot.mouseClick(button(page, "Quit"), Qt.MouseButton.LeftButton)


def test_try_again_is_first_where_it_may_help(qtbot: QtBot) -> None:
    page = page_of(qtbot, can_retry=True)
    assert page.first_control() is button(page, "Try again")
    with qtbot.waitSignal(page.retry_requested):
        qtbot.keyClick(page.first_control(), Qt.Key.Key_Space)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_focused_button_is_in_sight(qtbot: QtBot, theme: str, percent: int) -> None:
    page = page_of(qtbot, can_retry=True)
    page.set_appearance(replace(default_appearance(), theme=load_theme(theme), text_percent=percent))
    page.resize(640, 400)
    page.grab()
    button(page, "Quit").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not button(page, "Quit").visibleRegion().isEmpty())
    assert button(page, "Quit").visibleRegion().boundingRect().height() >= 40


def test_where_nobody_may_quit_the_page_does_not_offer_it(qtbot: QtBot) -> None:
    page = FaultPage(can_quit=False)
    qtbot.addWidget(page)
    page.set_fault(*FAULT)
    page.show()
    assert not button(page, "Quit").isVisible()
    assert page.first_control() is page
    page.set_fault(*FAULT, can_retry=True)
    assert not button(page, "Quit").isVisible()
    assert page.first_control() is button(page, "Try again")
    assert page.first_control().isVisible()
