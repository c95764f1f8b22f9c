"""The records file: whose it is, how new, and setting it aside. Standard library only, light to import."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.parse import quote

from historydesk.errors import RecordsError

RECORDS_ID = 0x48444B52
"""``application_id`` of the records: "HDKR"."""

RECORDS_VERSION = 6
"""``user_version`` of the records: the number of the newest migration in ``db/records``."""

BUSY_SECONDS = 5.0
"""How long to wait for another program that holds the file, on a shared folder for instance."""

DAMAGED = "damaged"
NEWER = "newer"


def version(path: Path) -> int | str:
    """The file's version; 0 when there is none yet, ``DAMAGED`` or ``NEWER`` when it must be set aside.

    Raises RecordsError when the file is there but may not be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return 0
    except OSError as fault:
        raise RecordsError(
            "Your records cannot be read.", "What you do now is not kept.", path=path
        ) from fault
    if not header:
        return 0
    if len(header) < 100 or header[:16] != b"SQLite format 3\x00":
        return DAMAGED
    if int.from_bytes(header[68:72], "big") != RECORDS_ID:
        return DAMAGED
    number = int.from_bytes(header[60:64], "big")
    if number == 0:
        return DAMAGED  # no file of ours is put in place without its version
    return NEWER if number > RECORDS_VERSION else number


def set_aside(path: Path, why: str) -> str:
    """Rename a file that cannot be used, its journal first; one sentence that says so.

    The journal goes first because SQLite would play it back into a fresh file of the same name.
    """
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    name, count = path.with_name(f"{path.stem}.{why}-{stamp}{path.suffix}"), 1
    while name.exists():
        count += 1
        name = path.with_name(f"{path.stem}.{why}-{stamp}-{count}{path.suffix}")
    try:
        journal = journal_of(path)
        if journal.exists():
            journal.replace(journal_of(name))
        if path.exists():
            path.replace(name)
    except OSError as fault:
        raise RecordsError(
            "Your records cannot be used or set aside.", "What you do now is not kept.", path=path
        ) from fault
    if why == NEWER:
        return f"Your records were written by a newer HistoryDesk. They are kept as “{name.name}”."
    return f"Your records were damaged. They are kept as “{name.name}”, and new ones are begun."


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the journal of a file."""
    return path.with_name(path.name + "-journal")


def uri(path: Path, mode: str) -> str:
    """The SQLite address of the records; ``mode`` is ``ro``, ``rw`` or ``rwc``."""
    posix = path.absolute().as_posix()
    return f"file:{quote(posix if posix.startswith('/') else '/' + posix, safe='/:')}?mode={mode}"
