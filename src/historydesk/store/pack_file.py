"""The pack file itself: is it a pack, is it whole, how to open it. Standard library only, light to import."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from urllib.parse import quote

from historydesk.domain.pack import APPLICATION_ID, FORMAT_VERSION
from historydesk.errors import (
    NotAPackError,
    PackDamagedError,
    PackMissingError,
    PackTooNewError,
    PackTooOldError,
)

PAGE_SIZE = 4096
BLOCK = 1 << 20
"""Bytes read at a time when the whole file is hashed."""
HASH_PLACEHOLDER = "0" * 64
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_KEY = b"hash"
"""In a row of the manifest the key's bytes stand right before the value's."""


def check_header(path: Path) -> None:
    """Cheap checks before a pack is opened: a hundred bytes and the file's size.

    Raises PackMissingError, NotAPackError, PackTooNewError, PackTooOldError or PackDamagedError (cut short).
    """
    header, size = _read_header(path)
    if not header:
        raise NotAPackError(
            f"“{path.name}” is empty.", "Choose a file made by “historydesk pack build”.", path=path
        )
    if len(header) < 100 or header[:16] != b"SQLite format 3\x00" or _number(header, 68) != APPLICATION_ID:
        raise NotAPackError(
            f"“{path.name}” is not a HistoryDesk pack.",
            "Choose a file made by “historydesk pack build”.",
            path=path,
        )
    version = _number(header, 60)
    if version > FORMAT_VERSION:
        raise PackTooNewError(
            f"“{path.name}” was made for a newer HistoryDesk.", "Install the current version.", path=path
        )
    if version < FORMAT_VERSION:
        raise PackTooOldError(
            f"“{path.name}” was made for an earlier HistoryDesk.",
            "Build it again with this one (historydesk pack build), or get its current edition.",
            path=path,
        )
    page_size = int.from_bytes(header[16:18], "big")
    whole = page_size == PAGE_SIZE and size == page_size * _number(header, 28)
    if not whole or header[18:20] != b"\x01\x01":
        raise _damaged(path)


def verify_hash(path: Path) -> str:
    """Read the whole file and compare it with the hash sealed in it; the hash.

    Raises what ``check_header`` raises, and PackDamagedError when any byte was altered.
    """
    check_header(path)
    sealed = _sealed_hash(path)
    try:
        place = locate_hash(path, sealed)
        if place is None or hash_of_file(path, place) != sealed:
            raise _damaged(path)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    return sealed


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection that takes no locks and looks for no journal: a pack never changes in place."""
    try:
        return sqlite3.connect(file_uri(path), uri=True, check_same_thread=False, isolation_level=None)
    except sqlite3.Error as fault:
        raise PackMissingError(
            f"The pack “{path.name}” cannot be opened.",
            "Check that the file is there and may be read.",
            path=path,
        ) from fault


def file_uri(path: Path) -> str:
    """The SQLite address of a pack, with spaces, ``#``, ``?``, ``%`` and letters of any script quoted."""
    posix = path.absolute().as_posix()
    if not posix.startswith("/"):
        posix = "/" + posix
    return f"file:{quote(posix, safe='/:')}?mode=ro&immutable=1"


def locate_hash(path: Path, value: str) -> int | None:
    """The offset of the manifest's hash in the file: on its second page, or at the one place it stands."""
    pattern = _KEY + value.encode("ascii")
    with path.open("rb") as file:
        file.seek(PAGE_SIZE)
        page = file.read(PAGE_SIZE)
        if page.count(pattern) == 1:
            return PAGE_SIZE + page.index(pattern) + len(_KEY)
        file.seek(0)
        found: list[int] = []
        start, tail = 0, b""
        while block := file.read(BLOCK):
            window = tail + block
            at = window.find(pattern)
            while at >= 0:
                found.append(start - len(tail) + at + len(_KEY))
                at = window.find(pattern, at + 1)
            start += len(block)
            tail = window[-(len(pattern) - 1) :]
    return found[0] if len(found) == 1 else None


def hash_of_file(path: Path, hash_offset: int) -> str:
    """SHA-256 of the file with the 64 characters at ``hash_offset`` taken as zeros."""
    import hashlib

    digest = hashlib.sha256()
    with path.open("rb") as file:
        left = hash_offset
        while left and (block := file.read(min(BLOCK, left))):
            digest.update(block)
            left -= len(block)
        file.seek(hash_offset + len(HASH_PLACEHOLDER))
        digest.update(HASH_PLACEHOLDER.encode("ascii"))
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _read_header(path: Path) -> tuple[bytes, int]:
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise OSError(0, "it is no ordinary file")
        with path.open("rb") as file:
            return file.read(100), os.fstat(file.fileno()).st_size
    except FileNotFoundError as fault:
        raise PackMissingError(
            f"There is no pack at “{path}”.", "Build it or choose another.", path=path
        ) from fault
    except (OSError, ValueError) as fault:
        raise _unreadable(path, fault) from fault


def _sealed_hash(path: Path) -> str:
    connection = connect(path)
    try:
        row = connection.execute("SELECT value FROM manifest WHERE key = 'hash'").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise _damaged(path) from fault
    finally:
        connection.close()
    if row is None or not isinstance(row[0], str) or not _HASH.match(row[0]):
        raise _damaged(path)
    return row[0]


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _damaged(path: Path) -> PackDamagedError:
    return PackDamagedError(
        f"The pack “{path.name}” is damaged.", "Copy it again from where it came.", path=path
    )


def _unreadable(path: Path, fault: Exception) -> PackMissingError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return PackMissingError(
        f"The pack “{path.name}” cannot be read ({reason}).", "Check that the file may be read.", path=path
    )
