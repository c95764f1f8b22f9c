"""Size of the packaged program, when it has been made: on disk, and as a compressed archive to carry."""

from __future__ import annotations

import subprocess
from pathlib import Path

from historydesk.bench.measure import Figure

FOLDER = Path("build", "dist", "HistoryDesk")


def measure() -> list[Figure]:
    """Megabytes (10⁶ bytes) of ``build/dist/HistoryDesk`` and of its ``tar | xz``; nothing when it is not there."""
    if not FOLDER.is_dir():
        print(f"package size: {FOLDER} is not there; `make freeze` makes it")
        return []
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    disk = sum(path.stat().st_size for path in files)
    archive = subprocess.run(
        f"tar -C {FOLDER.parent} -cf - {FOLDER.name} | xz -T0 -6 | wc -c",
        shell=True,
        check=True,
        capture_output=True,
        text=True,
    )
    return [
        Figure("packaged program on disk", disk / 1e6, 0, 115, "MB", absolute=True),
        Figure("packaged program to carry (tar.xz)", int(archive.stdout) / 1e6, 0, 35, "MB", absolute=True),
    ]
