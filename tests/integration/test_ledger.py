"""Everything that the ledger of facts lists is in the compiled pack, with the same key facts.

The tables in ``tests/fixtures/ledger`` are what is needed of the ledger; see the README beside them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LEDGER = Path(__file__).resolve().parents[1] / "fixtures" / "ledger"
VERDICTS = {"incomplete": "imprecise", "–": "unsourced", "high": "imprecise"}
"""Verdicts that the ledger words in its own way, and the pack's five words for them."""
PIN_KM = 2
"""Pins were checked and moved after the ledger was written: see the pack’s README."""
CHAPTERS = (
    "who-was-stalin",
    "gori",
    "seminary",
    "underground",
    "revolution",
    "the-post",
    "changing-sides",
    "alone-at-the-top",
    "famine",
    "terror",
    "coyoacan",
)


def ledger(name: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    lines = (LEDGER / f"{name}.md").read_text(encoding="utf-8").splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.fixture(scope="module")
def pack(shipped_pack: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(shipped_pack)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def _by_id(pack: sqlite3.Connection, query: str) -> dict[str, sqlite3.Row]:
    return {row["id"]: row for row in pack.execute(query)}


def _keys(cell: str) -> set[str]:
    return set(re.findall(r"[a-z_]+\d{4}[a-z]*|stalinworks", cell))


def _people(cell: str) -> list[str]:
    return [name.removeprefix("P-").lower() for name in re.findall(r"P-[A-Z]+", cell)]


def test_every_claim_has_its_verdict_confidence_and_sources(pack: sqlite3.Connection) -> None:
    stored = _by_id(pack, "SELECT * FROM claim")
    assert len(stored) == len(ledger("claims")) == 35
    for id_, verdict, confidence, sources in ledger("claims"):
        claim = stored[id_.lower()]
        wanted = VERDICTS.get(verdict, verdict)
        assert re.findall("accurate|imprecise|disputed|wrong|unsourced", wanted)[0] == claim["verdict"], id_
        assert claim["confidence"] == "/".join(re.findall(r"\b[ABC]\b", confidence)), id_
        assert _keys(sources) <= set(json.loads(claim["sources"])), id_


def test_every_event_has_its_date_place_people_confidence_and_sources(pack: sqlite3.Connection) -> None:
    stored = _by_id(pack, "SELECT * FROM event")
    assert len(stored) == len(ledger("events")) == 120
    for id_, edtf, place, people, confidence, sources in ledger("events"):
        event = stored[id_.lower()]
        assert event["edtf"] == edtf, id_
        assert (event["place"] or "—") == place, id_
        assert set(_people(people)) <= set(json.loads(event["people"])), id_
        assert event["confidence"] == confidence, id_
        assert _keys(sources) <= set(json.loads(event["sources"])), id_


def test_every_place_is_on_the_map_where_the_ledger_has_it(pack: sqlite3.Connection) -> None:
    stored = _by_id(pack, "SELECT * FROM place")
    assert set(stored) == {id_ for id_, *_ in ledger("places")}
    for id_, lat, lon in ledger("places"):
        north = (stored[id_]["lat"] - _degrees(lat)) * 111
        east = (stored[id_]["lon"] - _degrees(lon)) * 111
        assert (north**2 + east**2) ** 0.5 < PIN_KM, id_


def test_every_person_has_their_years(pack: sqlite3.Connection) -> None:
    stored = _by_id(pack, "SELECT id, name, life FROM person_text WHERE lang = 'en'")
    assert set(stored) == {_people(id_)[0] for id_, *_ in ledger("people")}
    for id_, name, life in ledger("people"):
        person = stored[_people(id_)[0]]
        assert re.findall(r"\d{4}", life)[-1:] == re.findall(r"\d{4}", person["life"])[-1:], id_
        surname = re.sub(r"\s*\(.*?\)", "", name).split()[-1]
        assert surname in person["name"], id_


def test_every_term_is_in_the_glossary(pack: sqlite3.Connection) -> None:
    titles = {_plain(row[0]) for row in pack.execute("SELECT title FROM term_text WHERE lang = 'en'")}
    assert titles == {_plain(term) for (term,) in ledger("terms")}


def test_every_journey_stops_where_the_ledger_says(pack: sqlite3.Connection) -> None:
    wanted: dict[str, list[str]] = {}
    for journey, _, place in ledger("stops"):
        wanted.setdefault(journey.lower(), []).append(re.split(r"[ (]", place)[0])
    stored = {row["id"]: json.loads(row["stops"]) for row in pack.execute("SELECT id, stops FROM journey")}
    assert {id_: [stop["place"] for stop in stops] for id_, stops in stored.items()} == wanted


def test_every_phase_of_the_struggle_and_every_debate_is_there(pack: sqlite3.Connection) -> None:
    alliances = {row["id"]: json.loads(row["data"]) for row in pack.execute("SELECT id, data FROM alliance")}
    assert list(alliances) == [id_.lower() for id_, _ in ledger("alliances")]
    for id_, sources in ledger("alliances"):
        assert _keys(sources) <= set(alliances[id_.lower()]["sources"]), id_
    debates = _by_id(pack, "SELECT id, title FROM debate")
    assert len(debates) == len(ledger("debates")) == 8
    for id_, title in ledger("debates"):
        common = set(_words(title)) & set(_words(debates[id_.lower()]["title"]))
        assert len(common) >= len(set(_words(title))) / 2, id_


def test_bukharin_never_stands_beside_trotsky(pack: sqlite3.Connection) -> None:
    for row in pack.execute("SELECT id, data FROM alliance"):
        phase: dict[str, Any] = json.loads(row["data"])
        for side in ("won", "against"):
            assert not {"bukh", "trot"} <= set(phase[side]), row["id"]


def test_every_source_is_in_the_bibliography_with_its_year_and_kind(pack: sqlite3.Connection) -> None:
    stored = _by_id(pack, "SELECT * FROM source")
    assert set(stored) == {key for key, *_ in ledger("sources")}
    cited = _by_id(pack, "SELECT * FROM source_citation WHERE style = 'chicago'")
    for key, year, kind in ledger("sources"):
        assert year in cited[key]["html"], key
        assert bool(stored[key]["is_primary"]) == (kind == "primary"), key


def test_every_planned_question_is_asked_in_its_chapter(pack: sqlite3.Connection) -> None:
    asked: dict[str, list[str]] = {}
    query = (
        "SELECT c.id, q.data FROM question AS q JOIN chapter AS c ON c.lang = q.lang AND c.number = q.chapter"
    )
    for id_, data in pack.execute(query):
        asked.setdefault(id_, []).append(data)
    planned = Counter(chapter for chapter, *_ in ledger("questions"))
    assert sum(planned.values()) == 53
    for number, chapter in enumerate(CHAPTERS, start=1):
        assert len(asked[chapter]) >= planned[f"CH-{number}"], chapter
    for chapter, question, answer in ledger("questions"):
        texts = [set(_words(text)) for text in asked[CHAPTERS[int(chapter.removeprefix("CH-")) - 1]]]
        wanted = set(_words(f"{question} {answer}"))
        assert max(len(wanted & text) for text in texts) >= len(wanted) * 0.4, (chapter, question)


def _degrees(cell: str) -> float:
    """The number in a cell; some are marked as about right."""
    return float(cell.replace("−", "-").split()[0])


def _plain(words: str) -> str:
    return words.replace("'", "’").replace('"', "”").casefold()


def _words(text: str) -> list[str]:
    return [word[:6] for word in re.findall(r"\w{4,}|\d+", _plain(text))]
