"""GeoJSON, read back by shapely and by the reader of packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shapely.geometry import shape

from historydesk.exports.geojson import across, write_places
from historydesk.packs.geography_file import read_features
from historydesk.store.export_content import ExportStore


def test_places_and_journeys_are_there(whole: ExportStore, tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    write_places(whole, "en", path)
    text = path.read_text(encoding="utf-8")
    found = json.loads(text)
    problems: list[str] = []
    assert len(read_features(text, lambda _line, what, _remedy: problems.append(what))) == len(
        found["features"]
    )
    assert problems == []
    assert set(found) == {"type", "features"} and found["type"] == "FeatureCollection"
    shapes = {each["id"]: shape(each["geometry"]) for each in found["features"]}
    assert len(shapes) == len(found["features"]) and all(each.is_valid for each in shapes.values())
    points = [each for each in shapes if each.startswith("place:")]
    assert len(points) == whole.info().counts["places"]
    gori = shapes["place:gori"]
    assert (round(gori.x, 1), round(gori.y, 1)) == (44.1, 42.0)
    ways = sum(len(leg.ways) for journey in whole.journeys("en") for leg in journey.legs)
    assert len(shapes) - len(points) == ways > 0
    for each in shapes.values():
        west, south, east, north = each.bounds
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def test_the_first_way_of_a_journey_begins_where_the_journey_does(whole: ExportStore, tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    write_places(whole, "en", path)
    shapes = {
        each["id"]: shape(each["geometry"])
        for each in json.loads(path.read_text(encoding="utf-8"))["features"]
    }
    journey = whole.journeys("en")[0]
    start = shapes[f"place:{journey.stops[0].place}"]
    assert shapes[f"journey:{journey.id}/1/1"].distance(start) < 0.2


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ([(170.0, 60.0), (-170.0, 62.0)], [[(170.0, 60.0), (180.0, 61.0)], [(-180.0, 61.0), (-170.0, 62.0)]]),
        ([(-170.0, 60.0), (170.0, 62.0)], [[(-170.0, 60.0), (-180.0, 61.0)], [(180.0, 61.0), (170.0, 62.0)]]),
        ([(10.0, 1.0), (20.0, 2.0)], [[(10.0, 1.0), (20.0, 2.0)]]),
    ],
)
def test_a_line_is_cut_at_180_degrees(line: list, cut: list) -> None:
    assert across(line) == cut
