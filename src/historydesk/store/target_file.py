"""What a file that is written may take the place of."""

from __future__ import annotations

from pathlib import Path

from historydesk.errors import HistoryDeskError


def check_target(target: Path) -> None:
    """Raise HistoryDeskError for a folder, a device or a pipe: a file takes the place of a file or of nothing."""
    try:
        folder, device = target.is_dir(), target.exists() and not target.is_file()
    except OSError as fault:
        raise HistoryDeskError(
            f"“{target}” cannot be written ({fault.strerror or fault}).", "Choose another name or folder."
        ) from fault
    if folder:
        raise HistoryDeskError(f"“{target}” is a folder.", "Give the name of a file.")
    if device:
        raise HistoryDeskError(
            f"“{target}” is a device or a pipe, no file that can be replaced.", "Give the name of a file."
        )
