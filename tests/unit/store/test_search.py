"""Search."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from historydesk.domain.location import Location
from historydesk.domain.search import GROUPS, Hit
from historydesk.store import search as search_module
from historydesk.store.content import ContentStore
from historydesk.store.pack_writer import PackWriter
from historydesk.store.tables import ChapterRow, LanguageRow, SearchDocumentRow


@pytest.fixture(scope="module")
def store(sample_pack: Path):
    with ContentStore(sample_pack) as opened:
        yield opened


def _items(store: ContentStore, query: str, lang: str = "en") -> list[str]:
    return [hit.location.item or hit.location.chapter for hit in store.search(lang, query).hits]


def _of(store: ContentStore, group: str, query: str) -> list[Hit]:
    return [hit for hit in store.search("en", query).hits if hit.group == group]


def test_hits_come_in_group_order(store: ContentStore) -> None:
    groups = [hit.group for hit in store.search("en", "sem").hits]
    assert groups == sorted(groups, key=GROUPS.index)
    assert {"chapter", "term", "event"} <= set(groups)


def test_a_chapter_whose_title_matches_comes_first(store: ContentStore) -> None:
    hit = store.search("en", "seminary").hits[0]
    assert (hit.group, hit.title) == ("chapter", "The Seminary")
    assert hit.location == Location("read", "seminary")


def test_a_passage_hit_lands_on_the_word(store: ContentStore) -> None:
    (hit,) = _of(store, "chapter", "diploma")
    assert hit.location == Location("read", "seminary", "p3", find="diploma")
    assert [hit.snippet[at : at + length] for at, length in hit.marks] == ["diploma"]


def test_an_item_hit_leads_to_the_index(store: ContentStore) -> None:
    (hit,) = _of(store, "term", "okh")
    assert hit.location == Location("index", item="term:okhrana")


@pytest.mark.parametrize(("query", "item"), [("robbed", "debate:d-1"), ("1879", "claim:cl-01")])
def test_a_claim_and_a_debate_lead_to_the_evidence(store: ContentStore, query: str, item: str) -> None:
    assert Location("evidence", item=item) in [hit.location for hit in store.search("en", query).hits]


@pytest.mark.parametrize(
    ("query", "item"),
    [
        ("dzhugashvili", "person:stalin"),
        ("Djugashvili", "person:stalin"),
        ("Jughashvili", "person:stalin"),
        ("Джугашвили", "person:stalin"),
        ("ჯუღაშვილი", "person:stalin"),
        ("Koba", "person:stalin"),
        ("Trotskii", "person:trotsky"),
        ("Троцкий", "person:trotsky"),
        ("თბილისი", "place:tbilisi"),
        ("Тифлис", "place:tbilisi"),
        ("tbilisi", "place:tbilisi"),
        ("Coyoacan", "place:casa-trotsky"),
        ("семинария", "term:seminary"),
        ("Kotkin", "source:kotkin2014"),
        ("1879", "claim:cl-01"),
        ("railway", "journey:j-1"),
        ("robbed", "debate:d-1"),
    ],
)
def test_names_are_found_in_any_spelling_and_script(store: ContentStore, query: str, item: str) -> None:
    assert item in _items(store, query)


def test_another_spelling_of_a_name_finds_the_passages_that_name_it(store: ContentStore) -> None:
    (hit,) = _of(store, "chapter", "Троцкий")
    assert hit.location == Location("read", "underground", "p2", find="Trotsky")


def test_every_word_must_be_there_and_may_be_unfinished(store: ContentStore) -> None:
    assert _items(store, "sem tif")[0] == "seminary"
    assert [hit.location.passage for hit in _of(store, "chapter", "sang secr")] == ["p2"]


def test_when_no_place_has_all_words_any_will_do(store: ContentStore) -> None:
    assert "term:okhrana" in _items(store, "okhrana zebra")


def test_each_language_is_searched_by_itself(store: ContentStore) -> None:
    assert "გორელი ბიჭი" in [hit.title for hit in store.search("ka", "გორელი").hits]
    assert all(hit.title != "გორელი ბიჭი" for hit in store.search("en", "გორელი").hits)


def test_one_letter_looks_at_titles_alone(store: ContentStore) -> None:
    assert {"term:serf", "term:seminary"} <= set(_items(store, "s"))


@pytest.mark.parametrize(
    "query",
    [
        '"', "*", "a*b", 'x" OR "y', "NEAR(a b)", "title:serf", "{title}:x", "-", "^serf",
        "AND", "a AND", "NOT", "()", "😀",
        "漢字", "\x00", "'", "%", "_", "!", "ʼ", "ﬁ", "İ", "ß",
        "a" * 5000, "word " * 500, "\u0301", "־", "١٢٣",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_operator(store: ContentStore, query: str) -> None:
    assert store.search("en", query).query == query


def test_an_operator_word_is_an_ordinary_word(store: ContentStore) -> None:
    assert _of(store, "chapter", "AND")


@pytest.mark.parametrize("query", ["", " ", "…", "!?"])
def test_nothing_typed_finds_nothing(store: ContentStore, query: str) -> None:
    assert store.search("en", query).hits == ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
def test_no_text_raises(store: ContentStore, query: str) -> None:
    for hit in store.search("en", query).hits:
        assert all(0 <= at <= at + length <= len(hit.snippet) for at, length in hit.marks)


def test_at_most_so_many_of_each_group(store: ContentStore) -> None:
    hits = store.search("en", "t", per_group=1).hits
    assert all(sum(1 for hit in hits if hit.group == group) <= 1 for group in GROUPS)


@pytest.mark.parametrize("query", ["st", "stone", "stone num", "stone number 17"])
def test_a_large_pack_is_asked_in_a_bounded_way(
    tmp_path: Path, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_module, "SMALL", 100)
    path = _stones(tmp_path / "many.hdpack", 3000)
    seen: list[tuple[str, tuple[object, ...]]] = []
    with ContentStore(path) as store:
        engine = store._connection._engine
        event.listen(engine, "before_cursor_execute", lambda *call: seen.append((call[2], call[3])))
        hits = store.search("en", query).hits
    assert [hit.group for hit in hits] == ["chapter"] * len(hits)
    assert 1 <= len(hits) <= 6
    caps = [values[3] for sql, values in seen if "MATCH" in sql]
    assert len(caps) <= 4
    assert max(caps) <= search_module.RANKED + 1


def test_a_rare_word_of_a_large_pack_is_ranked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "SMALL", 100)
    with ContentStore(_stones(tmp_path / "many.hdpack", 500)) as store:
        (hit,) = [hit for hit in store.search("en", "number499").hits if hit.location.passage]
    assert hit.location.passage == "p499"


def test_words_together_come_before_words_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "SMALL", 1)
    path = tmp_path / "a.hdpack"
    bodies = ["general and secretary", "secretary, general", "the General Secretary himself"]
    with PackWriter(path) as writer:
        writer.add(LanguageRow, [(1, "en", "English")])
        rows = [(0, "en", "chapter", f"c{n}", "p1", "Title", body, "") for n, body in enumerate(bodies)]
        writer.add(SearchDocumentRow, rows)
        writer.finish()
    with ContentStore(path) as store:
        assert store.search("en", "general secretary").hits[0].location.chapter == "c2"


def _stones(path: Path, count: int) -> Path:
    with PackWriter(path) as writer:
        writer.add(LanguageRow, [(1, "en", "English")])
        writer.add(ChapterRow, [("en", 1, "ch", "p", "Stones", "", 1, 1, "", 0, 0, 0, "", "")])
        rows = [
            (0, "en", "chapter", f"ch-{n}", f"p{n}", "Stones", f"stone number {n} number{n}", "")
            for n in range(count)
        ]
        writer.add(SearchDocumentRow, rows)
        writer.finish()
    return path


def test_a_chapter_shows_its_best_passages_only(store: ContentStore) -> None:
    chapters = [hit.location.chapter for hit in _of(store, "chapter", "the") if hit.location.passage]
    assert all(chapters.count(chapter) <= search_module.PER_CHAPTER for chapter in chapters)


def test_a_word_that_only_the_short_version_has_leads_to_it(sample_pack: Path) -> None:
    with ContentStore(sample_pack) as store:
        [hit] = store.search("en", "grows").hits
    assert (hit.group, hit.location.chapter, hit.location.passage) == ("chapter", "gori", "in-brief")
