"""Drawn initials beside the name of a person."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from historydesk.ui.theme import Appearance, load_theme
from historydesk.ui.theme.portrait import Portrait


def test_initials_are_drawn_on_a_disc_that_grows_with_the_text(qtbot: QtBot, fonts: None) -> None:
    portrait = Portrait(60)
    qtbot.addWidget(portrait)
    portrait.show_name("Leon Trotsky")
    assert portrait.initials == "LT"
    assert not portrait.isHidden()
    assert portrait.sizeHint().width() == portrait.sizeHint().height() == 60
    portrait.set_appearance(Appearance(load_theme("paper"), text_percent=200))
    assert portrait.sizeHint().width() == 120
    portrait.resize(portrait.sizeHint())
    picture = portrait.grab().toImage()
    colours = {picture.pixelColor(x, 60).name() for x in range(120)}
    assert {load_theme("paper").css("ink").lower(), load_theme("paper").css("on_ink").lower()} <= colours


def test_without_a_name_there_is_none(qtbot: QtBot) -> None:
    portrait = Portrait(60)
    qtbot.addWidget(portrait)
    portrait.show_name("")
    assert portrait.isHidden()
