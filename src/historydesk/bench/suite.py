"""All figures in one run: printed as ours, floor and ratio, and written as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from historydesk.bench.measure import Figure
from historydesk.errors import HistoryDeskError

PARTS = {
    "start": "historydesk.bench.start_time",
    "turn": "historydesk.bench.chapter_turn",
    "map": "historydesk.bench.map_frames",
    "timeline": "historydesk.bench.timeline_frames",
    "search": "historydesk.bench.search_time",
    "compile": "historydesk.bench.compile_time",
    "memory": "historydesk.bench.running",
    "package": "historydesk.bench.package_size",
}
"""Name of each part and the module whose ``measure()`` returns its figures."""


_PART = """
import json, sys
from importlib import import_module
for figure in import_module(sys.argv[1]).measure():
    print(json.dumps([getattr(figure, name) for name in figure.__slots__]), flush=True)
"""


def _measure(module: str) -> Iterator[Figure]:
    """The figures of one part, taken in a process of its own: nothing of another part is in its memory."""
    process = subprocess.Popen([sys.executable, "-c", _PART, module], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("["):
            yield Figure(*json.loads(line))
        else:
            print(line, end="")
    if process.wait():
        raise HistoryDeskError(f"Measuring {module} failed.", "See the lines above.")


def run(out: Path, only: str = "") -> int:
    """Measure all parts, or those with ``only`` in their name; print each figure as it comes, write ``out``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    for name, module in PARTS.items():
        if only not in name:
            continue
        for figure in _measure(module):
            figures.append(figure)
            print(figure, flush=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [figure.as_json() for figure in figures]
    out.write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    missed = [figure.name for figure in figures if not figure.held]
    print(f"{len(figures)} figures, {len(missed)} not held; written to {out}", file=sys.stderr)
    return 0
