"""Icons take the colour they are given and stay sharp."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from historydesk import paths
from historydesk.ui.theme import icons
from historydesk.ui.theme.icons import icon, pixmap

NAMES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qapp: object, name: str) -> None:
    image = icon(name, QColor("#9E2B20"), 24).pixmap(QSize(24, 24)).toImage()
    inked = [
        color
        for x in range(image.width())
        for y in range(image.height())
        if (color := image.pixelColor(x, y)).alpha() == 255
    ]
    assert inked
    assert all(color.name() == "#9e2b20" for color in inked)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_a_drawing_has_the_pixels_of_its_screen(qapp: object, scale: float) -> None:
    drawn = pixmap("house", "#000000", 20, scale)
    assert drawn.width() == round(20 * scale)
    assert drawn.deviceIndependentSize().width() == pytest.approx(20)


def test_a_scaled_screen_gets_more_pixels_not_bigger_ones(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "_scales", lambda: (1.0, 2.0))
    assert icon("house", "#000000", 20).pixmap(QSize(20, 20), 2.0).width() == 40


def test_a_missing_icon_is_empty(qapp: object) -> None:
    assert icon("no-such-thing", "#000000").isNull()
    assert pixmap("no-such-thing", "#000000", 20).isNull()


def test_icons_say_where_they_come_from() -> None:
    assert NAMES
    assert "ISC" in (paths.resources() / "icons" / "LICENSE.txt").read_text(encoding="utf-8")
    for name in NAMES:
        path = paths.resources() / "icons" / f"{name}.svg"
        assert ET.parse(path).getroot().tag.endswith("svg")
