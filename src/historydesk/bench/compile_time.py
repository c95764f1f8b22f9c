"""Compiling a pack against parsing the same text with markdown-it-py alone, in CPU time of fresh processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from historydesk.bench.measure import Figure, paired
from historydesk.bench.samples import write_authored_pack

CHAPTERS, WORDS = 1_000, 2_000
SPARSE_LINKS = 20
"""Links of a chapter whose text the parser finishes soonest, so that all other work weighs most."""

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
parser.use(container_plugin, "aside").use(container_plugin, "caution").use(container_plugin, "brief")
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
    """CPU seconds to compile 1,000 chapters of 2,000 words, with many links, with few and with none; the memory
    of the first beside that of a tenth of the chapters.
    """
    with TemporaryDirectory() as folder:
        whole, part = Path(folder, "whole"), Path(folder, "part")
        sparse, bare = Path(folder, "sparse"), Path(folder, "bare")
        write_authored_pack(whole, CHAPTERS, WORDS)
        write_authored_pack(part, CHAPTERS // 10, WORDS)
        write_authored_pack(sparse, CHAPTERS, WORDS, links=SPARSE_LINKS)
        write_authored_pack(bare, CHAPTERS, WORDS, links=None)
        out = str(Path(folder, "out.hdpack"))
        times: dict[Path, tuple[list[float], list[float]]] = {
            text: ([], []) for text in (whole, sparse, bare)
        }
        peaks = {}
        for _ in range(rounds):
            for text, (ours, floor) in times.items():
                floor.append(_run(_FLOOR, str(text))[0])
                seconds, peaks[text] = _run(_OURS, str(text), out)
                ours.append(seconds)
        small = _run(_OURS, str(part), str(Path(folder, "part.hdpack")))[1]
    return [
        paired("compile 1,000 chapters of 2,000 words (CPU)", *times[whole], 1.5, "s"),
        paired("compile, sparse text: 20 links a chapter (CPU)", *times[sparse], 1.5, "s"),
        paired("compile, no links: paragraphs of 50 words (CPU)", *times[bare], 1.5, "s"),
        Figure("compile: peak memory at 1,000 chapters against 100", peaks[whole], small, 1.25, "MiB"),
    ]
