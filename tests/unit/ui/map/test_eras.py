"""Each era is drawn as it was: who belongs to the state, what borders there are, which waters are filled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyproj import Geod
from PySide6.QtCore import QPointF

from historydesk import paths
from historydesk.domain.projection import forward
from historydesk.packs.base_map import ERAS, build_base_map
from historydesk.ui.map.base_map import DETAIL, BaseMap

FULL = 3
"""The finest world level."""

TOWNS = {
    "Moscow": (37.6, 55.75),
    "Tiflis": (44.8, 41.7),
    "Baku": (49.7, 40.4),
    "Kiev": (30.5, 50.45),
    "Minsk": (27.55, 53.9),
    "Warsaw": (21.0, 52.25),
    "Helsingfors": (24.95, 60.25),
    "Vyborg": (28.8, 60.75),
    "Riga": (24.3, 56.9),
    "Kishinev": (28.8, 47.0),
    "Kars": (43.1, 40.6),
    "Brest-Litovsk": (23.8, 52.15),
    "Lemberg": (24.0, 49.85),
    "Kraków": (19.95, 50.02),
    "Kyzyl": (94.4, 51.7),
    "Alma-Ata": (76.9, 43.2),
    "Samarkand": (67.0, 39.65),
    "Vladivostok": (132.0, 43.4),
    "Königsberg": (20.6, 54.65),
}
EMPIRE_ONLY = {"Warsaw", "Helsingfors", "Vyborg", "Riga", "Kishinev", "Kars", "Brest-Litovsk"}
ALWAYS = {"Moscow", "Tiflis", "Baku", "Kiev", "Minsk", "Alma-Ata", "Samarkand", "Vladivostok"}


def covers(base: BaseMap, kind: str, era: int, lon: float, lat: float) -> bool:
    at = forward(lon, lat)
    assert at is not None
    point = QPointF(at[0], -at[1])
    return any(
        bounds.contains(point) and path.contains(point)
        for layer in base.chunks(kind, FULL, era)
        for bounds, path in layer
    )


@pytest.mark.parametrize("era", ERAS)
def test_towns_belong_to_the_state_of_their_era(base: BaseMap, era: int) -> None:
    inside = {name for name, at in TOWNS.items() if covers(base, "state", era, *at)}
    wanted = {1900: ALWAYS | EMPIRE_ONLY, 2025: set()}.get(era, ALWAYS)
    assert inside == wanted


def test_bukhara_and_khiva_are_protectorates_in_1900_and_part_of_the_union_later(base: BaseMap) -> None:
    for at in ((64.4, 39.8), (60.36, 41.4)):
        assert covers(base, "protectorate", 1900, *at)
        assert not covers(base, "state", 1900, *at)
        assert covers(base, "state", 1924, *at)
        assert not any(covers(base, "protectorate", era, *at) for era in ERAS[1:])


FILLED = {
    "Rybinsk": (38.4, 58.5, 1941),
    "Kuibyshev": (48.65, 54.57, 1955),
    "Bratsk": (101.75, 55.6, 1961),
    "Toktogul": (72.9, 41.8, 1974),
    "Kairakkum": (70.05, 40.3, 1956),
    "Tsimlyansk": (43.47, 48.52, 1952),
    "Bukhtarma": (84.12, 49.1, 1960),
}


@pytest.mark.parametrize("name", FILLED)
def test_a_reservoir_is_water_today_and_land_in_every_earlier_era(base: BaseMap, name: str) -> None:
    lon, lat, since = FILLED[name]
    near = [(lon + i * 0.04, lat + j * 0.04) for i in range(-3, 4) for j in range(-3, 4)]
    for era in ERAS:
        assert any(covers(base, "lake", era, *at) for at in near) == (era >= since), era


def test_no_lake_of_an_era_was_filled_after_it(base: BaseMap) -> None:
    for name in ("lakes_world", "lakes_detail"):
        for feature in source(name):
            since = feature["properties"].get("since")
            if since:
                assert isinstance(since, int) and since > 1930, feature["properties"]


def test_the_aral_sea_is_whole_before_1960_and_a_remnant_today(base: BaseMap) -> None:
    east = (60.3, 45.0)
    assert [covers(base, "lake", era, *east) for era in ERAS] == [True, True, True, True, False]
    assert covers(base, "lake", 2025, 60.6, 46.45)


def source(name: str) -> list[dict[str, Any]]:
    path = paths.resources() / "map" / f"{name}.geojson"
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def drawn(date: str, kind: str) -> set[frozenset[str]]:
    found = set()
    for name in ("history_borders_world", "borders_world"):
        for feature in source(name):
            properties = feature["properties"]
            first, last = properties["valid_from"], properties.get("valid_to", "9999")
            if properties.get("kind", "neighbour") == kind and first <= date < last:
                found.add(frozenset(properties["between"]))
    return found


SHARED = [
    ("France", "Spain"),
    ("Portugal", "Spain"),
    ("Norway", "Sweden"),
    ("Mexico", "United States of America"),
]


@pytest.mark.parametrize("date", ["1900-06-01", "1924-12-01", "1929-12-31", "1936-12-31", "2025-01-01"])
def test_no_neighbour_vanishes(date: str) -> None:
    pairs = drawn(date, "neighbour")
    assert all(frozenset(each) in pairs for each in SHARED)
    old = {frozenset(each) for each in (("Austria-Hungary", "Germany"), ("Ottoman Empire", "Serbia"))}
    between = {frozenset(each) for each in (("Germany", "Poland"), ("Czechoslovakia", "Hungary"))}
    assert (old <= pairs) == (date < "1912")
    assert (between <= pairs) == ("1924" <= date < "1938")


def test_the_republics_borders_change_with_the_eras() -> None:
    inner = {date: drawn(date, "internal") for date in ("1924-12-01", "1929-12-31", "1936-12-31")}
    assert frozenset({"TJK", "UZB"}) not in inner["1924-12-01"]
    assert frozenset({"TJK", "UZB"}) in inner["1929-12-31"]
    assert frozenset({"KAZ", "RSFSR"}) not in inner["1929-12-31"]
    assert frozenset({"KAZ", "RSFSR"}) in inner["1936-12-31"]
    assert frozenset({"GEO", "AZE"}) in inner["1936-12-31"]
    assert frozenset({"GEO", "AZE"}) in drawn("1929-12-31", "autonomy")


AREAS = {
    # name in the source → km² in the statistics of the time, greatest difference in per cent
    ("countries", "German Empire"): (540_900, 2),
    ("countries", "Austria-Hungary"): (676_600, 2),
    ("countries", "Serbia"): (48_300, 3),
    ("countries", "Bulgaria"): (96_300, 4),
    ("countries", "Montenegro"): (9_100, 4),
    ("countries", "Poland"): (388_600, 2),
    ("countries", "Latvia"): (65_800, 2),
    ("countries", "Czechoslovakia"): (140_500, 2),
    ("history_empire_1900", "Grand Duchy of Finland"): (373_600, 2),
    ("history_empire_1900", "Vistula governorates (former Congress Poland)"): (127_300, 4),
    ("history_ussr_republics", "Ukrainian SSR"): (451_600, 2),
    ("history_ussr_republics", "Transcaucasian SFSR"): (185_200, 2),
    ("history_ussr_republics", "Kirghiz SSR"): (196_700, 3),
}


@pytest.mark.parametrize("key", AREAS, ids=lambda key: key[1])
def test_areas_agree_with_the_statistics_of_the_time(key: tuple[str, str]) -> None:
    known, percent = AREAS[key]
    feature = next(each for each in source(key[0]) if each["properties"]["name_en"] == key[1])
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    globe = Geod(ellps="WGS84")
    found = 0.0
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            area = abs(globe.polygon_area_perimeter([p[0] for p in ring], [p[1] for p in ring])[0]) / 1e6
            found += area if number == 0 else -area
    assert found == pytest.approx(known, rel=percent / 100)


def test_doubtful_lines_are_layers_of_their_own(base: BaseMap) -> None:
    assert base.chunks("internal_soft", FULL, 1900)
    assert base.chunks("autonomy_soft", FULL, 1929)
    assert not any(base.chunks(f"{kind}_soft", FULL, 2025) for kind in ("internal", "autonomy", "frontier"))
    for feature in source("history_borders_world"):
        assert feature["properties"]["precision_km"] > 0


NEAR = {
    ("caucasus", 1924): {"internal", "autonomy"},
    ("caucasus", 1936): {"internal"},
    ("ukraine_blacksea", 1929): {"internal", "autonomy_soft"},
    ("moscow_petersburg", 1900): {"internal"},
    ("moscow_petersburg", 1929): {"frontier"},
}


@pytest.mark.parametrize(("window", "era"), NEAR)
def test_a_near_view_shows_the_borders_that_the_world_shows(base: BaseMap, window: str, era: int) -> None:
    kinds = ("internal", "autonomy", "autonomy_soft", "frontier")
    near = {kind for kind in kinds if base.chunks(kind, DETAIL, era, window)}
    assert near >= NEAR[window, era]


def test_building_leaves_nothing_beside_the_map(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "basemap.bin"
    build_base_map(paths.resources() / "map", target)
    assert [each.name for each in target.parent.iterdir()] == ["basemap.bin"]
