"""The plates that ship with the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from historydesk import paths
from historydesk.domain.plate import Plate, PlateSite
from historydesk.store.content import ContentStore

FOLDER = paths.resources() / "packs" / "stalins-rise"
DOUBTFUL_M = 200
"""From this doubt on the reader is told of it in words."""


@pytest.fixture(scope="module")
def plates(shipped_pack: Path) -> tuple[Plate, ...]:
    with ContentStore(shipped_pack) as store:
        return store.plates("en")


def points(name: str) -> list[tuple[dict[str, object], list[float]]]:
    data = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return [
        (feature["properties"], feature["geometry"]["coordinates"])
        for feature in data["features"]
        if feature["geometry"]["type"] == "Point"
    ]


def test_the_cities_of_the_story_have_plates(plates: tuple[Plate, ...]) -> None:
    assert [plate.id for plate in plates] == ["gori", "tiflis", "moscow", "coyoacan", "mexico-city"]
    assert all(plate.note and plate.sites for plate in plates)


def test_a_site_that_is_a_place_stands_where_the_place_stands() -> None:
    places = {
        properties["id"]: (properties["precision_m"], at) for properties, at in points("places.geojson")
    }
    sites = [pair for pair in points("plates.geojson") if "place" in pair[0]]
    assert len(sites) >= 10
    for properties, at in sites:
        assert (properties["precision_m"], at) == places[properties["place"]], properties["id"]


def test_every_place_inside_a_plate_is_one_of_its_sites(
    plates: tuple[Plate, ...], shipped_pack: Path
) -> None:
    with ContentStore(shipped_pack) as store:
        places = store.places("en")
    for plate in plates:
        x0, y0, x1, y1 = plate.bounds
        inside = {place.id for place in places if x0 <= place.x <= x1 and y0 <= place.y <= y1}
        assert inside <= {site.place for site in plate.sites} | {plate.place}


def test_a_plate_spans_a_city(plates: tuple[Plate, ...]) -> None:
    for plate in plates:
        x0, y0, x1, y1 = plate.bounds
        assert max(x1 - x0, y1 - y0) < 20


def test_each_name_is_said_and_nothing_stands_on_the_same_point(plates: tuple[Plate, ...]) -> None:
    for plate in plates:
        assert all(line.name for line in plate.lines)
        assert all(site.name and site.note and site.precision_m for site in plate.sites)
        assert len({(site.x, site.y) for site in plate.sites}) == len(plate.sites)


def test_a_large_doubt_is_said_in_words(plates: tuple[Plate, ...]) -> None:
    for plate in plates:
        said = " ".join([plate.note, *(site.note for site in plate.sites)])
        for each in (*plate.sites, *plate.lines):
            if each.precision_m >= DOUBTFUL_M and not _is_large(each):
                assert re.search(rf"\b{each.precision_m} m\b", said), each.name


def _is_large(each: object) -> bool:
    """The Kremlin is a hill with walls: its doubt is its size."""
    return isinstance(each, PlateSite) and each.id == "kremlin"
