"""A chapter's short version: set aside from its passages, counted, stored and found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.unit.packs.conftest import Desk

from historydesk.packs.compiler import build_pack, check_pack

TOP = "span: 1918\n---\n"


def _write(pack: Path, brief: str) -> None:
    chapter = pack / "en" / "chapters" / "one-calendar.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace(TOP, f"{TOP}\n::: brief\n{brief}\n:::\n"), encoding="utf-8")


def _chapter(pack: Path, target: Path) -> tuple[tuple[object, ...], list[object]]:
    build_pack(pack, target)
    with sqlite3.connect(target) as database:
        row = database.execute("SELECT words, minutes, brief_html FROM chapter WHERE id = 'one-calendar'")
        chapter = row.fetchone()
        passages = database.execute("SELECT text FROM passage WHERE chapter = 2 ORDER BY ordinal").fetchall()
    return chapter, passages


def _words(count: int) -> str:
    return " ".join(["word"] * count)


def test_the_short_version_is_no_passage(desk: Desk) -> None:
    text = desk.read("::: brief\nOne *and*\ntwo.\n\nThree.\n:::\n\nThe story.\n")
    assert [passage.text for passage in text.passages] == ["The story."]
    assert text.passages[0].id == "start-1"
    assert text.brief is not None
    assert text.brief.html == "<p>One <em>and</em> two.</p><p>Three.</p>"
    assert text.brief.text == "One and two.\nThree."
    assert text.brief.line == 1


def test_the_short_version_counts_neither_words_nor_minutes(pack: Path, tmp_path: Path) -> None:
    without, passages = _chapter(pack, tmp_path / "a.hdpack")
    _write(pack, _words(100))
    with_brief, same = _chapter(pack, tmp_path / "b.hdpack")
    assert with_brief[:2] == without[:2] and same == passages
    assert without[2] == "" and with_brief[2] == f"<p>{_words(100)}</p>"


def test_search_leads_to_the_short_version(pack: Path, tmp_path: Path) -> None:
    _write(pack, f"Quicksilver {_words(99)}")
    _chapter(pack, tmp_path / "p.hdpack")
    with sqlite3.connect(tmp_path / "p.hdpack") as database:
        found = database.execute(
            "SELECT target, passage FROM search_document WHERE rowid IN "
            "(SELECT rowid FROM search_passage WHERE search_passage MATCH 'quicksilver')"
        ).fetchall()
    assert found == [("one-calendar", "in-brief")]


def test_only_a_length_that_takes_ninety_seconds_passes_without_a_warning(pack: Path) -> None:
    chapter = pack / "en" / "chapters" / "one-calendar.md"
    empty = chapter.read_text(encoding="utf-8")
    before = set(map(str, check_pack(pack).problems.in_order()))
    for count, warns in ((89, True), (90, False), (130, False), (131, True)):
        chapter.write_text(empty, encoding="utf-8")
        _write(pack, _words(count))
        new = set(map(str, check_pack(pack).problems.in_order())) - before
        warning = (
            f"en/chapters/one-calendar.md:7: warning: the short version has {count} words; "
            "90 to 130 are read in 90 seconds"
        )
        assert new == ({warning} if warns else set())


def test_a_translation_without_the_short_version_is_warned_of(pack: Path) -> None:
    plan = pack / "pack.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('["en"]', '["en", "ka"]'), encoding="utf-8")
    _write(pack, _words(100))
    (pack / "ka" / "chapters").mkdir(parents=True)
    (pack / "ka" / "chapters" / "one-calendar.md").write_text(
        "---\nid: one-calendar\ntitle: ერთი კალენდარი\n---\n\n## შემდეგი დღე\n\nტექსტი.\n\nსხვა ტექსტი.\n",
        encoding="utf-8",
    )
    assert (
        "ka/chapters/one-calendar.md:1: warning: the translation has no short version; "
        "write ::: brief at its top"
    ) in map(str, check_pack(pack).problems.in_order())
