"""A new pack: the small example, copied into a new or empty folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from historydesk.errors import HistoryDeskError

EXAMPLE = Path(__file__).resolve().parent / "example"


def create_pack(folder: Path) -> list[Path]:
    """Copy the example into ``folder``; the files written. ``HistoryDeskError`` when it is not empty."""
    try:
        if folder.exists() and not folder.is_dir():
            raise HistoryDeskError(f"“{folder}” is a file.", "Give a new folder.", path=folder)
        if folder.exists() and any(folder.iterdir()):
            raise HistoryDeskError(f"“{folder}” is not empty.", "Give a new folder.", path=folder)
        written = []
        for source in sorted(EXAMPLE.rglob("*")):
            target = folder / source.relative_to(EXAMPLE)
            if source.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
                written.append(target)
    except OSError as error:
        raise HistoryDeskError(
            f"The folder “{folder}” cannot be written ({error.strerror}).", "Choose another.", path=folder
        ) from error
    return written
