"""The sheet of exports: by pointer and keyboard, and that it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from historydesk.exports.formats import FORMATS
from historydesk.ui.exports.export_sheet import ExportSheet
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.fonts import register_fonts

NAMES = [each.name for each in FORMATS]


class Window(QWidget):
    """A window with a field and the sheet over it."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.sheet = ExportSheet(names, self)


def window_of(qtbot: QtBot, size: tuple[int, int] = (1366, 768), names: list[str] = NAMES) -> Window:
    register_fonts()
    window = Window(names)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    window.sheet.open_sheet()
    return window


def test_every_format_has_a_button_that_says_what_it_is(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    for name in NAMES:
        button = window.sheet.button(name)
        assert button.isVisible() and ": " in button.accessibleName()
        with qtbot.waitSignal(window.sheet.format_chosen) as chosen:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert chosen.args == [name]


def test_only_the_formats_given_are_offered(qtbot: QtBot) -> None:
    window = window_of(qtbot, names=["gift", "epub"])
    shown = {each.text() for each in window.sheet.findChildren(QPushButton) if each.text()}
    assert shown == {"Moodle (GIFT)", "E-book (EPUB)"}


def test_tab_goes_round_and_esc_gives_the_keyboard_back(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    first = window.focusWidget()
    assert first is window.sheet.button("epub")
    seen = [first]
    for _ in range(len(NAMES)):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert len(set(map(id, seen))) == len(NAMES) + 1
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.sheet.isVisible() and window.focusWidget() is window.field


def test_while_a_file_is_written_one_waits_or_closes(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.sheet.set_busy(True)
    bar = window.sheet.findChild(QProgressBar)
    assert bar is not None and bar.isVisible() and bar.maximum() == 0
    window.sheet.set_progress(3, 12)
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert not window.sheet.button("epub").isEnabled()
    assert window.focusWidget() is not None and window.sheet.isAncestorOf(window.focusWidget())
    window.sheet.set_busy(False)
    assert window.sheet.button("epub").isEnabled() and not bar.isVisible()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1024, 600), 200), ((640, 480), 100)])
def test_it_fits_every_theme_and_size(qtbot: QtBot, theme: str, size: tuple[int, int], percent: int) -> None:
    window = window_of(qtbot, size)
    appearance = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    window.setStyleSheet(stylesheet(appearance))
    window.sheet.set_appearance(appearance)
    assert window.sheet.rect().contains(window.sheet.card_rect())
    for name in NAMES:
        button = window.sheet.button(name)
        assert button.height() >= appearance.target
        assert button.width() >= button.sizeHint().width() or button.width() >= 200
