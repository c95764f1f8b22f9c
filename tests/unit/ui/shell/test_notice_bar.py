"""One sentence at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from historydesk.services.notifier import Message
from historydesk.ui.shell.notice_bar import NoticeBar
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.words import Words

LONG = (
    "Your records could not be read. They were set aside as “records 2026-11-23.db”, and new ones were begun."
)


def bar_of(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(800, 50)
    return bar


def test_is_not_there_until_something_is_said(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    assert bar.isHidden()
    bar.say("Hello.")
    assert bar.isVisible()
    assert bar.accessibleDescription() == "Hello."


def test_sentences_wait_for_each_other(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    for text in ("One.", "Two.", "Two.", ""):
        bar.say(text)
    assert (bar.text(), bar.waiting()) == ("One.", 2)
    close = bar.findChildren(QPushButton)[0]
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert (bar.text(), bar.waiting()) == ("Two.", 1)
    with qtbot.waitSignal(bar.emptied):
        qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_message_says_what_to_do_as_well(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.add_message(Message("The map is missing.", "Reinstall the program.", "warning"))
    assert bar.text() == "The map is missing. Reinstall the program."


def test_the_keyboard_stays_where_it_is(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.say("Hello.")
    assert not bar.findChildren(QPushButton)[0].hasFocus()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_sentence_is_shown_whole(qtbot: QtBot, theme: str, percent: int) -> None:
    bar = bar_of(qtbot)
    bar.set_appearance(replace(default_appearance(), theme=load_theme(theme), text_percent=percent))
    bar.say(LONG)
    bar.resize(500, bar.heightForWidth(500))
    bar.grab()
    words = bar.findChildren(Words)[0]
    assert words.height() >= words.lines_rect().height()
    close = bar.findChildren(QPushButton)[0]
    assert min(close.width(), close.height()) >= 40
    assert close.accessibleName()
