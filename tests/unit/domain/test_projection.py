"""The map's projection."""

from __future__ import annotations

from math import asin, degrees, hypot
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.projection import CENTRE_LAT, CENTRE_LON, forward, inverse, north, scale

TOWNS = [
    (44.1133, 41.9817),
    (37.6176, 55.752),
    (-99.1625, 19.3583),
    (10.0, 66.0),
    (178.0, 65.0),
    (66.6, 66.5),
]


def test_the_centre_is_the_origin() -> None:
    assert forward(CENTRE_LON, CENTRE_LAT) == pytest.approx((0, 0))
    assert scale(CENTRE_LON, CENTRE_LAT) == pytest.approx(1)


@pytest.mark.parametrize(("lon", "lat"), TOWNS)
def test_it_agrees_with_proj(lon: float, lat: float) -> None:
    pyproj = pytest.importorskip("pyproj")
    ours = forward(lon, lat)
    assert ours is not None
    proj = pyproj.Proj(proj="stere", lat_0=CENTRE_LAT, lon_0=CENTRE_LON, R=6_371_000)
    assert ours == pytest.approx(tuple(metres / 1000 for metres in proj(lon, lat)), abs=0.001)


def test_at_200_points_it_is_within_a_metre_of_proj() -> None:
    pyproj = pytest.importorskip("pyproj")
    proj = pyproj.Proj(proj="stere", lat_0=CENTRE_LAT, lon_0=CENTRE_LON, R=6_371_000)
    random = Random(200)
    compared = 0
    while compared < 200:
        # Evenly over the sphere, as far as the map reaches.
        lon, lat = random.uniform(-180, 180), degrees(asin(random.uniform(-1, 1)))
        ours = forward(lon, lat)
        if ours is None:
            continue
        compared += 1
        x, y = proj(lon, lat)
        assert hypot(ours[0] * 1000 - x, ours[1] * 1000 - y) <= 1.0
        assert inverse(*ours) == pytest.approx(proj(x, y, inverse=True), abs=1e-8)


@given(st.floats(-179.9, 179.9), st.floats(-20, 89.9))
def test_going_there_and_back_ends_where_it_began(lon: float, lat: float) -> None:
    point = forward(lon, lat)
    if point is not None:
        back = inverse(*point)
        assert back[1] == pytest.approx(lat, abs=1e-6)
        assert forward(*back) == pytest.approx(point, abs=1e-6)


def test_the_far_side_of_the_earth_is_left_out() -> None:
    assert forward(CENTRE_LON - 180, -CENTRE_LAT) is None


def test_north_is_up_on_the_central_meridian() -> None:
    point = forward(CENTRE_LON, 40)
    assert point is not None
    assert north(*point) == pytest.approx(0, abs=1e-6)
