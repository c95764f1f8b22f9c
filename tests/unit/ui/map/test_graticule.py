"""The graticule: steps that fit the scale, lines through the right points, names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from historydesk.domain import projection
from historydesk.ui.map.camera import Camera, around, home_camera
from historydesk.ui.map.graticule import KM_PER_MINUTE, LEAST_PIXELS, STEPS, Graticule, step_of, words_of
from historydesk.ui.map.room import Room
from historydesk.ui.theme import default_appearance

pytestmark = pytest.mark.usefixtures("qapp")
ROOM = Room(1366, 700, QRect(0, 0, 1366, 700))


@given(st.floats(0.003, 15.0))
def test_lines_are_neither_crowded_nor_rare(km_per_pixel: float) -> None:
    apart = step_of(km_per_pixel) * KM_PER_MINUTE / km_per_pixel
    assert apart >= LEAST_PIXELS
    assert apart < LEAST_PIXELS * 3.5 or step_of(km_per_pixel) == STEPS[-1]


def test_meridians_are_rarer_towards_the_pole() -> None:
    assert step_of(1.0, 75.0) > step_of(1.0, 0.0)


@pytest.mark.parametrize(
    ("minutes", "latitude", "words"),
    [
        (2400, False, "40°\u00a0E"),
        (-60, False, "1°\u00a0W"),
        (2490, True, "41°30′\u00a0N"),
        (-600, True, "10°\u00a0S"),
        (0, True, "0°"),
        (-10_800, False, "180°"),
    ],
)
def test_lines_are_named_as_on_a_map(minutes: int, latitude: bool, words: str) -> None:
    assert words_of(minutes, latitude=latitude) == words


@pytest.mark.parametrize("width", [20.0, 700.0, 6_000.0, 20_000.0])
def test_every_line_lies_on_its_degree(width: float) -> None:
    x, y = projection.forward(44.11, 41.98) or (0.0, 0.0)
    graticule = _drawn(around(x, -y, width))
    assert len(graticule._lines) >= 4
    for words, line in graticule._lines:
        number, _, letter = words.partition("\u00a0")
        degrees, _, minutes = number.partition("°")
        value = int(degrees) + int(minutes.rstrip("′") or 0) / 60
        for px, py in line:
            lon, lat = projection.inverse(px, -py)
            found = lat if letter in "NS" and letter else lon
            if not letter:
                assert min(abs(lat), abs(lon), 180 - abs(lon)) < 1e-6
            else:
                assert abs(found) == pytest.approx(value, abs=1e-6)


def test_the_lines_are_kept_while_the_view_stays_among_them() -> None:
    graticule = _drawn(home_camera())
    lines = graticule._lines
    _draw(graticule, home_camera())
    assert graticule._lines is lines
    _draw(graticule, around(2_800, -2_000, 700))
    assert graticule._lines is not lines


def _drawn(camera: Camera) -> Graticule:
    graticule = Graticule()
    _draw(graticule, camera)
    return graticule


def _draw(graticule: Graticule, camera: Camera) -> None:
    image = QImage(1366, 700, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    appearance = default_appearance()
    graticule.paint(painter, camera, ROOM, appearance, fine=True)
    graticule.name_lines(painter, camera, ROOM, appearance)
    painter.end()
