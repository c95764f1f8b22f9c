"""Cards of every kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from historydesk.domain.entities import Card
from historydesk.domain.reference import SCHEMES, Reference
from historydesk.errors import UnknownItemError
from historydesk.store import card_labels
from historydesk.store.content import ContentStore


@pytest.fixture
def store(sample_pack: Path):
    with ContentStore(sample_pack) as opened:
        yield opened


def _card(store: ContentStore, reference: str, lang: str = "en") -> Card:
    parsed = Reference.parse(reference)
    assert parsed is not None
    return store.card(lang, parsed)


def _facts(card: Card) -> dict[str, str]:
    return {fact.label: fact.value for fact in card.facts}


def test_a_term_says_how_it_sounds_and_is_written(store: ContentStore) -> None:
    card = _card(store, "term:seminary")
    assert (card.kicker, card.title, card.note) == ("Term", "Seminary", "SEM-in-er-ee · Russian семинария")
    assert [(link.label, str(link.reference)) for link in card.links] == [
        ("Tiflis", "place:tbilisi"),
        ("Joseph Stalin", "person:stalin"),
    ]
    assert card.uses == 1


def test_a_place_says_what_it_is_called_today(store: ContentStore) -> None:
    card = _card(store, "place:tbilisi")
    assert card.note == "today Tbilisi, Georgia"
    assert _facts(card) == {
        "Names": "Tiflis (1801), Tbilisi (1936)",
        "Country then": "Russian Empire",
        "To visit": "Open all year.",
    }
    assert [str(link.reference) for link in card.links] == ["event:e002", "journey:j-1"]
    assert card.uses == 2


def test_a_place_lists_what_happened_there_who_stopped_there_and_where_it_is_told(
    store: ContentStore,
) -> None:
    sections = {section.title: section for section in _card(store, "place:gori").sections}
    assert list(sections) == ["What happened here", "Journeys that stop here", "Told in"]
    assert [(entry.note, str(entry.link.reference)) for entry in sections["What happened here"].entries] == [
        ("6 December 1878 (18 December, New Style)", "event:e001")
    ]
    assert [
        (entry.note, str(entry.link.reference)) for entry in sections["Journeys that stop here"].entries
    ] == [("to August 1894", "journey:j-1")]
    told = sections["Told in"].entries
    assert [entry.note for entry in told] == ["Chapter 1"]
    assert _card(store, str(told[0].link.reference)).title == told[0].link.label


def test_a_person_lists_journeys_to_follow_first(store: ContentStore) -> None:
    sections = _card(store, "person:stalin").sections
    assert [section.title for section in sections] == ["Follow this journey", "What happened", "Told in"]
    assert [str(entry.link.reference) for entry in sections[0].entries] == ["journey:j-1"]
    notes = [entry.note for entry in sections[1].entries]
    assert notes and all(notes)


def test_a_short_list_is_the_beginning_of_the_long_one(store: ContentStore) -> None:
    card = _card(store, "person:stalin")
    listed = [entry.link for section in card.sections for entry in section.entries]
    assert set(card.links) <= set(listed)


def test_a_place_that_kept_its_name_says_the_country(store: ContentStore) -> None:
    assert _card(store, "place:gori").note == "Georgia"


def test_a_person_says_role_fate_and_sides(store: ContentStore) -> None:
    card = _card(store, "person:stalin")
    assert card.note == "იოსებ ჯუღაშვილი · Иосиф Сталин · 1878–1953"
    assert list(_facts(card)) == ["Role", "Fate", "1923–25", "1925–27", "1928–29"]
    assert "journey:j-1" in [str(link.reference) for link in card.links]
    assert [link.label for link in card.sources] == ["Kotkin 2014"]


def test_a_person_without_sides_has_no_such_lines(store: ContentStore) -> None:
    assert list(_facts(_card(store, "person:trotsky"))) == ["Role", "Fate"]


def test_an_event_leads_to_its_place_its_people_and_its_source(store: ContentStore) -> None:
    card = _card(store, "event:e001")
    assert card.note == "6 December 1878 (18 December, New Style)"
    assert [str(link.reference) for link in card.links] == ["place:gori", "person:stalin"]
    assert [link.label for link in card.sources] == ["Kotkin 2014"]
    assert _facts(card)["Confidence"].startswith("A – ")


def test_a_claim_carries_its_verdict(store: ContentStore) -> None:
    card = _card(store, "claim:cl-01")
    assert (card.kicker, card.note) == ("Wrong", "The parish register says 1878.")
    assert [str(link.reference) for link in card.sources] == ["source:kotkin2014", "source:gori1878"]


def test_a_primary_source_is_marked(store: ContentStore) -> None:
    assert _card(store, "source:gori1878").kicker == "Primary source"
    card = _card(store, "source:kotkin2014")
    assert card.kicker == "Source"
    assert "<em>Stalin: Paradoxes of Power" in card.html


def test_a_journey_lists_its_stops(store: ContentStore) -> None:
    html = _card(store, "journey:j-1").details
    assert (
        '<ol><li><a href="place:gori">Gori</a>: to August 1894 – <a href="chapter:gori#p2">A Boy from Gori</a>'
        "<br>rail to Tiflis · ≈\u00a075\u00a0km</li>"
        '<li><a href="place:tbilisi">Tiflis</a>: from September 1894</li></ol>'
    ) in html


def test_a_journey_says_how_long_it_is(store: ContentStore) -> None:
    assert _facts(_card(store, "journey:j-1")) == {"Length": "≈\u00a075\u00a0km", "Stops": "2"}


def test_a_debate_gives_every_position_and_its_sources(store: ContentStore) -> None:
    card = _card(store, "debate:d-1")
    assert re.findall("<h3>(.*?)</h3>", card.html) == ["He planned it", "Others did"]
    assert "Held by: Montefiore" in card.html
    assert [link.label for link in card.sources] == ["Kotkin 2014", "Suny 2020"]


def test_a_note_shows_its_text(store: ContentStore) -> None:
    assert "A note to the chapter" in _card(store, "note:gori/1").html


def test_a_chapter_shows_the_passage_that_is_named(store: ContentStore) -> None:
    card = _card(store, "chapter:gori#p2")
    assert (card.kicker, card.title) == ("Chapter 1", "A Boy from Gori")
    assert "Keke" in card.html
    assert _facts(card) == {"Time": "1878–1894", "Reading time": "2 min"}


def test_every_scheme_has_cards(store: ContentStore) -> None:
    assert set(store._cards._readers) == set(SCHEMES) == set(card_labels.KINDS)


@pytest.mark.parametrize(
    "reference", [*(f"{scheme}:nothing" for scheme in SCHEMES), "chapter:gori#nothing", "chapter:#p1"]
)
def test_what_is_not_there_is_said_to_be_unknown(store: ContentStore, reference: str) -> None:
    with pytest.raises(UnknownItemError, match=reference.partition(":")[0]):
        _card(store, reference)


def test_another_language_has_its_own_titles(store: ContentStore) -> None:
    card = _card(store, "term:seminary", "ka")
    assert card.title == "სემინარია"
    assert card.links[0].label == "თბილისი"


def test_no_link_of_any_card_or_passage_is_a_dead_end(store: ContentStore) -> None:
    kinds = ("term", "person", "place", "event", "claim", "source", "journey", "debate")
    todo = [entry.reference for kind in kinds for entry in store.index("en", kind)]
    for line in store.contents("en", 1, 99):
        for passage in store.chapter("en", line.id).passages:
            todo += _links(passage.html)
    seen: set[Reference] = set()
    while todo:
        reference = todo.pop()
        if reference in seen:
            continue
        seen.add(reference)
        card = store.card("en", reference)
        assert card.title
        todo += [link.reference for link in card.links + card.sources] + _links(card.html)
        todo += _links(card.details) + [
            each.link.reference for part in card.sections for each in part.entries
        ]
    assert len(seen) > 25


def _links(html: str) -> list[Reference]:
    found = [Reference.parse(href) for href in re.findall('href="([^"]+)"', html)]
    assert None not in found
    return [reference for reference in found if reference is not None]
