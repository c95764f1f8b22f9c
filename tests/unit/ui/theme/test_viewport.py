"""Viewports known to Python."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QTextBrowser
from pytestqt.qtbot import QtBot

from historydesk.ui.theme.viewport import found_viewport, own_viewport


def test_a_scroll_area_takes_the_viewport_made_for_it(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)

    made = own_viewport(area, filled=False)

    assert area.viewport() is made
    assert not made.autoFillBackground()


def test_the_viewport_of_a_text_browser_is_found_among_its_children(qtbot: QtBot) -> None:
    browser = QTextBrowser()
    qtbot.addWidget(browser)

    found = found_viewport(browser)

    assert found is browser.viewport()
