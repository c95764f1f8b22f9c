"""All figures in one run: printed as ours, floor and ratio, and written as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from historydesk.bench.measure import Figure

PARTS = {
    "start": "historydesk.bench.start_time",
    "turn": "historydesk.bench.chapter_turn",
    "map": "historydesk.bench.map_frames",
    "search": "historydesk.bench.search_time",
    "compile": "historydesk.bench.compile_time",
    "memory": "historydesk.bench.running",
    "package": "historydesk.bench.package_size",
}
"""Name of each part and the module whose ``measure()`` returns its figures."""


def run(out: Path, only: str = "") -> int:
    """Measure all parts, or those with ``only`` in their name; print each figure as it comes, write ``out``.

    Returns 1 when a figure is not held.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    for name, module in PARTS.items():
        if only not in name:
            continue
        measure: Callable[[], list[Figure]] = import_module(module).measure
        for figure in measure():
            figures.append(figure)
            print(figure, flush=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(
        json.dumps([figure.as_json() for figure in figures], indent=1, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
    missed = [figure.name for figure in figures if not figure.held]
    print(f"{len(figures)} figures, {len(missed)} not held; written to {out}", file=sys.stderr)
    return 1 if missed else 0
