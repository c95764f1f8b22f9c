"""GeoJSON of a pack on the plane of the map."""

from __future__ import annotations

import json
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from historydesk.domain.projection import forward, ground_km
from historydesk.packs.folder import PackFolder
from historydesk.packs.geography import GeographyReader
from historydesk.packs.journeys import read_ways
from historydesk.packs.places import read_places
from historydesk.packs.plates import read_drawn
from historydesk.packs.problems import Problems


class Sheet:
    """One GeoJSON file and what a reader makes of it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "a.geojson"
        self.problems = Problems()

    def reader(self, *geometries: Any) -> GeographyReader:
        features = [{"type": "Feature", "properties": {"id": "x"}, "geometry": each} for each in geometries]
        return self.reader_of({"type": "FeatureCollection", "features": features})

    def reader_of(self, data: Any) -> GeographyReader:
        self._file.write_text(json.dumps(data), encoding="utf-8")
        self.problems = Problems()
        return GeographyReader(PackFolder(self._file.parent, self.problems), "a.geojson", self.problems)

    def shapes(self, wanted: str, *coordinates: Any) -> list[Any]:
        reader = self.reader(*({"type": wanted, "coordinates": each} for each in coordinates))
        return [reader.shape(feature, line, wanted, "it") for feature, line in reader.features()]

    def messages(self) -> list[str]:
        return [str(problem) for problem in self.problems.in_order()]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path)


SQUARE = [[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]]
HOLE = [[37.64, 55.74], [37.66, 55.74], [37.66, 55.76], [37.64, 55.74]]


def test_a_line_across_180_takes_the_short_way(sheet: Sheet) -> None:
    (shape,) = sheet.shapes("LineString", [[179, 65.5], [-179, 65.5]])
    ((start, end),) = shape
    enlargement = 1 + (start[0] ** 2 + start[1] ** 2) / (2 * 6371.0) ** 2
    length = hypot(end[0] - start[0], end[1] - start[1]) / enlargement
    assert length == pytest.approx(ground_km((179, 65.5), (-179, 65.5)), rel=0.01)
    assert sheet.messages() == []


def test_an_area_across_180_is_one_area(sheet: Sheet) -> None:
    ring = [[178, 66], [-178, 66], [-178, 68], [178, 68], [178, 66]]
    (shape,) = sheet.shapes("Polygon", [ring])
    assert [len(part) for part in shape] == [5]
    assert max(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(shape[0])) < 300
    assert sheet.messages() == []


def test_180_east_and_west_are_one_meridian(sheet: Sheet) -> None:
    (shape,) = sheet.shapes("Polygon", [[[180, 66], [-178, 66], [-178, 68], [-180, 66]]])
    assert shape[0][0] == shape[0][-1]


@pytest.mark.parametrize("outer", [SQUARE, SQUARE[::-1]])
@pytest.mark.parametrize("hole", [HOLE, HOLE[::-1]])
def test_rings_may_run_in_either_direction(sheet: Sheet, outer: Any, hole: Any) -> None:
    (shape,) = sheet.shapes("Polygon", [outer, hole])
    assert [len(ring) for ring in shape] == [5, 4]
    assert sheet.messages() == []


def test_a_point_said_twice_in_a_row_is_no_fault(sheet: Sheet) -> None:
    sheet.shapes("Polygon", [[SQUARE[0], *SQUARE]])
    assert sheet.messages() == []


def test_points_are_kept_to_the_metre(sheet: Sheet) -> None:
    (shape,) = sheet.shapes("Point", [37.6176, 55.752])
    x, y = forward(37.6176, 55.752) or (0, 0)
    assert shape == (((round(x, 3), round(y, 3)),),)


def test_an_area_that_touches_itself_is_refused_with_the_place(sheet: Sheet) -> None:
    eight = [[37.6, 55.7], [37.7, 55.8], [37.7, 55.7], [37.6, 55.8], [37.6, 55.7]]
    assert sheet.shapes("Polygon", [eight]) == [None]
    assert sheet.messages() == [
        "a.geojson:1: it crosses itself near 37.6500, 55.7501; draw its rings so that none crosses"
    ]


def test_words_of_the_file_are_cut_and_cleaned_in_messages(sheet: Sheet) -> None:
    reader = sheet.reader_of(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": {"x" * 500: 1}, "geometry": None},
                {"type": "Feature", "properties": {"a\x1b[31mb\nc": 1}, "geometry": None},
            ],
        }
    )
    for feature, line in reader.features():
        reader.properties(feature, line, ("id",))
    for message in sheet.messages():
        assert len(message) < 120
        assert message.isprintable()


NUMBERS = st.integers() | st.floats() | st.integers(min_value=-400, max_value=400)
COORDINATES = st.recursive(
    NUMBERS | st.none() | st.booleans() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=6),
    max_leaves=20,
)
WORDS = st.sampled_from(
    (
        "Point",
        "LineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
        "site",
        "river",
        "town",
        "rail",
        "a",
    )
)
KEYS = st.sampled_from(
    ("id", "rank", "precision_m", "journey", "leg", "mode", "precision_km", "plate", "kind", "place")
)
GEOMETRIES = st.fixed_dictionaries({"type": WORDS | COORDINATES, "coordinates": COORDINATES})
ENTRIES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(("Feature", "feature")),
        "properties": st.dictionaries(KEYS | st.text(max_size=4), WORDS | COORDINATES, max_size=8)
        | st.none(),
        "geometry": GEOMETRIES | COORDINATES,
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ENTRIES | COORDINATES, max_size=4))
def test_no_geometry_is_too_strange_for_a_sentence(sheet: Sheet, entries: list[Any]) -> None:
    for read in (read_places, read_ways, read_drawn):
        found = read(sheet.reader_of({"type": "FeatureCollection", "features": entries}))
        assert len(found) <= len(entries)
        assert all(len(message.splitlines()) == 1 and message.encode() for message in sheet.messages())
        assert sheet.messages() or len(found) == len(entries)
