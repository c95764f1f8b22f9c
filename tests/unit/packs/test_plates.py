"""Plates of cities, from the author's files to what the map takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from historydesk.domain.plate import Plate
from historydesk.domain.projection import forward
from historydesk.packs.compiler import build_pack, check_pack
from historydesk.store.content import ContentStore

KREMLIN = [37.6176, 55.752]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    shape = {"site": "Point", "park": "Polygon", "water": "Polygon", "town": "Polygon"}.get(
        kind, "LineString"
    )
    return {
        "type": "Feature",
        "properties": {"plate": "moscow", "kind": kind, **properties},
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def draw(pack: Path, *features: dict[str, Any]) -> None:
    data = {"type": "FeatureCollection", "features": features}
    (pack / "plates.geojson").write_text(json.dumps(data), encoding="utf-8")


def say(pack: Path, text: str, lang: str = "en") -> None:
    (pack / lang).mkdir(exist_ok=True)
    (pack / lang / "plates.toml").write_text(text, encoding="utf-8")


def plate_of(pack: Path, lang: str = "en") -> Plate:
    target = pack.parent / "p.hdpack"
    build_pack(pack, target)
    with ContentStore(target) as store:
        (plate,) = store.plates(lang)
    return plate


def messages(pack: Path) -> list[str]:
    return [str(problem) for problem in check_pack(pack).problems.in_order() if "plates" in problem.path]


@pytest.fixture
def georgian(pack: Path) -> Path:
    """The example with a second language."""
    toml = pack / "pack.toml"
    text = toml.read_text(encoding="utf-8").replace('languages = ["en"]', 'languages = ["en", "ka"]')
    toml.write_text(text, encoding="utf-8", newline="\n")
    (pack / "ka").mkdir()
    return pack


def test_the_examples_plate_has_its_site_and_its_river(pack: Path) -> None:
    plate = plate_of(pack)
    assert (plate.id, plate.title, plate.place) == ("moscow", "Moscow", "moscow")
    assert plate.note == "The river is drawn by hand, within 100 m."
    assert [(site.id, site.name, site.place, site.precision_m) for site in plate.sites] == [
        ("kremlin", "Kremlin", "moscow", 500)
    ]
    assert [(line.kind, line.name, line.precision_m) for line in plate.lines] == [("river", "Moskva", 100)]
    assert plate.areas == ()
    at = forward(*KREMLIN) or (0.0, 0.0)
    assert (plate.sites[0].x, plate.sites[0].y) == pytest.approx(at, abs=0.001)


def test_the_bounds_hold_everything_drawn(pack: Path) -> None:
    plate = plate_of(pack)
    points = [*plate.lines[0].points, (plate.sites[0].x, plate.sites[0].y)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert plate.bounds == (min(xs), min(ys), max(xs), max(ys))


def test_a_site_without_a_name_goes_by_the_name_of_its_place(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    draw(pack, feature("site", KREMLIN, id="kremlin", place="moscow"))
    assert plate_of(pack).sites[0].name == "Moscow"


def test_a_plate_may_belong_to_no_place_and_say_nothing(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    draw(pack, feature("street", [KREMLIN, [37.61, 55.76]]))
    plate = plate_of(pack)
    assert (plate.place, plate.note, plate.sites) == ("", "", ())
    assert [(line.kind, line.name) for line in plate.lines] == [("street", "")]


def test_areas_keep_their_rings_and_several_may_share_a_name(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n[[plate.area]]\nid = "ponds"\nname = "Ponds"\n')
    square = [[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]]
    hole = [[37.64, 55.74], [37.66, 55.74], [37.66, 55.76], [37.64, 55.74]]
    other = [[37.5, 55.7], [37.55, 55.7], [37.55, 55.75], [37.5, 55.7]]
    draw(pack, feature("water", [square, hole], id="ponds"), feature("water", [other], id="ponds"))
    areas = plate_of(pack).areas
    assert [(area.kind, area.name, [len(ring) for ring in area.rings]) for area in areas] == [
        ("water", "Ponds", [5, 4]),
        ("water", "Ponds", [4]),
    ]


def test_names_are_translated_by_id_in_any_order(georgian: Path) -> None:
    say(
        georgian,
        '[[plate]]\nid = "moscow"\ntitle = "Moscow"\nnote = "By hand."\n'
        '[[plate.site]]\nid = "senate"\nname = "Senate"\n'
        '[[plate.site]]\nid = "tower"\nname = "Tower"\nnote = "A clock."\n',
    )
    say(
        georgian,
        '[[plate]]\nid = "moscow"\ntitle = "მოსკოვი"\n'
        '[[plate.site]]\nid = "tower"\nname = "კოშკი"\n[[plate.site]]\nid = "senate"\nname = "სენატი"\n',
        "ka",
    )
    draw(georgian, feature("site", KREMLIN, id="senate"), feature("site", [37.6214, 55.7525], id="tower"))
    plate = plate_of(georgian, "ka")
    assert (plate.title, plate.note) == ("მოსკოვი", "By hand.")
    assert [(site.id, site.name, site.note) for site in plate.sites] == [
        ("senate", "სენატი", ""),
        ("tower", "კოშკი", "A clock."),
    ]


def test_a_name_that_is_not_translated_is_said_and_shown_in_the_first_language(georgian: Path) -> None:
    say(georgian, '[[plate]]\nid = "moscow"\ntitle = "მოსკოვი"\nnote = "ხელით."\n', "ka")
    assert messages(georgian) == [
        "ka/plates.toml:1: warning: the line “moskva” of “moscow” is not translated; add it; until then en is shown",
        "ka/plates.toml:1: warning: the site “kremlin” of “moscow” is not translated; add it; until then en is shown",
    ]
    plate = plate_of(georgian, "ka")
    assert (plate.title, plate.sites[0].name, plate.lines[0].name) == ("მოსკოვი", "Kremlin", "Moskva")


def test_a_translation_of_a_part_that_is_not_there_is_an_error(georgian: Path) -> None:
    say(
        georgian,
        '[[plate]]\nid = "moscow"\ntitle = "მოსკოვი"\nnote = "ხელით."\n'
        '[[plate.site]]\nid = "kremlin"\nname = "კრემლი"\n[[plate.line]]\nid = "moscva"\nname = "მოსკოვი"\n',
        "ka",
    )
    assert "ka/plates.toml:8: en has no line “moscva” in “moscow”; did you mean “moskva”?" in messages(
        georgian
    )


def test_a_site_apart_from_its_place_is_a_warning(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    draw(pack, feature("site", [37.6406, 55.752], id="kremlin", place="moscow", precision_m=100))
    assert messages(pack) == [
        "plates.geojson:1: warning: the site “kremlin” of the plate “moscow” lies 1,440 m from the place “moscow”; "
        "give both the same coordinates"
    ]


def test_within_the_doubt_of_both_a_site_and_its_place_agree(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    draw(pack, feature("site", [37.6256, 55.752], id="kremlin", place="moscow", precision_m=100))
    assert messages(pack) == []


def test_without_a_place_the_one_far_from_the_others_is_told(pack: Path) -> None:
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    near = [feature("street", [[37.6, 55.7 + n / 100], [37.7, 55.7 + n / 100]]) for n in range(3)]
    draw(pack, near[0], feature("river", [[55.7, 37.6], [55.8, 37.7]]), *near[1:])
    (message,) = messages(pack)
    assert message.startswith("plates.geojson:1: a river of the plate “moscow” lies 2,5")
    assert message.endswith("km from the rest; check the coordinates: longitude comes first")


def test_distances_are_those_over_the_ground(pack: Path) -> None:
    """At Mexico City the plane is 1.7 times as large as the ground."""
    say(pack, '[[plate]]\nid = "moscow"\ntitle = "M"\n')
    draw(
        pack,
        feature("street", [[-99.13, 19.43], [-99.14, 19.43]]),
        feature("street", [[-99.13, 19.43], [-99.13, 19.03]]),
    )
    assert messages(pack) == []


def test_a_part_behind_one_with_a_bad_id_keeps_its_line(pack: Path) -> None:
    say(
        pack,
        '[[plate]]\nid = "moscow"\ntitle = "M"\n[[plate.site]]\nid = "Kremlin"\nname = "K"\n'
        '[[plate.site]]\nid = "tower"\nname = "T"\n',
    )
    draw(pack, feature("site", KREMLIN, id="kremlin", place="moscow"))
    assert [message.partition(" ")[0] for message in messages(pack)] == [
        "en/plates.toml:5:",
        "en/plates.toml:7:",
    ]
