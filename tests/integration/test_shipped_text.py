"""The text that ships: every chapter has the same parts, and whatever needs a source names one."""

from __future__ import annotations

import re
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from historydesk import paths
from historydesk.packs.report import BRIEF_GRADE, TEXT_GRADE, Report, report_on

PACK = paths.resources() / "packs" / "stalins-rise"
HARD = ("famine", "terror", "coyoacan")
WITHOUT_A_SOURCE = {
    "how-to-check",  # tells how to use the book
    "seven",  # lists of the Politburo: from reference lists, as the text says
    "new-politburo",
    "remembrance",  # a public day
    "higher",  # authors and years are named, but no work of theirs
    "states",  # what states decided
    "memory-today",  # what became of two institutions
}


@pytest.fixture(scope="module")
def report() -> Report:
    return report_on(PACK)


@pytest.fixture(scope="module")
def pack(shipped_pack: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(shipped_pack)
    yield connection
    connection.close()


def test_the_pack_is_strict_and_nothing_needs_a_look(report: Report) -> None:
    assert tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))["evidence"] == "strict"
    assert report.findings == ()
    assert report.dead_ends == ()


def test_only_these_passages_have_no_source_to_name(report: Report) -> None:
    assert {marked.what for marked in report.unsourced} == WITHOUT_A_SOURCE


def test_length_and_reading_level_are_those_of_a_school_text(report: Report) -> None:
    for chapter in report.chapters:
        words = range(900, 1401) if chapter.number <= 4 else range(1000, 1601)
        assert chapter.words in words, chapter.id
        assert chapter.grade <= TEXT_GRADE, chapter.id
        assert chapter.brief_grade <= BRIEF_GRADE, chapter.id
        assert 90 <= chapter.brief_words <= 130, chapter.id


def test_each_chapter_has_a_question_a_figure_a_document_and_its_last_two_sections(
    pack: sqlite3.Connection,
) -> None:
    for number, id_, question in pack.execute("SELECT number, id, question FROM chapter").fetchall():
        passages = pack.execute(
            "SELECT kind, id, text FROM passage WHERE chapter = ? ORDER BY ordinal", (number,)
        ).fetchall()
        kinds = [kind for kind, _, _ in passages]
        assert question.endswith("?"), id_
        assert "figure" in kinds, id_
        headings = [text for kind, _, text in passages if kind == "heading"]
        assert len(headings) >= 4, id_
        assert any("disputed" in heading for heading in headings), id_
        named = {passage for _, passage, _ in passages}
        assert {"document", "changed", "question"} <= named, id_
        assert (passages[0][1] == "content-note") == (id_ in HARD), id_


def test_every_question_names_the_passage_that_answers_it() -> None:
    for quiz in (PACK / "en" / "quiz").glob("*.gift"):
        for mark in re.findall(r"^// \[id:.*$", quiz.read_text(encoding="utf-8"), re.MULTILINE):
            assert f"[passage:{quiz.stem}#" in mark, mark
