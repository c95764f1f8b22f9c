"""How a journey is drawn: each means of travel by a line of its own, the part travelled strongly."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from historydesk.domain.entities import Journey, Leg, Stop, Way
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.journey_painter import STROKES, JourneyPainter
from historydesk.ui.theme import THEMES, load_theme

WIDTH, HEIGHT = 600, 120
CAMERA = Camera(500.0, 0.0, 1_200.0)
"""Two km a pixel; the line below runs from pixel 50 to pixel 550."""


def journey_by(*modes: str) -> Journey:
    """A straight line of 1,000 km, divided among so many legs."""
    step = 1_000.0 / len(modes)
    stops = tuple(Stop("", "", mode, "", "A", name=f"stop {n}") for n, mode in enumerate((*modes, "")))
    legs = tuple(
        Leg((Way(mode, ((n * step, 0.0), ((n + 1) * step, 0.0)), step),)) for n, mode in enumerate(modes)
    )
    return Journey("j", "Along a line", "stalin", stops, legs)


def drawn(painter: JourneyPainter, camera: Camera = CAMERA) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(load_theme("paper").color("land"))
    with QPainter(image) as brush:
        brush.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.paint(brush, camera, WIDTH, HEIGHT)
    return image


def painter_of(journey: Journey, theme: str = "paper") -> JourneyPainter:
    painter = JourneyPainter()
    painter.set_theme(load_theme(theme))
    painter.set_journey(journey)
    return painter


def near(first: QColor, second: QColor, most: int = 40) -> bool:
    return all(
        abs(a - b) <= most
        for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    )


def red_along(image: QImage, y: int = HEIGHT // 2, first: int = 60, last: int = 540) -> int:
    red = load_theme("paper").color("red")
    return sum(near(image.pixelColor(x, y), red) for x in range(first, last))


def test_rail_runs_through_and_the_others_are_broken_or_hollow() -> None:
    red = {mode: red_along(drawn(painter_of(journey_by(mode)))) for mode in STROKES}
    assert red["rail"] > 470
    assert red["road"] == 0  # hollow: the page shows between two lines
    assert min(red["sea"], red["river"], red["sledge"]) > 0
    assert max(red["sea"], red["river"], red["sledge"]) < red["rail"] * 0.8


def test_rail_bears_ticks_and_a_river_an_edge_of_water() -> None:
    above = HEIGHT // 2 - 3
    assert 30 < red_along(drawn(painter_of(journey_by("rail"))), above) < 200
    assert red_along(drawn(painter_of(journey_by("sledge"))), above) == 0
    river = drawn(painter_of(journey_by("river"))).pixelColor(300, above)
    assert river.blue() > river.red()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("km_per_pixel", [0.05, 2.0, 12.0])
def test_no_two_means_of_travel_look_alike_at_any_scale(theme: str, km_per_pixel: float) -> None:
    camera = Camera(500.0, 0.0, km_per_pixel * WIDTH)
    pictures = {mode: drawn(painter_of(journey_by(mode), theme), camera) for mode in STROKES}
    assert all(pictures[a] != pictures[b] for a, b in combinations(pictures, 2))


def test_the_part_travelled_is_strong_and_the_rest_faint() -> None:
    painter = painter_of(journey_by("rail", "rail"))
    painter.set_progress(0, 0.5)
    image = drawn(painter)
    assert red_along(image, first=60, last=150) > 85
    assert red_along(image, first=200, last=540) == 0
    assert image.pixelColor(400, HEIGHT // 2) != load_theme("paper").color("land")
    painter.set_progress(1, 1.0)
    assert red_along(drawn(painter), last=520) > 440


def test_the_part_to_come_can_be_left_out() -> None:
    painter = painter_of(journey_by("rail", "rail"))
    painter.set_progress(0, 0.5, ahead=False)
    land = load_theme("paper").color("land")
    assert drawn(painter).pixelColor(400, HEIGHT // 2) == land


def test_without_progress_all_is_strong_and_nobody_travels() -> None:
    painter = painter_of(journey_by("rail", "sea"))
    whole = drawn(painter)
    painter.set_progress(1, 1.0)
    assert drawn(painter) != whole
    painter.clear_progress()
    assert drawn(painter) == whole


def test_the_traveller_is_drawn_where_one_is() -> None:
    painter = painter_of(journey_by("rail", "rail"))
    ink = load_theme("paper").color("ink")
    for leg, share, x in ((0, 0.0, 50), (0, 0.5, 175), (1, 0.0, 300), (1, 1.0, 550)):
        painter.set_progress(leg, share)
        assert near(drawn(painter).pixelColor(x, HEIGHT // 2 - 13), ink, 60)


def test_a_bend_smaller_than_a_pixel_costs_no_point() -> None:
    points = tuple((float(x), 0.01 * (x % 2)) for x in range(1_001))
    stops = (Stop("", "", "rail", "", "A", name="a"), Stop("", "", "", "", "A", name="b"))
    journey = Journey("j", "", "", stops, (Leg((Way("rail", points, 1_000.0),)),))
    painter = painter_of(journey)
    assert drawn(painter) == drawn(painter_of(journey_by("rail")))
    assert len(painter._thinned(0, 2.0)[1]) == 2
    assert len(painter._thinned(0, 0.001)[1]) > 900


def test_dashes_stand_still_when_the_beginning_leaves_the_view() -> None:
    painter = painter_of(journey_by("sledge"))
    whole = drawn(painter, Camera(500.0, 0.0, 600.0))
    moved = drawn(painter, Camera(600.0, 0.0, 600.0))
    dashes = [near(whole.pixelColor(x, 60), load_theme("paper").color("red")) for x in range(150, 450)]
    after = [near(moved.pixelColor(x - 100, 60), load_theme("paper").color("red")) for x in range(150, 450)]
    assert dashes == after
