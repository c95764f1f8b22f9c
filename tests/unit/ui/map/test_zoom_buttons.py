"""The buttons beside a map: named, touchable, they zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.map.zoom_buttons import FACTOR, ZoomButtons
from historydesk.ui.theme import default_appearance


def test_every_button_has_a_name_and_a_touchable_size(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    zoom = ZoomButtons(parent)
    zoom.set_appearance(default_appearance())
    buttons = zoom.findChildren(QPushButton)
    assert [each.accessibleName() for each in buttons] == ["Zoom in", "Zoom out"]
    assert all(each.width() >= 40 and each.height() >= 40 for each in buttons)
    assert not any(each.icon().isNull() for each in buttons)
    with qtbot.waitSignal(zoom.zoomed) as nearer:
        buttons[0].click()
    assert nearer.args == [FACTOR]
