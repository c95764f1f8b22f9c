"""What the page of an item brings together."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.domain.item_page import SECTIONS, ItemPage
from historydesk.domain.reference import Reference
from historydesk.errors import UnknownItemError
from historydesk.store.content import ContentStore
from historydesk.store.pack_writer import PackWriter
from historydesk.store.tables import (
    ChapterRow,
    LanguageRow,
    PassageRow,
    PersonRow,
    PersonTextRow,
    PlaceRow,
    PlaceTextRow,
    ReferenceRow,
)


@pytest.fixture(scope="module")
def store(sample_pack: Path):
    with ContentStore(sample_pack) as opened:
        yield opened


def _page(store: ContentStore, item: str, lang: str = "en", **shown: int) -> ItemPage:
    reference = Reference.parse(item)
    assert reference is not None
    return store.item(lang, reference, shown)


def _ids(page: ItemPage, section: str) -> list[str]:
    found = page.list_of(section)  # type: ignore[arg-type]
    return [entry.reference.target for entry in found.entries] if found else []


def test_a_place_has_its_events_people_journeys_and_itself_on_the_map(store: ContentStore) -> None:
    page = _page(store, "place:gori")
    assert page.card.title == "Gori"
    assert [place.id for place in page.places] == ["gori"]
    assert "e001" in _ids(page, "event")
    assert "stalin" in _ids(page, "person")
    assert _ids(page, "journey") == ["j-1"]
    assert "gori" not in _ids(page, "place")
    assert page.year == 1878


def test_a_person_is_mapped_by_events_and_passages(store: ContentStore) -> None:
    page = _page(store, "person:stalin")
    assert {"gori", "tbilisi"} <= {place.id for place in page.places}
    assert "stalin" not in _ids(page, "person")
    assert _ids(page, "journey") == ["j-1"]
    assert _ids(page, "source")[0] == "kotkin2014"


def test_a_term_has_what_its_passages_name_beside_it(store: ContentStore) -> None:
    page = _page(store, "term:serf")
    assert (_ids(page, "person"), _ids(page, "place")) == (["keke"], ["gori"])
    (source,) = page.list_of("source").entries  # type: ignore[union-attr]
    assert (source.reference.target, source.title, source.times) == ("kotkin2014", "Kotkin 2014", 1)
    assert page.use_count == 1
    (use,) = page.uses
    assert [use.excerpt[at : at + length] for at, length in use.marks] == ["serfs"]


def test_a_journey_is_drawn_with_its_stops(store: ContentStore) -> None:
    page = _page(store, "journey:j-1")
    assert page.journey is not None
    assert [place.id for place in page.places] == [stop.place for stop in page.journey.stops]
    assert page.year == 1894
    assert _ids(page, "journey") == []


def test_an_event_is_mapped_where_it_happened_and_does_not_name_itself(store: ContentStore) -> None:
    page = _page(store, "event:e001")
    assert [place.id for place in page.places] == ["gori"]
    assert "e001" not in _ids(page, "event")
    assert page.year == 1878


def test_a_source_lists_what_leans_on_it_and_no_sources(store: ContentStore) -> None:
    page = _page(store, "source:kotkin2014")
    assert _ids(page, "event") == ["e001", "e002", "e003", "e004"]
    assert _ids(page, "debate") == ["d-1"]
    assert _ids(page, "source") == []
    assert "stalin" in _ids(page, "person")


def test_a_claim_leads_to_its_passage_its_sources_and_places(store: ContentStore) -> None:
    page = _page(store, "claim:cl-01")
    assert page.use_count == 1
    assert _ids(page, "claim") == []
    assert page.list_of("source") is not None


def test_sections_come_in_reading_order_and_none_is_empty(store: ContentStore) -> None:
    for kind in ("term", "place", "person", "event", "claim", "source", "journey", "debate"):
        for entry in store.index("en", kind):
            page = store.item("en", entry.reference, {})
            order = [SECTIONS.index(each.section) for each in page.lists]
            assert order == sorted(order)
            assert all(0 < len(each.entries) <= each.count for each in page.lists)


def test_another_language_has_its_titles_and_the_same_things(store: ContentStore) -> None:
    english, georgian = _page(store, "place:tbilisi"), _page(store, "place:tbilisi", lang="ka")
    assert [each.section for each in georgian.lists] == [each.section for each in english.lists]
    assert georgian.card.title == "თბილისი"
    assert _ids(georgian, "person") == _ids(english, "person")


def test_an_unknown_item_is_refused(store: ContentStore) -> None:
    with pytest.raises(UnknownItemError):
        _page(store, "term:nothing")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One person named with 30 others at one of 50 places in each of 4,000 passages."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.hdpack"
    with PackWriter(path) as writer:
        writer.add(LanguageRow, [(1, "en", "English")])
        for number in range(31):
            writer.add(PersonRow, [(f"p{number}", number, "", [])])
            names = (f"Person {number}", f"{number:02d}", "", "", "", "", [], [], 0)
            writer.add(PersonTextRow, [("en", f"p{number}", *names)])
        for number in range(50):
            writer.add(PlaceRow, [(f"l{number}", number, 40.0, 50.0, 0.0, float(number), 1, 0)])
            said = (f"Place {number}", "", [], "", "", "", "", "", 0)
            writer.add(PlaceTextRow, [("en", f"l{number}", *said)])
        chapters = [("en", n, f"c{n}", "", f"C {n}", "", 9, 1, "", 0, 0, 0, "", "") for n in range(1, 401)]
        writer.add(ChapterRow, chapters)
        passages, references = [], []
        for row in range(4000):
            chapter, ordinal = row // 10 + 1, row % 10 + 1
            html = '<p><a href="person:p0">He</a> came.</p>'
            passages.append(
                (row + 1, "en", chapter, ordinal, f"x{ordinal}", "paragraph", html, "He came.", "", "", "")
            )
            named = [("person", "p0"), ("person", f"p{row % 30 + 1}"), ("place", f"l{row % 50}")]
            references += [(chapter, ordinal, *each) for each in named]
        writer.add(PassageRow, passages)
        writer.add(ReferenceRow, references)
        writer.finish()
    return path


def test_events_beyond_what_is_looked_at_are_counted_and_can_be_had(
    store: ContentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("historydesk.store.item_page.MOST", 1)
    stalin = _page(store, "person:stalin").list_of("event")
    assert stalin is not None
    assert (len(stalin.entries), stalin.count) == (1, 3)
    whole = _page(store, "person:stalin", event=3).list_of("event")
    assert whole is not None
    assert len(whole.entries) == 3


def test_of_many_the_first_few_are_given_with_their_number(crowded: Path) -> None:
    with ContentStore(crowded) as store:
        page = _page(store, "person:p0")
        people = page.list_of("person")
        assert people is not None
        assert (len(people.entries), people.count) == (12, 30)
        assert (len(page.uses), page.use_count) == (6, 4000)
        assert len(page.places) == 40
        more = _page(store, "person:p0", person=30, passage=206)
        assert len(_ids(more, "person")) == 30
        assert len(more.uses) == 206
        assert more.uses[:6] == page.uses
