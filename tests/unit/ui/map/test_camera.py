"""Cameras: plane to pixels and back, fits that hold all points, north up at rest."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain import projection
from historydesk.ui.map.camera import (
    LEAST_KM,
    MOST_KM,
    WORLD_TURN,
    Camera,
    around,
    fit,
    home_camera,
    panned,
    resting_turn,
    shortest_turn,
    zoomed,
)

ON_PLANE = st.floats(-9_000, 9_000)
CAMERAS = st.builds(Camera, ON_PLANE, ON_PLANE, st.floats(LEAST_KM, MOST_KM), st.floats(-180, 180))


@given(CAMERAS, st.floats(0, 1366), st.floats(0, 768))
def test_a_pixel_comes_back_from_the_plane(camera: Camera, px: float, py: float) -> None:
    x, y = camera.to_plane(px, py, 1366, 768)
    back = camera.to_view(x, y, 1366, 768)
    assert hypot(back[0] - px, back[1] - py) < 0.01


@given(st.lists(st.tuples(ON_PLANE, ON_PLANE), min_size=1, max_size=8), st.floats(0.4, 2.5))
def test_a_fit_shows_every_point(points: list[tuple[float, float]], aspect: float) -> None:
    camera = fit(points, aspect)
    if camera.width_km >= MOST_KM:
        return
    height = 1000 / aspect
    for x, y in points:
        px, py = camera.to_view(x, y, 1000, height)
        assert -1 <= px <= 1001
        assert -1 <= py <= height + 1


def test_one_point_is_shown_with_its_surroundings() -> None:
    camera = fit([(2500.0, 2300.0)], 0.7)
    assert camera.width_km == 700
    assert (camera.x, camera.y) == pytest.approx((2500.0, 2300.0))


def test_no_point_shows_the_whole_story() -> None:
    assert fit([], 1.0) == home_camera()


@given(ON_PLANE, ON_PLANE)
def test_north_is_up_at_rest_when_near(x: float, y: float) -> None:
    camera = around(x, y, 700)
    assert (camera.turn - projection.north(x, -y)) % 360 == pytest.approx(0, abs=1e-6) or (
        camera.turn - projection.north(x, -y)
    ) % 360 == pytest.approx(360, abs=1e-6)


def test_the_world_keeps_one_turn() -> None:
    assert resting_turn(3000, -2000, 20_000) == WORLD_TURN


def test_zooming_keeps_the_plane_under_the_pointer_when_the_turn_stays() -> None:
    camera = home_camera()
    before = camera.to_plane(300, 200, 1366, 768)
    after = zoomed(camera, 1.3, (300, 200), 1366, 768).to_plane(300, 200, 1366, 768)
    assert hypot(after[0] - before[0], after[1] - before[1]) < 1


@given(CAMERAS, st.floats(0.01, 100))
def test_zooming_stays_within_bounds(camera: Camera, factor: float) -> None:
    assert LEAST_KM <= zoomed(camera, factor, (10, 10), 800, 600).width_km <= MOST_KM


def test_dragging_right_moves_the_camera_left_on_the_screen() -> None:
    camera = around(0, 0, 1000)
    moved = panned(camera, 100, 0, 1000)
    px, _ = camera.to_view(moved.x, moved.y, 1000, 1000)
    assert px == pytest.approx(400, abs=1)


@given(st.floats(-720, 720), st.floats(-720, 720))
def test_the_shortest_turn_is_at_most_half_a_turn(start: float, end: float) -> None:
    turn = shortest_turn(start, end)
    assert abs(turn - start) <= 180 + 1e-9
    assert (turn - end) % 360 == pytest.approx(0, abs=1e-6) or (turn - end) % 360 == pytest.approx(360)
