"""Settings keep to their ranges, whatever was stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.services.settings import BY_KEY, SETTINGS, Settings


@given(st.sampled_from([setting.key for setting in SETTINGS]), st.text(max_size=12))
def test_whatever_is_stored_gives_a_value_in_range(qapp: object, key: str, text: str) -> None:
    setting = BY_KEY[key]
    value = setting.parse(text)
    if setting.kind == "number":
        assert isinstance(value, (int, float))
        assert setting.low <= value <= setting.high
    if setting.choices:
        assert value in {choice for choice, _ in setting.choices}


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_sizes_fall_on_a_step(qapp: object, number: float) -> None:
    value = BY_KEY["text_percent"].parse(str(number))
    assert value in range(80, 201, 10)


def test_a_stored_value_comes_back_the_same(qapp: object) -> None:
    for setting in SETTINGS:
        assert setting.parse(setting.format(setting.default)) == setting.default


def test_only_what_changes_is_announced(qapp: object) -> None:
    settings = Settings({"theme": "gallery"})
    told: list[tuple[str, object]] = []
    settings.changed.connect(lambda key, value: told.append((key, value)))
    settings.set("theme", "gallery")
    settings.set("theme", "contrast")
    settings.set("text_percent", 999)
    assert told == [("theme", "contrast"), ("text_percent", 200)]


def test_a_setting_that_is_not_declared_is_an_error(qapp: object) -> None:
    with pytest.raises(KeyError):
        Settings().set("colour", "blue")


def test_each_shown_setting_has_words(qapp: object) -> None:
    for setting in SETTINGS:
        if setting.kind != "hidden":
            assert setting.title
            assert setting.description
