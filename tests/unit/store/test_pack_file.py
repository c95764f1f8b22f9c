"""Recognising packs."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from historydesk.domain.pack import FORMAT_VERSION
from historydesk.errors import (
    NotAPackError,
    PackDamagedError,
    PackMissingError,
    PackTooNewError,
    PackTooOldError,
)
from historydesk.store.pack_file import check_header, connect, file_uri, verify_hash


@pytest.fixture
def pack(tmp_path: Path, sample_pack: Path) -> Path:
    return Path(shutil.copy(sample_pack, tmp_path / "copy.hdpack"))


def _put(path: Path, offset: int, new: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + len(new)] = new
    path.write_bytes(content)


def test_a_good_pack_passes(pack: Path) -> None:
    check_header(pack)
    assert len(verify_hash(pack)) == 64


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(PackMissingError, match="There is no pack"):
        check_header(tmp_path / "nothing.hdpack")


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackMissingError):
        check_header(tmp_path)


@pytest.mark.parametrize("content", [b"", b"hello", b"<html>" * 100, b"SQLite format 3\x00"])
def test_other_files_are_no_packs(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.hdpack"
    path.write_bytes(content)
    with pytest.raises(NotAPackError):
        check_header(path)


def test_another_database_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "a.hdpack"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(NotAPackError):
        check_header(path)


def test_a_pack_of_a_newer_format_is_said_to_be_newer(pack: Path) -> None:
    _put(pack, 60, (99).to_bytes(4, "big"))
    with pytest.raises(PackTooNewError, match="newer HistoryDesk"):
        check_header(pack)


@pytest.mark.parametrize("version", range(FORMAT_VERSION))
def test_a_pack_of_an_older_format_says_how_to_get_a_new_one(pack: Path, version: int) -> None:
    _put(pack, 60, version.to_bytes(4, "big"))
    with pytest.raises(PackTooOldError) as caught:
        check_header(pack)
    assert str(caught.value) == (
        "“copy.hdpack” was made for an earlier HistoryDesk. "
        "Build it again with this one (historydesk pack build), or get its current edition."
    )


def test_a_pack_cut_short_is_damaged(pack: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:-5000])
    with pytest.raises(PackDamagedError):
        check_header(pack)


def test_a_pack_with_something_behind_it_is_damaged(pack: Path) -> None:
    pack.write_bytes(pack.read_bytes() + b"x")
    with pytest.raises(PackDamagedError):
        check_header(pack)


def test_one_altered_letter_is_noticed(pack: Path) -> None:
    _put(pack, pack.read_bytes().index(b"cobbler"), b"C")
    check_header(pack)
    with pytest.raises(PackDamagedError):
        verify_hash(pack)


def test_an_altered_hash_is_noticed(pack: Path) -> None:
    at = pack.read_bytes().index(verify_hash(pack).encode())
    _put(pack, at, b"f" * 8)
    with pytest.raises(PackDamagedError):
        verify_hash(pack)


@pytest.mark.parametrize(
    "name", ["a b.hdpack", "a#b.hdpack", "100%.hdpack", "what?.hdpack", "გორი.hdpack", "a&mode=rw.hdpack"]
)
def test_any_file_name_can_be_opened(tmp_path: Path, sample_pack: Path, name: str) -> None:
    path = tmp_path / name
    try:
        shutil.copy(sample_pack, path)
    except OSError:
        pytest.skip("this system has no such file names")
    assert verify_hash(path)
    connection = connect(path)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM manifest")
    connection.close()


def test_the_address_asks_for_a_read_only_immutable_file(tmp_path: Path) -> None:
    assert file_uri(tmp_path / "a#b.hdpack").endswith("/a%23b.hdpack?mode=ro&immutable=1")
