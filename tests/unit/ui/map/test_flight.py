"""Flights: they begin and end where they should and never jump."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.camera import Camera, around, home_camera
from historydesk.ui.map.flight import LONGEST_MS, RHO, SHORTEST_MS, Flight

CAMERAS = st.builds(
    Camera, st.floats(-9e3, 9e3), st.floats(-9e3, 9e3), st.floats(5, 30_000), st.floats(-180, 180)
)


@given(CAMERAS, CAMERAS)
def test_a_flight_starts_and_ends_where_it_should(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    assert flight.at(0) == start
    assert flight.at(1) == end
    near = flight.at(1 - 1e-9)
    assert near.width_km == pytest.approx(end.width_km, rel=1e-3)
    assert hypot(near.x - end.x, near.y - end.y) < 1e-3 * max(end.width_km, 1.0) + 1e-3


@given(CAMERAS, CAMERAS)
def test_a_flight_takes_a_fitting_time_and_stays_finite(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    assert SHORTEST_MS <= flight.milliseconds <= LONGEST_MS
    for step in range(11):
        camera = flight.at(step / 10)
        assert 0 < camera.width_km < 1e6
        assert abs(camera.x) < 1e6


def test_a_far_flight_rises_to_show_both_ends() -> None:
    start, end = around(2600, 2300, 500), around(-7000, 3000, 500)
    assert max(Flight(start, end).at(i / 20).width_km for i in range(21)) > 5_000


def test_a_zoom_in_place_never_overshoots() -> None:
    start = home_camera()
    end = Camera(start.x, start.y, 500.0, start.turn)
    widths = [Flight(start, end).at(i / 20).width_km for i in range(21)]
    assert widths == sorted(widths, reverse=True)


@given(CAMERAS, CAMERAS)
def test_a_flight_comes_nearer_without_turning_back(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    left = [hypot(end.x - c.x, end.y - c.y) for c in (flight.at(i / 40) for i in range(41))]
    for before, after in pairwise(left):
        assert after <= before + 1e-6 * (1 + before)


@given(CAMERAS, CAMERAS)
def test_a_flight_rises_no_higher_than_it_must(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    widths = [flight.at(i / 60).width_km for i in range(61)]
    highest = max(start.width_km, end.width_km)
    assert max(widths) <= highest + RHO**2 * hypot(end.x - start.x, end.y - start.y) + 1e-6 * highest
    # Up, then down: never the other way round.
    top = widths.index(max(widths))
    assert all(b >= a * (1 - 1e-9) for a, b in pairwise(widths[: top + 1]))
    assert all(b <= a * (1 + 1e-9) for a, b in pairwise(widths[top:]))


@given(CAMERAS, CAMERAS)
def test_a_flight_turns_slowly_and_by_the_shorter_way(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    frames = flight.milliseconds // 16
    eased = [(1 - cos(pi * i / frames)) / 2 for i in range(frames + 1)]
    turns = [flight.at(share).turn for share in eased[:-1]]
    for before, after in pairwise(turns):
        assert abs(after - before) <= 5.5
    assert abs(turns[-1] - start.turn) <= 180 + 1e-6
    assert abs((turns[-1] - end.turn + 180) % 360 - 180) < 3


@given(CAMERAS, CAMERAS)
def test_a_flight_moves_smoothly_over_the_screen(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    cameras = [flight.at(i / 100) for i in range(100)]
    for before, after in pairwise(cameras):
        # No step is longer than a part of the view, however far the flight goes.
        step = hypot(after.x - before.x, after.y - before.y)
        assert step <= (0.032 * flight.length + 1e-3) * after.width_km
        assert 0.7 < after.width_km / before.width_km < 1.4 or flight.length > 12
