"""Sizes follow the person's choice."""

from __future__ import annotations

from dataclasses import replace

from historydesk.ui.theme import default_appearance


def test_what_is_read_grows_fully_and_bars_grow_little() -> None:
    large = replace(default_appearance(), text_percent=200)
    assert large.px(17.5) == 35
    assert large.chrome_px(15) == 21


def test_small_text_keeps_buttons_readable() -> None:
    small = replace(default_appearance(), text_percent=80)
    assert small.px(20) == 16
    assert small.chrome_px(15) == 13.5


def test_reading_family_follows_the_setting_and_survives_an_unknown_one() -> None:
    plain = default_appearance()
    assert plain.reading_family() == "Literata"
    assert replace(plain, reading_font="dyslexic").reading_family() == "OpenDyslexic"
    assert replace(plain, reading_font="gone").reading_family() == "Literata"


def test_reduced_motion_has_no_length() -> None:
    assert default_appearance().motion(180) == 180
    assert replace(default_appearance(), reduced_motion=True).motion(180) == 0
