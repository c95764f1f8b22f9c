"""A file that is either there whole or not at all, and archives with the same bytes for the same content."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from historydesk.errors import HistoryDeskError
from historydesk.store.target_file import check_target

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date that an archive can hold."""
_READABLE = 0o644 << 16


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the target's place when the block ends without an error.

    Raises HistoryDeskError when the target cannot be written.
    """
    check_target(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.touch(exist_ok=False)
    except OSError as fault:
        raise _unwritable(target, fault) from fault
    try:
        yield part
        _settle(part, target)
    except OSError as fault:
        raise _unwritable(target, fault) from fault
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


class Archive:
    """A ZIP file whose bytes depend on its content alone; a context manager."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w")

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, content: str | bytes, *, stored: bool = False) -> None:
        """Add a member; text is written as UTF-8, ``stored`` leaves it uncompressed."""
        member = zipfile.ZipInfo(name, _EPOCH)
        member.create_system = 3
        member.external_attr = _READABLE
        member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        self._zip.writestr(member, content.encode() if isinstance(content, str) else content, compresslevel=9)


def _settle(part: Path, target: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _unwritable(target: Path, fault: OSError) -> HistoryDeskError:
    return HistoryDeskError(
        f"“{target}” cannot be written ({fault.strerror or fault}).", "Choose another name or folder."
    )
