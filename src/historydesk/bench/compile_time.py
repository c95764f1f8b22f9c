"""Compiling a pack against parsing the same text with markdown-it-py alone, in CPU time of fresh processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from historydesk.bench.measure import Figure, paired
from historydesk.bench.samples import write_authored_pack

CHAPTERS, WORDS = 1_000, 2_000

_FLOOR = """
import sys, time
from pathlib import Path
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
texts = []
for path in sorted(Path(sys.argv[1], "en", "chapters").glob("*.md")):
    texts.append(path.read_text(encoding="utf-8").split("---", 2)[2])
parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(attrs_block_plugin)
parser.use(container_plugin, "aside").use(container_plugin, "caution")
before = time.process_time()
for text in texts:
    parser.parse(text)
print(time.process_time() - before)
"""

_OURS = """
import sys, time
from pathlib import Path
from historydesk.cli import main
before = time.process_time()
code = main(["pack", "build", sys.argv[1], "-o", sys.argv[2]])
spent = time.process_time() - before
status = Path("/proc/self/status").read_text()
peak = int(status.split("VmHWM:")[1].split()[0])
print(spent, peak / 1024)
sys.exit(code)
"""


def _run(code: str, *arguments: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return [float(word) for word in done.stdout.split()[-2 if code is _OURS else -1 :]]


def measure(rounds: int = 2) -> list[Figure]:
    """CPU seconds to compile 1,000 chapters of 2,000 words, and the memory of that beside a tenth of the chapters."""
    with TemporaryDirectory() as folder:
        whole, part = Path(folder, "whole"), Path(folder, "part")
        write_authored_pack(whole, CHAPTERS, WORDS)
        write_authored_pack(part, CHAPTERS // 10, WORDS)
        ours, floor, peak = [], [], 0.0
        for _ in range(rounds):
            floor.append(_run(_FLOOR, str(whole))[0])
            seconds, peak = _run(_OURS, str(whole), str(Path(folder, "out.hdpack")))
            ours.append(seconds)
        small = _run(_OURS, str(part), str(Path(folder, "part.hdpack")))[1]
    return [
        paired("compile 1,000 chapters of 2,000 words (CPU)", ours, floor, 1.5, "s"),
        Figure("compile: peak memory at 1,000 chapters against 100", peak, small, 1.25, "MiB"),
    ]
