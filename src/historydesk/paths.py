"""Where things are: the one place that tells a frozen program from a checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION_FOLDER = "HistoryDesk"


def is_frozen() -> bool:
    """Whether this is the packaged program (PyInstaller)."""
    return bool(getattr(sys, "frozen", False))


def _root() -> Path:
    if is_frozen():
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    return Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Folder of fonts, icons, themes and authored packs."""
    return _root() / "resources"


def migrations() -> Path:
    """Folder of the migrations of the records store."""
    return _root() / "db"


def build() -> Path:
    """Folder of what is made from the sources (compiled packs, the base map); read-only when frozen."""
    return _root() / "build"


def shipped_pack() -> Path:
    """The compiled pack that ships with the program."""
    return build() / "packs" / "stalins-rise.hdpack"


def base_map() -> Path:
    """The compiled base map (coasts, rivers, borders) in plane coordinates."""
    return build() / "map" / "basemap.bin"


def user_data() -> Path:
    """The person's own folder for records and logs; ``HISTORYDESK_DATA`` overrides it.

    Windows: ``%LOCALAPPDATA%``; macOS: ``~/Library/Application Support``; elsewhere: XDG data home.
    """
    override = os.environ.get("HISTORYDESK_DATA")
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = _home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share")
    return base / APPLICATION_FOLDER


def _home() -> Path:
    """The home folder; for an account that has none the root, where nothing can be kept and that is said."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep)
