"""The sources of the base map: whatever is wrong with one is said with file, line and remedy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from historydesk.errors import ResourceError
from historydesk.packs.map_source import read_map_features

GOOD: dict[str, Any] = {
    "type": "Feature",
    "properties": {"name_en": "A", "valid_from": "1900"},
    "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
}


def write(folder: Path, *features: object) -> None:
    lines = ",\n".join(json.dumps(each) for each in features)
    text = '{"type": "FeatureCollection", "features": [\n' + lines + "\n]}\n"
    (folder / "land.geojson").write_text(text, encoding="utf-8")


def with_shape(kind: str, coordinates: object) -> dict[str, Any]:
    return {**GOOD, "geometry": {"type": kind, "coordinates": coordinates}}


def test_good_features_come_in_order(tmp_path: Path) -> None:
    write(tmp_path, GOOD, with_shape("LineString", [[179, 60], [190, 61]]))
    found = read_map_features(tmp_path, "land", ("name_en",))
    assert [each["geometry"]["type"] for each in found] == ["Polygon", "LineString"]


BROKEN = {
    "a point": (with_shape("Point", [1, 2]), "Point"),
    "no geometry": ({**GOOD, "geometry": None}, "without geometry"),
    "an open ring": (with_shape("Polygon", [[[0, 0], [1, 0], [1, 1], [0, 1]]]), "not closed"),
    "too few points": (with_shape("Polygon", [[[0, 0], [1, 0], [0, 0]]]), "too few points"),
    "a short line": (with_shape("LineString", [[0, 0]]), "too few points"),
    "no coordinates": (with_shape("MultiPolygon", []), "too few points"),
    "nested too little": (with_shape("MultiPolygon", [[0, 0], [1, 1]]), "too few points"),
    "heights": (with_shape("LineString", [[0, 0, 5], [1, 1, 5]]), "3 coordinates"),
    "words": (with_shape("LineString", [["a", "b"], [1, 1]]), "no list of numbers"),
    "booleans": (with_shape("LineString", [[True, False], [1, 1]]), "no list of numbers"),
    "off the globe": (with_shape("LineString", [[0, 95], [1, 1]]), "off the globe"),
    "exchanged": (with_shape("LineString", [[52, 121], [51, 120]]), "longitude first"),
    "not a number": (with_shape("LineString", [[float("nan"), 0], [1, 1]]), "off the globe"),
    "no feature": ({"type": "Polygon", "coordinates": []}, "no Feature"),
    "a missing property": ({**GOOD, "properties": {"name_en": "A"}}, "valid_from"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_named_with_its_line(tmp_path: Path, what: str) -> None:
    broken, words = BROKEN[what]
    write(tmp_path, GOOD, broken)
    with pytest.raises(ResourceError) as caught:
        read_map_features(tmp_path, "land", ("name_en", "valid_from"))
    assert str(caught.value).startswith("land.geojson:3: ")
    assert words in str(caught.value)
    assert caught.value.remedy.endswith(".")


def test_a_file_that_breaks_off_is_said_so(tmp_path: Path) -> None:
    write(tmp_path, GOOD, GOOD)
    path = tmp_path / "land.geojson"
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    with pytest.raises(ResourceError, match=r"land\.geojson:3: the GeoJSON breaks off"):
        read_map_features(tmp_path, "land")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"land\.geojson"):
        read_map_features(tmp_path, "land")


def test_a_map_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    from historydesk.packs.base_map import _Writer

    (tmp_path / "map.bin").mkdir()
    (tmp_path / "map.bin" / "old").write_text("old")
    with pytest.raises(ResourceError, match="cannot be written"):
        _Writer().write(tmp_path / "map.bin", {})
    assert [each.name for each in tmp_path.iterdir()] == ["map.bin"]
