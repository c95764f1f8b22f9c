"""Journeys as the compiler makes them."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from historydesk.domain.entities import Journey
from historydesk.packs.compiler import build_pack, check_pack
from historydesk.store.content import ContentStore

WAY = '{"type": "Feature", "properties": {%s}, "geometry": {"type": "LineString", "coordinates": %s}}'
MOSCOW, TAMBOV, TSARITSYN = [37.6176, 55.752], [41.45, 52.72], [44.5133, 48.708]


def draw(pack: Path, *ways: tuple[str, list[list[float]]]) -> None:
    """Write the ways of the only move; properties without the name of the journey."""
    features = (WAY % (f'"journey": "to-tsaritsyn", "leg": 1, {what}', points) for what, points in ways)
    text = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"
    (pack / "journeys.geojson").write_text(text, encoding="utf-8")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def journey_of(pack: Path, tmp_path: Path, lang: str = "en") -> Journey:
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with closing(ContentStore(target)) as store:
        (journey,) = store.journeys(lang)
    return journey


def warnings(pack: Path) -> list[str]:
    found = check_pack(pack).problems.in_order()
    return [str(problem) for problem in found if problem.severity == "warning"]


def test_each_means_of_travel_is_a_way_of_its_own(pack: Path, tmp_path: Path) -> None:
    draw(
        pack,
        ('"mode": "rail", "precision_km": 30', [MOSCOW, TAMBOV]),
        ('"mode": "road", "precision_km": 50', [TAMBOV, TSARITSYN]),
    )
    (leg,) = journey_of(pack, tmp_path).legs
    assert [way.mode for way in leg.ways] == ["rail", "road"]
    assert leg.ways[0].points[-1] == leg.ways[1].points[0]
    assert leg.precision_km == 50, "as doubtful as its worst way"
    assert leg.note == "Drawn through Ryazan and Tambov."


def test_lengths_are_over_the_ground(pack: Path, tmp_path: Path) -> None:
    draw(pack, ('"mode": "rail"', [MOSCOW, TSARITSYN]))
    journey = journey_of(pack, tmp_path)
    assert journey.km == pytest.approx(911, abs=3), "Moscow to Volgograd as the crow flies"
    assert journey.ways[0].km == journey.legs[0].km == journey.km


def test_a_move_without_a_line_is_straight_and_said_so(pack: Path, tmp_path: Path) -> None:
    (pack / "journeys.geojson").unlink()
    (way,) = journey_of(pack, tmp_path).ways
    assert (way.mode, len(way.points), round(way.km, -1)) == ("rail", 2, 910)
    assert "draw it; until then it is a straight line" in warnings(pack)[0]


def test_a_line_that_begins_far_from_its_stop_is_a_warning(pack: Path) -> None:
    draw(pack, ('"mode": "rail", "precision_km": 30', [TAMBOV, TSARITSYN]))
    assert warnings(pack) == [
        "journeys.geojson:2: warning: leg 1 of the journey “to-tsaritsyn” begins 419 km from the place "
        "“moscow”; begin the line at [37.6176, 55.752]"
    ]


def test_a_line_by_other_means_than_its_stop_says_is_a_warning(pack: Path) -> None:
    draw(pack, ('"mode": "river"', [MOSCOW, TSARITSYN]))
    assert len(warnings(pack)) == 1
    assert "goes by rail, but its line by river; write the same in both files" in warnings(pack)[0]


@pytest.mark.parametrize(
    ("edtf", "first", "last", "year", "about"),
    [
        ("1918-06-06/1918-09-30", date(1918, 6, 6), date(1918, 9, 30), 1918, False),
        ("1918-06-06/1918-10", date(1918, 6, 6), None, 1918, False),
        ("1918-06~/1918-09-30", None, date(1918, 9, 30), 1918, True),
        ("1918-06-06~", date(1918, 6, 6), date(1918, 6, 6), 1918, True),
        ("1918", None, None, 1918, False),
    ],
)
def test_only_days_that_are_known_are_given(
    pack: Path, tmp_path: Path, edtf: str, first: date | None, last: date | None, year: int, about: bool
) -> None:
    replace(pack / "en" / "journeys.toml", 'edtf = "1918-06-06"', f'edtf = "{edtf}"')
    stop = journey_of(pack, tmp_path).stops[-1]
    assert (stop.first_day, stop.last_day) == tuple(day.toordinal() if day else 0 for day in (first, last))
    assert (stop.year, stop.about) == (year, about)
    assert stop.days == ((last - first).days if first and last else None)


def test_a_stop_without_a_date_has_no_days(pack: Path, tmp_path: Path) -> None:
    journey = journey_of(pack, tmp_path)
    assert (journey.stops[0].first_day, journey.stops[0].year, journey.stops[0].days) == (0, 0, None)
    assert journey.days_on_leg(0) is None


def test_a_stop_leads_to_its_passage(pack: Path, tmp_path: Path) -> None:
    journey = journey_of(pack, tmp_path)
    assert [stop.passage for stop in journey.stops] == ["", "one-calendar#tsaritsyn"]


def test_what_is_not_known_of_a_way_is_translated(pack: Path, tmp_path: Path) -> None:
    replace(pack / "pack.toml", 'languages = ["en"]', 'languages = ["en", "ka"]')
    (pack / "ka").mkdir()
    (pack / "ka" / "journeys.toml").write_text(
        '[[journey]]\nid = "to-tsaritsyn"\ntitle = "ცარიცინისკენ"\n\n[[journey.stop]]\nnote = "რიაზანით."\n\n'
        "[[journey.stop]]\n",
        encoding="utf-8",
    )
    assert journey_of(pack, tmp_path, "ka").legs[0].note == "რიაზანით."
