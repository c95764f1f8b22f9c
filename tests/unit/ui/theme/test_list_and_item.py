"""A list and an item: side by side where there is room, else by turns, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme.list_and_item import ListAndItem


class _Page(ListAndItem):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.item = QLineEdit(), QLineEdit()
        self.takes_turns = False
        self._join(self.list, self.item, share=0.3, least=300)

    def show_item(self) -> None:
        self._turn(to_item=True)

    def _focus_item(self) -> None:
        self.item.setFocus()

    def _focus_list(self) -> None:
        self.list.setFocus()

    def _take_turns(self, taking: bool) -> None:
        self.takes_turns = taking


@pytest.fixture
def page(qtbot: QtBot, qapp: object) -> Iterator[_Page]:
    page = _Page()
    qtbot.addWidget(page)
    page.resize(1200, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page


def test_both_are_seen_where_there_is_room(page: _Page) -> None:
    page.list.setFocus()
    page.show_item()
    assert page.list.isVisible()
    assert page.item.isVisible()
    assert not page.takes_turns
    assert page.list.width() == 360
    assert page.list.hasFocus()


def test_in_a_narrow_page_they_take_turns_and_escape_goes_back(qtbot: QtBot, page: _Page) -> None:
    page.resize(600, 600)
    page.list.setFocus()
    assert page.takes_turns
    assert not page.item.isVisible()
    page.show_item()
    assert not page.list.isVisible()
    assert page.item.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.hasFocus()
