"""Any JSON in the place of a pack's geography ends in a pack or in sentences, never in a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from historydesk.packs.compiler import check_pack
from historydesk.packs.new_pack import EXAMPLE

FILES = ("places.geojson", "journeys.geojson", "plates.geojson")
NUMBERS = st.integers() | st.floats() | st.floats(min_value=30, max_value=60)
POSITIONS = st.lists(NUMBERS, min_size=2, max_size=2) | st.lists(NUMBERS | st.none(), max_size=4)
LINES = st.lists(POSITIONS, max_size=6)
WORDS = st.sampled_from(
    ("moscow", "petrograd", "tsaritsyn", "to-tsaritsyn", "kremlin", "moskva", "site", "river", "park", "rail")
)
KEYS = st.sampled_from(
    ("id", "rank", "precision_m", "journey", "leg", "mode", "precision_km", "plate", "kind", "place", "x")
)
GEOMETRIES = st.builds(
    lambda kind, coordinates: {"type": kind, "coordinates": coordinates},
    st.sampled_from(("Point", "LineString", "Polygon", "MultiPolygon", 7)),
    POSITIONS | LINES | st.lists(LINES, max_size=3) | st.none(),
)
FEATURES = st.builds(
    lambda properties, geometry: {"type": "Feature", "properties": properties, "geometry": geometry},
    st.dictionaries(KEYS, WORDS | NUMBERS | st.text(max_size=3) | st.none() | st.just([]), max_size=7),
    GEOMETRIES,
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("strange") / "pack"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.lists(FEATURES, max_size=4))
def test_strange_features_end_in_a_pack_or_in_sentences(pack: Path, name: str, features: list[Any]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": features}, indent=0)
    for each in FILES:
        shutil.copyfile(EXAMPLE / each, pack / each)
    (pack / name).write_text(text, encoding="utf-8")
    for problem in check_pack(pack).problems.in_order():
        assert len(str(problem).splitlines()) == 1
        assert problem.remedy
        assert problem.line <= text.count("\n") + 1 or problem.path != name
