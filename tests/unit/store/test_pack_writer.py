"""Writing packs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sample_pack import build_sample_pack

from historydesk.domain.pack import APPLICATION_ID, FORMAT_VERSION
from historydesk.errors import BuildError
from historydesk.store.pack_file import connect, verify_hash
from historydesk.store.pack_writer import PackWriter
from historydesk.store.search_index import PASSAGE, search_base
from historydesk.store.tables import (
    ChapterRow,
    HomeRow,
    LanguageRow,
    ManifestRow,
    PassageRow,
    PlaceTextRow,
    SearchDocumentRow,
    TermRow,
)


def test_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    first = build_sample_pack(tmp_path / "one.hdpack").read_bytes()
    second = build_sample_pack(tmp_path / "another name.hdpack").read_bytes()
    assert first == second


def test_another_process_gives_the_same_bytes(tmp_path: Path, sample_pack: Path) -> None:
    target = tmp_path / "other.hdpack"
    root = Path(__file__).parents[3]
    script = (
        f"from pathlib import Path; from tests.sample_pack import *; build_sample_pack(Path({str(target)!r}))"
    )
    environment = dict(os.environ, PYTHONHASHSEED="7", PYTHONPATH=f"{root}{os.pathsep}{root / 'src'}")
    subprocess.run([sys.executable, "-c", script], check=True, env=environment, cwd=tmp_path)
    assert target.read_bytes() == sample_pack.read_bytes()


def test_the_file_says_what_it_is(sample_pack: Path) -> None:
    header = sample_pack.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == FORMAT_VERSION
    assert header[24:28] == header[92:96] == (1).to_bytes(4, "big")
    assert header[18:20] == b"\x01\x01", "no write-ahead log"


def test_finish_returns_the_hash_that_is_sealed_in_the_file(tmp_path: Path) -> None:
    target = tmp_path / "a.hdpack"
    with PackWriter(target) as writer:
        writer.add(ManifestRow, [("id", "a")])
        digest = writer.finish()
    assert verify_hash(target) == digest
    assert [file.name for file in tmp_path.iterdir()] == ["a.hdpack"]


def test_a_hash_that_text_imitates_is_still_found(tmp_path: Path) -> None:
    target = tmp_path / "a.hdpack"
    imitation = "hash" + "0" * 64
    with PackWriter(target) as writer:
        writer.add(LanguageRow, [(1, "en", "English")])
        writer.add(ManifestRow, [("id", "a")])
        writer.add(SearchDocumentRow, [(0, "en", "term", "t", "", imitation, imitation, "")])
        writer.finish()
    verify_hash(target)


def test_a_manifest_of_many_pages_is_sealed_too(tmp_path: Path) -> None:
    target = tmp_path / "a.hdpack"
    with PackWriter(target) as writer:
        writer.add(ManifestRow, [(f"key {n}", "long " * 100) for n in range(200)])
        writer.finish()
    verify_hash(target)


def test_leaving_unfinished_keeps_the_earlier_pack_and_no_rest(tmp_path: Path) -> None:
    target = build_sample_pack(tmp_path / "a.hdpack")
    before = target.read_bytes()
    with pytest.raises(RuntimeError), PackWriter(target) as writer:
        writer.add(ManifestRow, [("id", "b")])
        raise RuntimeError("the compiler gave up")
    assert target.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.hdpack"]


def test_json_columns_take_lists_and_text(tmp_path: Path) -> None:
    target = tmp_path / "a.hdpack"
    with PackWriter(target) as writer:
        writer.add(HomeRow, [("en", "T", "S", "L", 1, [["gori", "1878"]]), ("ka", "T", "S", "L", 1, "[]")])
        writer.finish()
    found = connect(target).execute("SELECT places FROM home ORDER BY lang").fetchall()
    assert found == [('[["gori","1878"]]',), ("[]",)]


def test_a_row_that_names_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="place_text"), PackWriter(tmp_path / "a.hdpack") as writer:
        row = ("en", "nowhere", "Nowhere", "", [], "", "", "", "", "", 0)
        writer.add(PlaceTextRow, [row])
        writer.finish()
    assert list(tmp_path.iterdir()) == []


def test_two_rows_with_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="share a key"), PackWriter(tmp_path / "a.hdpack") as writer:
        writer.add(TermRow, [("serf", 1, "", "", []), ("serf", 2, "", "", [])])


def test_documents_before_languages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LookupError), PackWriter(tmp_path / "a.hdpack") as writer:
        writer.add(SearchDocumentRow, [(0, "en", "term", "t", "", "t", "", "")])


def test_a_folder_that_is_missing_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be written"), PackWriter(tmp_path / "no" / "a.hdpack"):
        pass


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(BuildError, match="cannot be written"), PackWriter(tmp_path / "a.hdpack"):
            pass
    finally:
        tmp_path.chmod(0o755)


def test_a_full_disk_keeps_the_earlier_pack(tmp_path: Path) -> None:
    target = build_sample_pack(tmp_path / "a.hdpack")
    before = target.read_bytes()
    with pytest.raises(BuildError, match="full"), PackWriter(target) as writer:
        writer._driver().execute("PRAGMA max_page_count=60")
        writer.add(ManifestRow, [(f"key {n}", "x" * 4000) for n in range(200)])
        writer.finish()
    assert target.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.hdpack"]


def test_the_index_passes_its_own_check(tmp_path: Path, sample_pack: Path) -> None:
    copy = tmp_path / "copy.hdpack"
    copy.write_bytes(sample_pack.read_bytes())
    connection = sqlite3.connect(copy)
    for index in ("search", "search_passage"):
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('integrity-check', 1)")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_each_language_and_kind_lies_together_in_the_index(tmp_path: Path) -> None:
    target = tmp_path / "a.hdpack"
    with PackWriter(target) as writer:
        writer.add(LanguageRow, [(1, "en", "English"), (2, "ka", "ქართული")])
        for number in (1, 2):
            rows = [
                (0, lang, number, 1, "p", "paragraph", None, f"{lang}{number}", "", "", "")
                for lang in ("en", "ka")
            ]
            writer.add(PassageRow, rows)
            chapter = (number, f"c{number}", "p", "T", "", 1, 1, "", 0, 0, 0, "", "")
            writer.add(ChapterRow, [("en", *chapter), ("ka", *chapter)])
        writer.add(SearchDocumentRow, [(0, "en", "chapter", "c1", "in-brief", "T", "short", "")])
        writer.finish()
    base = search_base(1, PASSAGE), search_base(2, PASSAGE)
    found = connect(target).execute("SELECT rowid, text FROM passage ORDER BY rowid").fetchall()
    assert found == [(base[0] + 1, "en1"), (base[0] + 2, "en2"), (base[1] + 1, "ka1"), (base[1] + 2, "ka2")]
    match = "SELECT rowid FROM search_passage WHERE search_passage MATCH ?"
    assert connect(target).execute(match, ("short",)).fetchall() == [(base[0] + 3,)]
    assert connect(target).execute(match, ("ka*",)).fetchall() == [(base[1] + 1,), (base[1] + 2,)]
