"""A sheet over the window: the keyboard comes, goes round and goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import default_appearance
from historydesk.ui.theme.cover_sheet import CoverSheet


class Window(QWidget):
    """A window with a field and a sheet of three buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        body = QWidget()
        rows = QVBoxLayout(body)
        self.buttons = [QPushButton(name) for name in ("one", "two", "three")]
        for button in self.buttons:
            rows.addWidget(button)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self.sheet = CoverSheet("Three", scroll, 400, self)
        self.sheet.set_appearance(default_appearance())


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(800, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    window.sheet.open_sheet()
    return window


def test_tab_goes_round_on_the_card_both_ways(qtbot: QtBot, window: Window) -> None:
    cross = window.focusWidget()
    assert isinstance(cross, QPushButton) and cross.accessibleName() == "Close"
    for expected in (*window.buttons, cross):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is window.buttons[-1]


def test_a_click_beside_the_card_closes_and_one_on_it_does_not(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=window.sheet.card_rect().center())
    assert window.sheet.isVisible()
    with qtbot.waitSignal(window.sheet.closed):
        qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not window.sheet.isVisible() and window.focusWidget() is window.field


def test_it_grows_with_the_window(qtbot: QtBot, window: Window) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.sheet.size() == window.size())
    assert window.sheet.rect().contains(window.sheet.card_rect())
    assert abs(window.sheet.card_rect().center().x() - 500) <= 1
