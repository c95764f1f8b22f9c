"""Starting: process start until the first screen is painted, and until everything is ready, against bare windows.

Every program is started anew, in turn with its floor, with bytecode and a warm file cache. The person starts on home,
or on the chapter left last; both are measured, on the screen of a classroom computer, with the map beside the chapter.
The floors show the same chapter (``floors.py``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from historydesk import paths
from historydesk.bench.measure import Figure, paired
from historydesk.bench.search_time import write_large_pack
from historydesk.domain.location import Location

ROUNDS = 9
_FLOORS = Path(__file__).with_name("floors.py")


SCREEN = {
    "screens": [
        {"name": "classroom", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1.0}
    ]
}
"""The screen of a classroom computer; the offscreen platform's own, 800 × 800, is too narrow for the map."""


def _environment(data: Path) -> dict[str, str]:
    screen = data.parent / "screen.json"
    if not screen.exists():
        screen.write_text(json.dumps(SCREEN), encoding="utf-8")
    platform = f"offscreen:configfile={screen}"
    environment = {**os.environ, "HISTORYDESK_DATA": str(data), "QT_QPA_PLATFORM": platform}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _until(arguments: list[str], environment: dict[str, str]) -> float:
    """Milliseconds from the start of a process until the time it reports last."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    return (float(done.stdout.split()[-1]) - before) * 1000


def ours(pack: Path, data: Path, step: str) -> float:
    """Milliseconds until our program reports a step (``painted``, ``ready``)."""
    arguments = ["-m", "historydesk", "run", str(pack), "--report-start", "--quit-when", step]
    return _until(arguments, _environment(data))


def floor(kind: str, page: Path, data: Path) -> float:
    """Milliseconds until a bare window (``bare``, ``orm``) is painted."""
    return _until([str(_FLOORS), kind, str(page)], _environment(data))


def chapter_page(pack: Path, target: Path) -> str:
    """Write the first chapter as plain HTML for the floors; its id."""
    from historydesk.store.opening import OpeningStore

    with OpeningStore(pack) as store:
        lang = store.languages[0].tag
        first = store.contents(lang, 1, 1)[0].id
        chapter = store.chapter(lang, first)
    target.write_text("".join(passage.html for passage in chapter.passages), encoding="utf-8")
    return first


def leave_at(data: Path, pack: Path, chapter: str) -> None:
    """Records of a person who left the program in a chapter, "" for home."""
    from historydesk.app import RECORDS
    from historydesk.store.opening import OpeningStore
    from historydesk.store.records import RecordsStore

    with OpeningStore(pack) as store:
        identifier = store.info().id
    data.mkdir(parents=True, exist_ok=True)
    records = RecordsStore(data / RECORDS)
    records.save_last_location(identifier, Location("read", chapter=chapter) if chapter else Location("home"))
    records.close()


def measure() -> list[Figure]:
    """Milliseconds of starts with the shipped pack, and with one of 10,000 chapters."""
    shipped = paths.shipped_pack()
    with TemporaryDirectory() as folder:
        page = Path(folder, "chapter.html")
        chapter = chapter_page(shipped, page)
        home, left, left_large = (Path(folder, name) for name in ("home", "left", "large"))
        leave_at(home, shipped, "")
        leave_at(left, shipped, chapter)
        large = Path(folder, "large.hdpack")
        write_large_pack(large, count=20_000, words=60, per_chapter=2)
        leave_at(left_large, large, "chapter-5000")
        runs: dict[str, list[float]] = {}

        def note(name: str, value: float) -> None:
            runs.setdefault(name, []).append(value)

        for turn in range(ROUNDS + 1):
            taken = {
                "bare": floor("bare", page, home),
                "home": ours(shipped, home, "painted"),
                "left": ours(shipped, left, "painted"),
                "orm": floor("orm", page, home),
                "ready": ours(shipped, left, "ready"),
                "large": ours(large, left_large, "painted"),
                "large home": ours(large, home, "painted"),
            }
            if turn:
                for name, value in taken.items():
                    note(name, value)
    return [
        paired("start: home painted / bare window", runs["home"], runs["bare"], 1.3, "ms"),
        paired("start: chapter left last painted / bare window", runs["left"], runs["bare"], 1.3, "ms"),
        paired("start: everything ready / bare window with ORM", runs["ready"], runs["orm"], 1.1, "ms"),
        paired("start: home, 10,000 chapters / shipped pack", runs["large home"], runs["home"], 1.1, "ms"),
        paired("start: chapter, 10,000 chapters / shipped pack", runs["large"], runs["left"], 1.1, "ms"),
    ]
