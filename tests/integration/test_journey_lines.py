"""The shipped journeys keep to land, sea and rivers of the map, and to the length of a real way."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pyproj import Geod
from shapely import STRtree, make_valid
from shapely.geometry import LineString, Polygon, shape
from shapely.geometry import Point as ShapelyPoint
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from historydesk.domain.projection import forward, ground_km

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "resources" / "packs" / "stalins-rise"
ASHORE_KM = 15.0
"""On the plane, which is larger than the ground by up to 1.7 in Mexico. The map's coast leaves out what is smaller
than some km: harbours, fjords, straits, the mouths of rivers."""
RIVER_KM = 12.0
"""The map's rivers are good to 2 km and cut corners by up to 8 km; harbours lie beside them."""
UNDRAWN_RIVER_KM = 30.0
"""The last way to Vologda is on the river Vologda, which the map does not have."""

Point = tuple[float, float]


def _features(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


WAYS = _features(PACK / "journeys.geojson")


def _name(way: dict[str, Any]) -> str:
    return "{journey}-{leg}-{mode}".format(**way["properties"])


def _ways(*modes: str) -> Any:
    chosen = [way for way in WAYS if way["properties"]["mode"] in modes]
    return pytest.mark.parametrize("way", chosen, ids=map(_name, chosen))


def _plane(points: list[list[float]]) -> list[Point]:
    return [at for at in (forward(lon, lat) for lon, lat in points) if at is not None]


def _dense(way: dict[str, Any]) -> list[ShapelyPoint]:
    """Points of the drawn line in km on the plane, 4 km apart."""
    line = LineString(_plane(way["geometry"]["coordinates"]))
    count = int(line.length / 4) + 1
    return [line.interpolate(number / count, normalized=True) for number in range(count + 1)]


class Land:
    """Land on the plane: of the world, of the closer windows, and the islands drawn by hand."""

    def __init__(self) -> None:
        self.polygons = []
        for name in ("land_world", "land_detail", "islands_hand"):
            for feature in _features(ROOT / "resources" / "map" / f"{name}.geojson"):
                kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
                for rings in [at] if kind == "Polygon" else at:
                    outer, *holes = [ring for ring in map(_plane, rings) if len(ring) >= 4] or [[]]
                    if outer:
                        self.polygons.append(make_valid(Polygon(outer, holes)))
        self.tree = STRtree(self.polygons)

    def inland(self, at: ShapelyPoint) -> float:
        """How far from the coast a point on land is; 0 on the sea."""
        around = (self.polygons[index] for index in self.tree.query(at, predicate="within"))
        return max((polygon.boundary.distance(at) for polygon in around), default=0.0)

    def offshore(self, at: ShapelyPoint) -> float:
        """How far from land a point on the sea is; 0 on land."""
        return float(self.polygons[self.tree.nearest(at)].distance(at))


@pytest.fixture(scope="module")
def land() -> Land:
    return Land()


@pytest.fixture(scope="module")
def rivers() -> BaseGeometry:
    lines = []
    for feature in _features(ROOT / "resources" / "map" / "rivers.geojson"):
        parts = shape(feature["geometry"])
        for part in getattr(parts, "geoms", [parts]):
            lines.append(LineString(_plane([list(point[:2]) for point in part.coords])))
    return unary_union(lines)


@_ways("sea")
def test_a_ship_keeps_off_the_land(way: dict[str, Any], land: Land) -> None:
    assert max(map(land.inland, _dense(way))) < ASHORE_KM


@_ways("sea")
def test_a_ship_goes_round_the_islands_drawn_by_hand(way: dict[str, Any]) -> None:
    line = LineString(_plane(way["geometry"]["coordinates"]))
    for feature in _features(ROOT / "resources" / "map" / "islands_hand.geojson"):
        island = Polygon(_plane(feature["geometry"]["coordinates"][0]))
        assert line.intersection(island).length < 1.5, feature["properties"]["name_en"]


@_ways("rail", "road", "sledge", "river")
def test_a_train_a_car_a_sledge_and_a_boat_keep_off_the_sea(way: dict[str, Any], land: Land) -> None:
    assert max(map(land.offshore, _dense(way))) < ASHORE_KM


@_ways("river")
def test_a_boat_keeps_to_a_river(way: dict[str, Any], rivers: BaseGeometry) -> None:
    most = UNDRAWN_RIVER_KM if _name(way) == "j-1-8-river" else RIVER_KM
    away = [rivers.distance(at) for at in _dense(way)]
    assert max(away) < most
    assert sum(4 for km in away if km > RIVER_KM) <= most, "but for the last way to the town"


@pytest.mark.parametrize("way", WAYS, ids=map(_name, WAYS))
def test_a_way_is_as_long_as_a_way_can_be(way: dict[str, Any]) -> None:
    """Longer than the great circle, but not by much (2.1 where the line from Tampico went round by San Luis)."""
    points = [tuple(point) for point in way["geometry"]["coordinates"]]
    length = sum(ground_km(start, end) for start, end in pairwise(points))
    direct = ground_km(points[0], points[-1])
    assert direct <= length * 1.000001
    assert length < 2.2 * direct


@pytest.mark.parametrize("way", WAYS, ids=map(_name, WAYS))
def test_lengths_agree_with_the_ellipsoid(way: dict[str, Any]) -> None:
    points = way["geometry"]["coordinates"]
    sphere = sum(ground_km(tuple(start), tuple(end)) for start, end in pairwise(points))
    lons, lats = zip(*points, strict=True)
    true = Geod(ellps="WGS84").line_length(lons, lats) / 1000
    assert sphere == pytest.approx(true, rel=0.006)


def test_every_move_is_drawn_from_stop_to_stop() -> None:
    places = {
        feature["properties"]["id"]: tuple(feature["geometry"]["coordinates"])
        for feature in _features(PACK / "places.geojson")
    }
    moves: dict[tuple[str, int], list[list[list[float]]]] = defaultdict(list)
    for way in WAYS:
        key = way["properties"]["journey"], way["properties"]["leg"]
        moves[key].append(way["geometry"]["coordinates"])
    journeys = tomllib.loads((PACK / "en" / "journeys.toml").read_text(encoding="utf-8"))["journey"]
    assert set(moves) == {
        (journey["id"], number) for journey in journeys for number in range(1, len(journey["stop"]))
    }
    for journey in journeys:
        for number, (start, end) in enumerate(pairwise(journey["stop"]), start=1):
            ways = moves[journey["id"], number]
            for place, at in ((start.get("place"), ways[0][0]), (end.get("place"), ways[-1][-1])):
                assert place is None or ground_km(places[place], tuple(at)) < 0.1, (journey["id"], number)
            for before, after in pairwise(ways):
                assert before[-1] == after[0], (journey["id"], number)
