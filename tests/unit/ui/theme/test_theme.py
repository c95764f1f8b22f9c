"""Themes can be read: every pair of colours that carries words or meaning has contrast."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest

from historydesk import paths
from historydesk.errors import ResourceError
from historydesk.ui.theme import THEMES, TOKENS, load_theme
from historydesk.ui.theme.theme import read_values

GROUNDS = ("page", "panel", "card", "highlight", "hover")
MAP_GROUNDS = ("sea", "land", "state", "lake")
TEXTS = ("ink", "soft_ink", "red", "blue", "ochre")
FILLED = (("on_ink", "ink"), ("on_red", "red"), ("on_blue", "blue"), ("on_ochre", "ochre"))


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1–21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_words_are_readable_on_every_ground(name: str) -> None:
    theme = load_theme(name)
    least = 7.0 if theme.is_high_contrast else 4.5
    pairs = [
        *itertools.product(TEXTS, GROUNDS),
        *itertools.product(("ink", "soft_ink", "red"), MAP_GROUNDS),
        *FILLED,
    ]
    low = {
        f"{text} on {ground}": round(ratio, 2)
        for text, ground in pairs
        if (ratio := contrast(theme.css(text), theme.css(ground))) < least
    }
    assert low == {}


@pytest.mark.parametrize("name", THEMES)
def test_lines_that_mean_something_are_visible(name: str) -> None:
    theme = load_theme(name)
    pairs = [
        *itertools.product(("edge",), ("page", "panel", "card", "hover")),
        *itertools.product(("focus",), (*GROUNDS, *MAP_GROUNDS, "ink")),
        *itertools.product(("red", "blue", "ochre", "border"), MAP_GROUNDS),
    ]
    low = {
        f"{line} on {ground}": round(ratio, 2)
        for line, ground in pairs
        if (ratio := contrast(theme.css(line), theme.css(ground))) < 3.0
    }
    assert low == {}


def test_high_contrast_divides_areas_by_lines() -> None:
    theme = load_theme("contrast")
    assert theme.is_high_contrast
    assert contrast(theme.css("rule"), theme.css("page")) >= 7
    assert contrast(theme.css("coast"), theme.css("land")) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_short_reading_of_a_theme_file_equals_toml(name: str) -> None:
    text = (paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    assert read_values(text) == tomllib.loads(text)
    assert set(TOKENS) <= set(read_values(text))


def test_color_is_a_copy() -> None:
    theme = load_theme("paper")
    theme.color("ink").setRed(255)
    assert theme.color("ink").name() == "#211c16"


def test_unknown_theme_says_what_to_do() -> None:
    with pytest.raises(ResourceError, match="is missing"):
        load_theme("velvet")


def test_theme_that_lacks_a_color_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "bare.toml").write_text('name = "bare"\npage = "#FFFFFF"\n', encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(ResourceError, match="damaged"):
        load_theme("bare")


@pytest.mark.parametrize("name", THEMES)
def test_pictures_in_controls_use_only_colours_of_their_theme(name: str) -> None:
    theme = load_theme(name)
    known = {theme.css(token) for token in TOKENS}
    images = list((paths.resources() / "themes" / "images").glob(f"*-{name}.svg"))
    assert len(images) == 5
    for image in images:
        assert set(re.findall(r"#[0-9A-F]{6}\b", image.read_text(encoding="utf-8"))) <= known
