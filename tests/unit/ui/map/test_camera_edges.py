"""The hand at the story's edges, and two fingers on the plane."""

from __future__ import annotations

from math import cos, hypot, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.camera import (
    LEAST_KM,
    MOST_KM,
    SOFT,
    Bounds,
    Camera,
    Pinch,
    around,
    home_camera,
    is_turned,
    panned,
    resisting,
    story_bounds,
    zoomed,
)

STORY = Bounds(-3_000, -2_000, 3_000, 2_000)


def test_a_story_reaches_around_its_places_and_over_the_home_view() -> None:
    bounds = story_bounds([(15_000.0, 0.0), (0.0, -14_000.0)])
    assert bounds.right > 15_000
    assert bounds.top < -14_000
    home = home_camera()
    for px, py in ((0, 0), (1600, 0), (1600, 900), (0, 900)):
        x, y = home.to_plane(px, py, 1600, 900)
        assert bounds.nearest(x, y) == pytest.approx((x, y))


@given(st.floats(-400, 400), st.floats(-400, 400), st.integers(1, 60))
def test_a_drag_pulls_a_little_past_the_edge_and_no_farther(dx: float, dy: float, steps: int) -> None:
    camera = around(0, 0, 1_000)
    for _ in range(steps):
        camera = resisting(camera, panned(camera, dx, dy, 800), STORY)
    x, y = STORY.nearest(camera.x, camera.y)
    assert abs(camera.x - x) <= SOFT * camera.width_km + 1e-6
    assert abs(camera.y - y) <= SOFT * camera.width_km + 1e-6


def test_within_the_story_the_hand_meets_no_resistance() -> None:
    camera = around(100, 200, 1_000)
    wanted = panned(camera, 120, -60, 800)
    assert resisting(camera, wanted, STORY) == wanted


def test_from_beyond_the_edge_the_way_back_is_free() -> None:
    camera = Camera(3_080, 0, 1_000, around(3_080, 0, 1_000).turn)
    wanted = panned(camera, 300, 0, 800)
    back = resisting(camera, wanted, STORY)
    assert back.x == pytest.approx(wanted.x)


def test_a_turned_camera_keeps_its_turn_in_the_hand() -> None:
    camera = Camera(0, 0, 1_000, 70)
    assert is_turned(camera)
    assert panned(camera, 50, 50, 800).turn == 70
    assert zoomed(camera, 2, (10, 10), 800, 600).turn == 70
    x, y = camera.to_plane(10, 10, 800, 600)
    assert zoomed(camera, 2, (10, 10), 800, 600).to_view(x, y, 800, 600) == pytest.approx((10, 10))


@given(
    st.floats(0.2, 5.0),
    st.floats(-170, 170),
    st.floats(-150, 150),
    st.floats(-150, 150),
    st.floats(100, 3_000),
)
def test_the_plane_stays_under_both_fingers(
    spread: float, angle: float, dx: float, dy: float, width: float
) -> None:
    camera = around(500, 800, width)
    first, second = (300.0, 300.0), (500.0, 320.0)
    pinch = Pinch(camera, first, second)
    held = [camera.to_plane(*each, 800, 600) for each in (first, second)]
    mx, my = 400 + dx, 310 + dy
    vx, vy = (second[0] - first[0]) / 2 * spread, (second[1] - first[1]) / 2 * spread
    c, s = cos(radians(angle)), sin(radians(angle))
    wx, wy = vx * c - vy * s, vx * s + vy * c
    moved = [(mx - wx, my - wy), (mx + wx, my + wy)]
    now = pinch.moved(moved[0], moved[1], 800, 600)
    for plane, finger in zip(held, moved, strict=True):
        x, y = now.to_view(*plane, 800, 600)
        assert hypot(x - finger[0], y - finger[1]) < 0.01


@given(st.floats(0, 800), st.floats(0, 600), st.floats(0, 800), st.floats(0, 600))
def test_a_pinch_stays_within_the_widths_of_a_map(ax: float, ay: float, bx: float, by: float) -> None:
    now = Pinch(around(0, 0, 25_000), (100, 100), (700, 500)).moved((ax, ay), (bx, by), 800, 600)
    assert LEAST_KM <= now.width_km <= MOST_KM


@given(
    st.builds(Camera, st.floats(-9e3, 9e3), st.floats(-9e3, 9e3), st.floats(2, 30_000), st.floats(-180, 180)),
    st.floats(-1, 1),
    st.floats(-1, 1),
)
def test_many_points_are_seen_where_each_is(camera: Camera, across: float, down: float) -> None:
    x, y = camera.x + across * camera.width_km, camera.y + down * camera.width_km
    assert camera.viewer(1366, 700)(x, y) == pytest.approx(camera.to_view(x, y, 1366, 700), abs=0.01)
