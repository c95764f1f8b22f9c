"""The sheet of keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.shell.key_caps import KeyCaps, split_keys
from historydesk.ui.shell.shortcuts_sheet import ShortcutsSheet
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.words import Words

ROWS = (
    ("Everywhere", (("Search", "Ctrl+K"), ("Larger text", "Ctrl++ / Ctrl+="), ("Home", "Alt+Home"))),
    ("Reading", tuple((f"Something useful number {n}", "Shift+Space / PgUp") for n in range(12))),
)


class Window(QWidget):
    """A window with a field and the sheet over it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.sheet = ShortcutsSheet(ROWS, self)


def window_of(qtbot: QtBot, size: tuple[int, int] = (1366, 768)) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    window.sheet.open_sheet()
    return window


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ("Ctrl+K", (("Ctrl", "K"),)),
        ("Ctrl++ / Ctrl+=", (("Ctrl", "+"), ("Ctrl", "="))),
        ("+ / -", (("+",), ("-",))),
        ("?", (("?",),)),
        ("", ()),
    ],
)
def test_keys_are_split_into_caps(keys: str, parts: tuple[tuple[str, ...], ...]) -> None:
    assert split_keys(keys) == parts


def test_shows_every_row_with_its_keys(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    said = [each.text() for each in window.sheet.findChildren(Words) if each.isVisible()]
    for heading, pairs in ROWS:
        assert heading in said
        assert all(text in said for text, _ in pairs)
    caps = [each.accessibleName() for each in window.sheet.findChildren(KeyCaps) if each.isVisible()]
    assert sorted(caps) == sorted(keys for _, pairs in ROWS for _, keys in pairs)


@pytest.mark.parametrize("way", ["esc", "outside", "question mark"])
def test_closing_gives_the_keyboard_back(qtbot: QtBot, way: str) -> None:
    window = window_of(qtbot)
    with qtbot.waitSignal(window.sheet.closed):
        if way == "outside":
            qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        else:
            key = Qt.Key.Key_Escape if way == "esc" else Qt.Key.Key_Question
            qtbot.keyClick(window.focusWidget(), key)
    assert not window.sheet.isVisible()
    assert window.field.hasFocus()


def test_a_click_on_the_card_keeps_it_open(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    with qtbot.assertNotEmitted(window.sheet.closed):
        qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=window.sheet.card_rect().center())
    assert window.sheet.isVisible()


def test_tab_never_leaves_the_sheet(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    for _ in range(4):
        focused = window.focusWidget()
        assert window.sheet.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)


def test_grows_with_its_window(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.resize(700, 500)
    qtbot.waitUntil(lambda: window.sheet.size() == window.size())
    assert window.rect().contains(window.sheet.card_rect())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(1024, 600), (480, 400)])
def test_fits_at_twice_the_size_and_scrolls_by_keyboard(
    qtbot: QtBot, theme: str, size: tuple[int, int]
) -> None:
    window = window_of(qtbot, size)
    window.sheet.set_appearance(replace(default_appearance(), theme=load_theme(theme), text_percent=200))
    card: QRect = window.sheet.card_rect()
    assert window.rect().contains(card)
    scroll = window.sheet.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    scroll.setFocus()
    qtbot.keyClick(scroll, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    body = scroll.widget()
    assert body.minimumSizeHint().width() <= scroll.viewport().width()
    window.grab()
