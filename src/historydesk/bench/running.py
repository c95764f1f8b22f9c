"""The running program: memory with all screens visited, and what it costs while nobody touches it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from historydesk import paths
from historydesk.bench import idle
from historydesk.bench.measure import Figure
from historydesk.bench.start_time import _FLOORS, _environment, chapter_page

_VISIT = """
import sys
from pathlib import Path
from historydesk.app import Program, make_application
from PySide6.QtCore import QTimer
from historydesk.domain.location import Location
application = make_application(sys.argv[:1])
program = Program(Path(sys.argv[1]))
window = program.open()
stops = [Location("read", chapter=each.id) for each in program.services.library.contents(1, 20)]
stops += [Location(each) for each in ("map", "timeline", "people", "evidence", "index")]
stops += [Location("practice"), Location("home")]
stops += [Location("quiz", chapter=stops[0].chapter), stops[0]]
def visit():
    if stops:
        program.services.reading.go(stops.pop(0))
        QTimer.singleShot(900, visit)
    else:
        print("visited", flush=True)
program.ready.connect(visit)
application.exec()
"""

SETTLE = 25.0
"""Seconds of quiet before memory is read: a page left open counts as read after 15."""

QUIET = 155.0
"""Seconds more before idling is read: meanwhile Qt wakes every ten seconds to shrink its caches of fonts and pictures."""


def _start(arguments: list[str], data: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=_environment(data),
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _observe(arguments: list[str], data: Path) -> tuple[float, float, float]:
    """(PSS in MiB, CPU in per cent, wake-ups a second) of a program that has settled."""
    process = _start(arguments, data)
    try:
        sleep(SETTLE)
        memory = idle.memory_pss(process.pid)
        sleep(QUIET)
        return memory, *idle.over(process.pid, 10)
    finally:
        process.terminate()
        process.wait()


def measure() -> list[Figure]:
    """PSS in MiB against the bare window; CPU share and wake-ups a second of both while idle."""
    shipped = paths.shipped_pack()
    with TemporaryDirectory() as folder:
        page = Path(folder, "chapter.html")
        chapter_page(shipped, page)
        # One after the other: PSS shares a library's pages out among all that run.
        floor_memory, floor_cpu, floor_wakes = _observe(
            [str(_FLOORS), "bare", str(page), "stay"], Path(folder, "bare")
        )
        memory, cpu, wakes = _observe(["-c", _VISIT, str(shipped)], Path(folder, "full"))
    return [
        Figure("memory (PSS), all screens visited / bare window", memory, floor_memory, 2.2, "MiB"),
        Figure("idle: processor", cpu, floor_cpu, 0.0, "%", absolute=True),
        Figure("idle: wake-ups a second", wakes, floor_wakes, 0.0, "/s", absolute=True),
    ]
