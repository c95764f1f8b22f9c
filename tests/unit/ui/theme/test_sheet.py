"""The style sheet is complete, understood by Qt, and leaves no control at less than its target size."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import THEMES, default_appearance, load_theme, palette, stylesheet


@pytest.mark.parametrize("name", THEMES)
def test_every_token_is_filled_in_and_every_picture_exists(name: str) -> None:
    sheet = stylesheet(replace(default_appearance(), theme=load_theme(name)))
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "@" not in rules
    for url in set(re.findall(r"url\((.*?)\)", rules)):
        assert Path(url).is_file(), url


@pytest.mark.parametrize("role", [None, "primary", "secondary", "quiet", "nav", "link", "language", "tab"])
def test_a_button_is_large_enough_to_touch(qtbot: QtBot, role: str | None) -> None:
    button = QPushButton("Begin")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.setStyleSheet(stylesheet(default_appearance()))
    assert button.sizeHint().height() >= 40
    button.setStyleSheet(stylesheet(replace(default_appearance(), target=56)))
    assert button.sizeHint().height() >= 56


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QCheckBox, QSlider])
def test_a_field_is_large_enough_to_touch(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.setStyleSheet(stylesheet(default_appearance()))
    assert widget.sizeHint().height() >= 40


@pytest.mark.parametrize("name", THEMES)
def test_focus_can_be_seen(qtbot: QtBot, name: str) -> None:
    appearance = replace(default_appearance(), theme=load_theme(name))
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(appearance))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for role in ("primary", "secondary", "quiet", "nav", "link", "language", "tab"):
        button = QPushButton("Begin", window)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", role)
        button.resize(120, 44)
        button.show()
        before = button.grab().toImage()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        after = button.grab().toImage()
        ring = appearance.theme.color("focus").rgb()
        colours = {after.pixel(x, after.height() // 2) for x in range(after.width())}
        assert before != after, role
        assert ring in colours, role
        button.hide()


def test_palette_follows_the_theme(qapp: object) -> None:
    gallery = replace(default_appearance(), theme=load_theme("gallery"))
    colors = palette(gallery)
    assert colors.color(QPalette.ColorRole.Window).name() == "#15171b"
    assert colors.color(QPalette.ColorRole.PlaceholderText) == gallery.theme.color("soft_ink")
