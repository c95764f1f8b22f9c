"""Walking over the window by keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.shell.panes import walk


def test_a_step_into_something_scrolled_away_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outside, area, sheet = QPushButton("outside", window), QScrollArea(window), QWidget()
    column = QVBoxLayout(sheet)
    first, last = QPushButton("first", sheet), QPushButton("last", sheet)
    column.addWidget(first)
    column.addSpacing(2000)
    column.addWidget(last)
    area.setWidget(sheet)
    row = QHBoxLayout(window)
    row.addWidget(outside)
    row.addWidget(area)
    window.resize(400, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    outside.setFocus()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert first.visibleRegion().isEmpty()
    walk([outside, sheet], 1)
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()
