"""From folder to file."""

# ruff: noqa: E501
from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.packs.compiler import PackBuildError, build_pack, check_pack
from historydesk.packs.new_pack import EXAMPLE
from historydesk.store.content import ContentStore
from historydesk.store.pack_file import verify_hash


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def built(pack: Path, tmp_path: Path) -> Path:
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    return target


def test_the_hash_and_the_counts_are_in_the_file(pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.hdpack"
    result = build_pack(pack, target)
    assert verify_hash(target) == result.hash
    assert result.counts == {
        "chapters": 2,
        "passages": 11,
        "terms": 2,
        "places": 3,
        "journeys": 1,
        "plates": 1,
        "people": 2,
        "events": 3,
        "claims": 1,
        "sources": 2,
        "questions": 3,
    }
    manifest = dict(query(target, "SELECT key, value FROM manifest"))
    assert manifest["count.passages"] == "11" and manifest["id"] == "missing-days"


def test_the_same_folder_gives_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    build_pack(pack, tmp_path / "a.hdpack")
    elsewhere = tmp_path / "elsewhere" / "copy"
    shutil.copytree(pack, elsewhere)
    for file in sorted(elsewhere.rglob("*"), reverse=True):
        file.touch()
    build_pack(elsewhere, tmp_path / "b.hdpack")
    assert (tmp_path / "a.hdpack").read_bytes() == (tmp_path / "b.hdpack").read_bytes()


def test_windows_line_ends_change_nothing(pack: Path, tmp_path: Path) -> None:
    build_pack(pack, tmp_path / "a.hdpack")
    for file in pack.rglob("*"):
        if file.suffix in (".md", ".toml", ".gift", ".bib", ".geojson"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    build_pack(pack, tmp_path / "b.hdpack")
    assert (tmp_path / "a.hdpack").read_bytes() == (tmp_path / "b.hdpack").read_bytes()


def test_passages_carry_their_places_events_and_view(built: Path) -> None:
    rows = query(built, "SELECT id, places, events, view FROM passage WHERE chapter = 2 ORDER BY ordinal")
    assert rows[2] == ("tsaritsyn", "tsaritsyn", "arrival", "journey:to-tsaritsyn step:2 zoom:5 era:1918")


def test_references_tell_where_an_item_is_used(built: Path) -> None:
    found = query(
        built, "SELECT chapter, ordinal FROM reference WHERE scheme = 'source' AND target = 'kotkin2014'"
    )
    assert found == [(1, 1), (1, 3), (1, 6), (2, 2)]


def test_events_show_both_calendars(built: Path) -> None:
    assert query(built, "SELECT display FROM event_text WHERE id = 'october-1917'") == [
        ("25 October 1917 – 26 October 1917 O.S. / 7 November 1917 – 8 November 1917 N.S.",)
    ]


def test_a_plain_paragraph_is_kept_once_and_read_as_html(pack: Path, tmp_path: Path) -> None:
    with (pack / "en" / "chapters" / "one-calendar.md").open("a", encoding="utf-8") as file:
        file.write("\nNothing but plain words.\n\nThis & that, *marked*.\n")
    build_pack(pack, tmp_path / "p.hdpack")
    stored = query(tmp_path / "p.hdpack", "SELECT text, html FROM passage WHERE chapter = 2 ORDER BY ordinal")
    assert stored[-2:] == [
        ("Nothing but plain words.", None),
        ("This & that, marked.", "<p>This &amp; that, <em>marked</em>.</p>"),
    ]
    with ContentStore(tmp_path / "p.hdpack") as store:
        first, second = store.chapter("en", "one-calendar").passages[-2:]
    assert (first.html, first.text) == ("<p>Nothing but plain words.</p>", "Nothing but plain words.")
    assert second.text == "This & that, marked."


def test_places_lie_on_the_plane(built: Path) -> None:
    ((x, y),) = query(built, "SELECT x, y FROM place WHERE id = 'moscow'")
    assert 1500 < x < 1700 and -1000 < y < -700


def test_search_finds_other_spellings(built: Path) -> None:
    found = query(
        built,
        "SELECT d.target FROM search JOIN search_document d ON d.rowid = search.rowid "
        "WHERE search MATCH 'folded:jugashvili'",
    )
    assert found == [("stalin",)]


def test_a_content_note_opens_the_chapter(pack: Path, tmp_path: Path) -> None:
    chapter = pack / "en" / "chapters" / "one-calendar.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(
        text.replace("span: 1918", "span: 1918\ncontent_note: This chapter tells of *violence*."), "utf-8"
    )
    build_pack(pack, tmp_path / "p.hdpack")
    assert query(
        tmp_path / "p.hdpack", "SELECT id, kind, html FROM passage WHERE chapter = 2 AND ordinal = 1"
    ) == [
        (
            "content-note",
            "caution",
            '<div class="caution"><p>This chapter tells of <em>violence</em>.</p></div>',
        )
    ]


def test_a_missing_translation_falls_back_and_is_reported(pack: Path, tmp_path: Path) -> None:
    plan = pack / "pack.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('["en"]', '["en", "ka"]'), encoding="utf-8")
    (pack / "ka").mkdir()
    (pack / "ka" / "glossary.toml").write_text(
        '[[term]]\nid = "old-style"\ntitle = "ძველი სტილი"\ntext = "იულიუსის [კალენდარი](term:new-style)."\n',
        "utf-8",
    )
    target = tmp_path / "p.hdpack"
    result = build_pack(pack, target)
    assert query(target, "SELECT id, title, fallback FROM term_text WHERE lang = 'ka' ORDER BY id") == [
        ("new-style", "New Style", 1),
        ("old-style", "ძველი სტილი", 0),
    ]
    assert query(target, "SELECT count(*), min(fallback) FROM chapter WHERE lang = 'ka'") == [(2, 1)]
    own, other = (
        query(target, f"SELECT id, html FROM passage WHERE lang = '{lang}' ORDER BY chapter, ordinal")
        for lang in ("en", "ka")
    )
    assert own == other
    assert query(target, "SELECT name FROM language ORDER BY ordinal") == [("English",), ("ქართული",)]
    assert (
        "ka/people.toml:1: warning: there is no translation of people.toml; write it; until then en is shown"
        in [str(problem) for problem in result.problems.in_order()]
    )


def test_a_translated_chapter_keeps_the_passage_ids(pack: Path, tmp_path: Path) -> None:
    plan = pack / "pack.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('["en"]', '["en", "ka"]'), encoding="utf-8")
    (pack / "ka" / "chapters").mkdir(parents=True)
    (pack / "ka" / "chapters" / "one-calendar.md").write_text(
        "---\nid: one-calendar\ntitle: ერთი კალენდარი\n---\n\n## შემდეგი დღე\n\nტექსტი.\n\nსხვა [ტექსტი](place:moscow).\n",
        encoding="utf-8",
    )
    build_pack(pack, tmp_path / "p.hdpack")
    rows = query(
        tmp_path / "p.hdpack", "SELECT id FROM passage WHERE lang = 'ka' AND chapter = 2 ORDER BY ordinal"
    )
    assert rows == [("the-day-after-31-january",), ("change",), ("tsaritsyn",)]


def test_progress_counts_chapters(pack: Path) -> None:
    seen: list[tuple[int, int]] = []
    check_pack(pack, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_warnings_do_not_stop_a_build(pack: Path, tmp_path: Path) -> None:
    glossary = pack / "en" / "glossary.toml"
    with glossary.open("a", encoding="utf-8") as file:
        file.write('\n[[term]]\nid = "idle"\ntitle = "Idle"\ntext = "Nobody links this."\n')
    result = build_pack(pack, tmp_path / "p.hdpack")
    assert [str(problem) for problem in result.problems.in_order()] == [
        "en/glossary.toml:19: warning: no text uses the term “idle”; link it with term: or remove it"
    ]


def test_the_passage_that_a_question_names_must_exist(pack: Path) -> None:
    quiz = pack / "en" / "quiz" / "two-calendars.gift"
    with quiz.open("a", encoding="utf-8") as file:
        file.write("\n// [passage:two-calendars#nowhere]\nIs it there? {F}\n")
    (problem,) = check_pack(pack).problems.in_order()
    assert "chapter “two-calendars” has no passage “nowhere”" in str(problem)


def test_a_place_that_cannot_be_written_to_is_one_sentence(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(HistoryDeskError) as caught:
        build_pack(pack, tmp_path / "no" / "such" / "folder.hdpack")
    assert "cannot be written" in str(caught.value)


_ids = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sets(_ids, min_size=1, max_size=5), st.lists(_ids, min_size=1, max_size=6))
def test_a_pack_builds_exactly_when_every_term_it_names_exists(known: set[str], named: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        pack, target = Path(place) / "pack", Path(place) / "p.hdpack"
        shutil.copytree(EXAMPLE, pack)
        with (pack / "en" / "glossary.toml").open("a", encoding="utf-8") as file:
            for term in sorted(known):
                file.write(f'\n[[term]]\nid = "{term}"\ntitle = "{term}"\ntext = "A term."\n')
        with (pack / "en" / "chapters" / "one-calendar.md").open("a", encoding="utf-8") as file:
            file.writelines(f"\nA [word](term:{term}).\n" for term in named)
        missing = [term for term in named if term not in known]
        if not missing:
            build_pack(pack, target)
            assert query(target, "PRAGMA integrity_check") == [("ok",)]
            return
        with pytest.raises(PackBuildError) as caught:
            build_pack(pack, target)
        lines = [problem.line for problem in caught.value.problems.in_order() if problem.severity == "error"]
        assert lines == [15 + 2 * index for index, term in enumerate(named) if term not in known]
        assert not target.exists()


def test_a_stop_may_have_a_name_in_place_of_a_place(pack: Path, tmp_path: Path) -> None:
    journeys = pack / "en" / "journeys.toml"
    text = journeys.read_text(encoding="utf-8")
    journeys.write_text(
        text.replace('place = "tsaritsyn"', 'name = "A siding <east> of Tambov"'), encoding="utf-8"
    )
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with closing(ContentStore(target)) as store:
        (journey,) = store.journeys("en")
        assert [(stop.place, stop.name) for stop in journey.stops] == [
            ("moscow", ""),
            ("", "A siding <east> of Tambov"),
        ]
        card = store.card("en", Reference("journey", "to-tsaritsyn"))
    assert "<li>A siding &lt;east&gt; of Tambov: from 6 June 1918" in card.details
    assert '<a href="place:moscow">' in card.details


def test_a_home_place_may_have_a_short_name_by_language(pack: Path, tmp_path: Path) -> None:
    plan = pack / "pack.toml"
    text = plan.read_text(encoding="utf-8").replace('languages = ["en"]', 'languages = ["en", "ka"]')
    text = text.replace('year = "1918"', 'year = "1918", name = {ka = "ცარიცინი"}')
    plan.write_text(text.replace('year = "1917"', 'year = "1917", name = "Piter"'), encoding="utf-8")
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with closing(ContentStore(target)) as store:
        shown = {lang: [place.name for place in store.home(lang).places] for lang in ("en", "ka")}
    assert shown == {"en": ["Piter", "Tsaritsyn"], "ka": ["Piter", "ცარიცინი"]}


def test_a_chapter_keeps_its_question(pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with closing(ContentStore(target)) as store:
        assert [line.question for line in store.contents("en", 1, 2)] == [
            "Which date belongs in a history book?",
            "",
        ]


def test_the_sources_of_a_person_stand_beside_the_text(pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with closing(ContentStore(target)) as store:
        card = store.card("en", Reference("person", "stalin"))
    assert [link.label for link in card.sources] and all(
        link.reference.scheme == "source" for link in card.sources
    )
    assert "source:" not in card.html


def test_questions_that_a_translation_lacks_stay_and_are_warned_of(pack: Path, tmp_path: Path) -> None:
    plan = pack / "pack.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('["en"]', '["en", "ka"]'), encoding="utf-8")
    (pack / "ka" / "quiz").mkdir(parents=True)
    own, other = (pack / lang / "quiz" / "one-calendar.gift" for lang in ("en", "ka"))
    own.write_text("// [id:one]\nOne? {T}\n\n// [id:two]\nTwo? {F}\n", encoding="utf-8")
    before = {str(each) for each in check_pack(pack).problems.in_order()}
    assert (
        "ka/quiz/one-calendar.gift:1: warning: the questions of the chapter “one-calendar” are not translated; "
        "write them; until then en is shown"
    ) in before

    # The chapter itself is not translated: its questions are read all the same.
    other.write_text("// [id:two]\nორი? {F}\n\n// [id:new]\nახალი? {T}\n", encoding="utf-8")
    new = {str(each) for each in check_pack(pack).problems.in_order()} - before
    assert new == {
        "ka/quiz/one-calendar.gift:1: warning: the question “one” is not translated; "
        "add it below // [id:one]; until then en is shown"
    }
    build_pack(pack, tmp_path / "p.hdpack")
    rows = query(
        tmp_path / "p.hdpack",
        "SELECT question.id, question.data FROM question JOIN chapter ON chapter.number = question.chapter "
        "AND chapter.lang = question.lang WHERE chapter.id = 'one-calendar' AND question.lang = 'ka' "
        "ORDER BY question.ordinal",
    )
    assert [name for name, _data in rows] == ["one", "two", "new"]
    assert "One?" in rows[0][1] and "ორი?" in rows[1][1]
