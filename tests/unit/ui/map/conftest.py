"""A base map made from the shipped sources, and a few places."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk import paths
from historydesk.domain.entities import MapPlace
from historydesk.domain.projection import forward
from historydesk.packs.base_map import build_base_map
from historydesk.ui.map.base_map import BaseMap


@pytest.fixture(scope="session")
def base_map_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled base map."""
    target = tmp_path_factory.mktemp("map") / "basemap.bin"
    build_base_map(paths.resources() / "map", target)
    return target


@pytest.fixture(scope="session")
def base(base_map_file: Path) -> BaseMap:
    """The base map, loaded."""
    return BaseMap.load(base_map_file)


@pytest.fixture(scope="session")
def places() -> tuple[MapPlace, ...]:
    """Gori, Tiflis (Tbilisi from 1936), Moscow, Coyoacán."""
    return (
        _place("gori", "Gori", 44.11, 41.98),
        _place("tbilisi", "Tiflis", 44.80, 41.70, "Tbilisi", ((1801, "Tiflis"), (1936, "Tbilisi"))),
        _place("moscow", "Moscow", 37.62, 55.75),
        _place("coyoacan", "Coyoacán", -99.16, 19.35),
    )


def _place(
    place_id: str, name: str, lon: float, lat: float, today: str = "", names: tuple[tuple[int, str], ...] = ()
) -> MapPlace:
    at = forward(lon, lat)
    assert at is not None
    return MapPlace(place_id, name, today or name, lon, lat, at[0], at[1], 1, names)
