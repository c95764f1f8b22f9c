"""The content store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from historydesk.domain.reference import Reference
from historydesk.errors import PackDamagedError, PackMissingError, UnknownItemError
from historydesk.store.content import ContentStore


@pytest.fixture
def store(sample_pack: Path):
    with ContentStore(sample_pack) as opened:
        yield opened


def test_uses_lead_to_passages_with_an_excerpt(store: ContentStore) -> None:
    uses = store.uses("en", Reference("place", "tbilisi"))
    assert [(use.chapter_id, use.passage_id) for use in uses] == [("seminary", "p2"), ("underground", "p2")]
    assert all("Tiflis" in use.excerpt for use in uses)


def test_uses_have_the_chapters_title_in_the_language_asked_for(store: ContentStore) -> None:
    assert store.uses("ka", Reference("term", "serf"))[0].chapter_title == "გორელი ბიჭი"


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("term", ["Okhrana", "Seminary", "Serf"]),
        ("person", ["Keke Geladze", "Joseph Stalin", "Leon Trotsky"]),
        ("place", ["Coyoacán", "Gori", "Moscow, the Kremlin", "Tiflis"]),
        ("event", ["Birth in Gori", "Enters the seminary", "General Secretary", "The attack on Trotsky"]),
        ("source", ["Gori register 1878", "Kotkin 2014", "Suny 2020"]),
        ("journey", ["To the seminary"]),
        ("debate", ["Who robbed the bank?"]),
    ],
)
def test_an_index_is_in_its_own_order(store: ContentStore, kind: str, titles: list[str]) -> None:
    entries = store.index("en", kind)
    assert [entry.title for entry in entries] == titles
    assert [entry.sort_key for entry in entries] == sorted(entry.sort_key for entry in entries)
    assert all(entry.reference.scheme == kind for entry in entries)


def test_index_notes_tell_verdict_and_place(store: ContentStore) -> None:
    assert [entry.note for entry in store.index("en", "claim")] == ["Wrong", "Imprecise", "Disputed"]
    assert store.index("en", "place")[3].note == "today Tbilisi, Georgia"


def test_an_index_of_nothing_is_refused(store: ContentStore) -> None:
    with pytest.raises(UnknownItemError):
        store.index("en", "weather")


def test_places_and_events_of_the_whole_pack(store: ContentStore) -> None:
    assert [place.id for place in store.places("en")] == ["gori", "tbilisi", "moscow-kremlin", "casa-trotsky"]
    assert [event.id for event in store.events("en")] == ["e001", "e002", "e003", "e004"]
    assert store.events("ka")[0].title == "დაბადება გორში"


def test_an_event_knows_who_was_there_and_which_calendar_was_in_force(store: ContentStore) -> None:
    birth, *_, attack = store.events("en")
    assert (birth.people, birth.julian, birth.confidence) == (("stalin",), True, "A")
    assert (attack.people, attack.julian, attack.confidence) == (("trotsky",), False, "A")


def test_the_chronicle_holds_events_places_and_the_chapters_that_have_a_time(store: ContentStore) -> None:
    chronicle = store.chronicle("en")
    assert chronicle.events == store.events("en")
    assert chronicle.places == store.places("en")
    assert {each.id for each in chronicle.chapters} == {
        each.id for each in store.contents("en", 1, 99) if each.end
    }


def test_a_journey_has_stops_and_legs(store: ContentStore) -> None:
    (journey,) = store.journeys("en")
    assert [(stop.place, stop.dates, stop.mode) for stop in journey.stops] == [
        ("gori", "to August 1894", "rail"),
        ("tbilisi", "from September 1894", ""),
    ]
    (way,) = journey.ways
    assert (way.mode, way.km, len(way.points)) == ("rail", 75.2, 2)
    assert (journey.km, journey.legs[0].precision_km) == (75.2, 5)
    assert journey.html == "<p>A short railway journey.</p>"


def test_a_stop_knows_its_passage_and_the_days_between_known_days(store: ContentStore) -> None:
    (journey,) = store.journeys("en")
    assert [(stop.passage, stop.year, stop.days) for stop in journey.stops] == [
        ("gori#p2", 0, None),
        ("", 1894, None),
    ]
    assert journey.days_on_leg(0) == 1


def test_questions_belong_to_a_chapter(store: ContentStore) -> None:
    (question,) = store.questions("en", "gori")
    assert (question.kind, question.data["prompt"]) == ("single", "Where was he born?")
    assert store.questions("en", "seminary") == ()


@pytest.mark.parametrize("path", ["figures/dot.png", "figure:figures/dot.png"])
def test_a_figure_comes_with_its_type(store: ContentStore, path: str) -> None:
    media_type, data = store.figure(path)
    assert media_type == "image/png"
    assert data.startswith(b"\x89PNG")


def test_an_unknown_figure_is_said_to_be_unknown(store: ContentStore) -> None:
    with pytest.raises(UnknownItemError):
        store.figure("../secret.png")


def test_the_pack_cannot_be_written_through_the_store(sample_pack: Path) -> None:
    before = sample_pack.read_bytes()
    with ContentStore(sample_pack) as store:
        assert store._connection.rows(store_pragma("query_only"))[0][0] == 1
        assert store._connection.rows(store_pragma("foreign_keys"))[0][0] == 1
    assert sample_pack.read_bytes() == before
    assert list(sample_pack.parent.iterdir()) == [sample_pack], "nothing lies beside a pack that was read"


def store_pragma(name: str):
    from sqlalchemy import text

    return text(f"PRAGMA {name}")


def test_any_path_can_be_opened(tmp_path: Path, sample_pack: Path) -> None:
    folder = tmp_path / "Ünïcode #1 100% – გორი"
    folder.mkdir()
    with ContentStore(Path(shutil.copy(sample_pack, folder / "a pack.hdpack"))) as store:
        assert store.info().id == "sample"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(PackMissingError):
        ContentStore(tmp_path / "nothing.hdpack")


def test_a_broken_page_is_reported_as_damage(tmp_path: Path, sample_pack: Path) -> None:
    content = bytearray(sample_pack.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path = tmp_path / "a.hdpack"
    path.write_bytes(content)
    with pytest.raises(PackDamagedError):
        ContentStore(path)


def test_a_plate_has_its_words_in_the_language_asked_for(store: ContentStore) -> None:
    (plate,) = store.plates("ka")
    assert (plate.id, plate.title, plate.place, plate.note) == (
        "gori",
        "გორი",
        "gori",
        "The river is drawn by hand.",
    )
    assert [(site.id, site.name, site.place, site.precision_m, site.note) for site in plate.sites] == [
        ("town", "გორი", "gori", 500, ""),
        ("birth-house", "დაბადების სახლი", "", 60, "In front of the museum."),
    ]
    (line,), (area,) = plate.lines, plate.areas
    assert (line.kind, line.name, len(line.points), line.precision_m) == ("river", "მტკვარი", 3, 250)
    assert (area.kind, area.name, [len(ring) for ring in area.rings]) == ("park", "", [4])
    x0, y0, x1, y1 = plate.bounds
    assert all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in line.points)
