"""Flights: they begin and end where they should and never jump."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.camera import Camera, around, home_camera
from historydesk.ui.map.flight import LONGEST_MS, SHORTEST_MS, Flight

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
