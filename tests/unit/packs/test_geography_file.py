"""GeoJSON taken apart into features."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.packs.geography_file import Feature, read_features

HEAD = '{"type": "FeatureCollection", "features": [\n'
POINT = '{"type": "Feature", "properties": {"id": "a"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}'


def read(text: str) -> tuple[list[Feature], list[str]]:
    found: list[str] = []
    features = read_features(text, lambda line, what, remedy: found.append(f"{line}: {what}; {remedy}"))
    return features, found


def test_each_feature_knows_the_line_it_begins_on() -> None:
    spread = POINT.replace(", ", ",\n")
    features, found = read(f"{HEAD}{POINT},\n\n{spread},\n{POINT}\n]}}")
    assert [feature.line for feature in features] == [2, 4, 4 + spread.count("\n") + 1]
    assert not found


def test_words_that_look_like_a_feature_move_no_line() -> None:
    first = POINT.replace(
        '"id": "a"', '"id": "a", "note": {"type": "Feature"}, "more": "\\"type\\": \\"Feature\\""'
    )
    features, _ = read(f"{HEAD}{first},\n{POINT}\n]}}")
    assert [feature.line for feature in features] == [2, 3]


def test_the_members_may_stand_in_any_order_among_others() -> None:
    text = (
        f'{{"bbox": [0, 0, 1, 1], "features": [{POINT}], "name": {{"a": [1]}}, "type": "FeatureCollection"}}'
    )
    features, found = read(text)
    assert [feature.properties for feature in features] == [{"id": "a"}]
    assert not found


@pytest.mark.parametrize(
    "name",
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "CRS84", "WGS 84"],
)
def test_wgs_84_may_be_said_in_the_old_way(name: str) -> None:
    crs = f'"crs": {{"type": "name", "properties": {{"name": "{name}"}}}}'
    features, found = read(HEAD.replace('"features"', f'{crs}, "features"') + POINT + "]}")
    assert len(features) == 1
    assert not found


def test_no_crs_is_no_other_crs() -> None:
    assert read(HEAD.replace('"features"', '"crs": null, "features"') + POINT + "]}")[1] == []


def test_an_empty_collection_has_no_features() -> None:
    assert read('{"type": "FeatureCollection", "features": [ ]}') == ([], [])


def test_a_feature_in_another_system_says_so_itself() -> None:
    crs = '{"type": "name", "properties": {"name": "EPSG:3857"}}'
    second = POINT.replace('"properties"', f'"crs": {crs}, "properties"')
    _, found = read(f"{HEAD}{POINT},\n{second}\n]}}")
    assert found == [
        "3: the coordinates are in “EPSG:3857”, not in WGS 84; "
        "export them again as WGS 84 (EPSG:4326), longitude first"
    ]


def test_a_key_told_twice_deep_in_a_feature_is_seen() -> None:
    _, found = read(HEAD + POINT.replace('"type": "Point"', '"type": "Point", "type": "Point"') + "]}")
    assert found == ["2: “type” stands twice in one table; keep one of them"]


def test_deep_nesting_ends_in_a_sentence() -> None:
    _, found = read(HEAD + POINT.replace("[1, 2]", "[" * 100_000 + "]" * 100_000) + "]}")
    assert found == ["1: the GeoJSON is nested too deeply; write a plain list of features"]


WHOLE = f"{HEAD}{POINT},\n{POINT}\n]}}"


@pytest.mark.parametrize("length", range(1, len(WHOLE)))
def test_a_file_cut_anywhere_is_reported_once(length: int) -> None:
    features, found = read(WHOLE[:length])
    assert features == []
    assert len(found) == 1


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_any_json_gives_features_or_a_sentence(value: Any) -> None:
    features, found = read(json.dumps(value))
    assert features or found or (isinstance(value, dict) and value.get("features") == [])


@given(st.text())
def test_any_text_gives_a_sentence(text: str) -> None:
    features, found = read(text)
    assert features == []
    assert found
