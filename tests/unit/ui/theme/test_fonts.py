"""The shipped fonts are found by family, weight and script."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont, QTextLayout
from pytestqt.qtbot import QtBot

from historydesk import paths
from historydesk.ui.theme import fonts
from historydesk.ui.theme.appearance import face


@pytest.fixture(autouse=True)
def registered(qapp: object) -> None:
    assert fonts.register_fonts() == []


@pytest.mark.parametrize(
    ("family", "weight", "style"),
    [
        ("Literata", 400, "Regular"),
        ("Literata", 600, "SemiBold"),
        ("Literata", 700, "Bold"),
        ("Inter", 400, "Regular"),
        ("Inter", 500, "Medium"),
        ("Inter", 600, "SemiBold"),
        ("Inter", 700, "Bold"),
        ("OpenDyslexic", 400, "Regular"),
        ("OpenDyslexic", 700, "Bold"),
    ],
)
def test_a_weight_is_drawn_by_its_own_file(family: str, weight: int, style: str) -> None:
    font = QFont(family)
    font.setPixelSize(20)
    font.setWeight(QFont.Weight(weight))
    raw = QRawFont.fromFont(font)
    assert (raw.familyName().split(" ")[0], raw.styleName()) == (family, style)


@pytest.mark.parametrize("family", ["Literata", "Inter", "OpenDyslexic"])
def test_italic_is_drawn_by_its_own_file(family: str) -> None:
    font = face(family, 20, italic=True)
    assert QRawFont.fromFont(font).styleName() == "Italic"


@pytest.mark.parametrize("family", ["Literata", "Inter", "OpenDyslexic"])
@pytest.mark.parametrize(
    "text",
    ["семинария", "სემინარია", "Քամօ", "/ˈsɛmɪnəri/", "ąčş", "“—”"],
    ids=["ru", "ka", "hy", "ipa", "la", "marks"],
)
@pytest.mark.parametrize("chosen_by", ["families", "substitution"])
def test_no_letter_is_missing(family: str, text: str, chosen_by: str) -> None:
    font = face(family, 20) if chosen_by == "families" else QFont(family)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert all(glyph != 0 for run in runs for glyph in run.glyphIndexes())
    ours = ("Literata", "Inter", "OpenDyslexic", "Noto S")
    assert all(run.rawFont().familyName().startswith(ours) for run in runs)


def test_a_missing_file_is_named_and_nothing_breaks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.setattr(fonts, "_registered", {})
    assert fonts.register_fonts(first_screen_only=True) == list(fonts.FIRST_SCREEN)
    assert QFontInfo(QFont("Nothing of the kind")).family()


def test_a_chosen_dyslexia_face_belongs_to_the_first_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(fonts, "_registered", {})
    monkeypatch.setattr(fonts.QFontDatabase, "addApplicationFont", lambda path: seen.append(path) or 1)
    fonts.register_fonts(first_screen_only=True, reading_font="dyslexic")
    assert sum("OpenDyslexic" in path for path in seen) == 4


def test_each_font_folder_keeps_its_licence() -> None:
    for folder in (paths.resources() / "fonts").iterdir():
        assert list(folder.glob("OFL.txt")) or list(folder.glob("LICENSE.txt")), folder.name
