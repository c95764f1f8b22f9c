"""Places of a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.packs.compiler import check_pack


def exchange(pack: Path, name: str, old: str, new: str) -> list[str]:
    file = pack / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return [
        str(problem) for problem in check_pack(pack).problems.in_order() if problem.path == "places.geojson"
    ]


def add(pack: Path, id_: str, coordinates: str) -> list[str]:
    with (pack / "en" / "places.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[place]]\nid = "{id_}"\nname = "{id_}"\n')
    point = f'{{"type": "Feature", "properties": {{"id": "{id_}"}}, "geometry": {{"type": "Point", "coordinates": '
    return exchange(pack, "places.geojson", "\n]}", f",\n{point}{coordinates}}}}}\n]}}")


def test_latitude_first_is_guessed_from_the_other_places(pack: Path) -> None:
    assert add(pack, "presnya", "[55.76, 37.57]") == [
        "places.geojson:5: warning: the place “presnya” lies far from all others, but with its coordinates "
        "exchanged near “moscow”; check them: longitude comes first"
    ]


@pytest.mark.parametrize("coordinates", ["[-99.13, 19.43]", "[150.8, 59.56]", "[131.9, 43.1]"])
def test_a_place_far_from_all_others_is_no_fault(pack: Path, coordinates: str) -> None:
    assert add(pack, "far", coordinates) == []


def test_a_place_near_another_is_no_fault(pack: Path) -> None:
    assert add(pack, "presnya", "[37.57, 55.76]") == []


def test_a_fault_in_the_points_is_not_told_again_at_the_names(pack: Path) -> None:
    assert exchange(pack, "places.geojson", '"coordinates": [37.6176, 55.752]', '"coordinates": []') == [
        "places.geojson:3: the place “moscow” has no coordinates; write [longitude, latitude]"
    ]
    assert all(problem.path != "en/places.toml" for problem in check_pack(pack).problems.in_order())
