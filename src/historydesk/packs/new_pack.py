"""A new pack: the small example, copied into a new or empty folder."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from historydesk.errors import HistoryDeskError

EXAMPLE = Path(__file__).resolve().parent / "example"


def create_pack(folder: Path) -> list[Path]:
    """Copy the example into ``folder``; the files written. ``HistoryDeskError`` when it is not empty."""
    written: list[Path] = []
    try:
        if folder.exists() and not folder.is_dir():
            raise HistoryDeskError(f"“{folder}” is a file.", "Give a new folder.", path=folder)
        if folder.exists() and any(folder.iterdir()):
            raise HistoryDeskError(f"“{folder}” is not empty.", "Give a new folder.", path=folder)
        for source in sorted(EXAMPLE.rglob("*")):
            target = folder / source.relative_to(EXAMPLE)
            if source.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                written.append(target)
                shutil.copyfile(source, target)
    except OSError as error:
        # A folder half full would be in the way of the next try.
        for target in written:
            with contextlib.suppress(OSError):
                target.unlink()
        for source in sorted(EXAMPLE.rglob("*"), reverse=True):
            with contextlib.suppress(OSError):
                (folder / source.relative_to(EXAMPLE)).rmdir()
        raise HistoryDeskError(
            f"The folder “{folder}” cannot be written ({error.strerror}).", "Choose another.", path=folder
        ) from error
    return written
