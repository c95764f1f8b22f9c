"""Searching 100,000 passages of 300 words against the same capped query in the ``sqlite3`` module."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from historydesk.bench.measure import Figure, percentile
from historydesk.bench.samples import passages
from historydesk.domain.pack import FORMAT_VERSION

COUNT, WORDS, PER_CHAPTER = 100_000, 300, 20


def write_large_pack(
    target: Path, count: int = COUNT, words: int = WORDS, per_chapter: int = PER_CHAPTER
) -> list[str]:
    """Write a compiled pack of ``count`` passages straight through the pack writer; returns some of its words."""
    from historydesk.store import tables
    from historydesk.store.pack_writer import PackWriter

    chapters = (count + per_chapter - 1) // per_chapter
    chosen: list[str] = []
    with PackWriter(target) as writer:
        manifest = {
            "id": "measure",
            "title": "Measure",
            "version": "1",
            "license": "CC0-1.0",
            "format": str(FORMAT_VERSION),
            "count.chapters": str(chapters),
            "count.passages": str(count),
        }
        writer.add(tables.ManifestRow, [(key, value) for key, value in sorted(manifest.items())])
        writer.add(tables.LanguageRow, [(0, "en", "English")])
        writer.add(tables.HomeRow, [("en", "Measure", "1900–1950", "A pack to measure with.", 60, "[]")])
        writer.add(tables.PartRow, [("en", 0, "all", "All")])
        writer.add(
            tables.ChapterRow,
            [
                (
                    "en",
                    n,
                    f"chapter-{n}",
                    "all",
                    f"Chapter {n}",
                    "",
                    per_chapter * words,
                    30,
                    "",
                    0,
                    0,
                    0,
                    "",
                    "",
                )
                for n in range(1, chapters + 1)
            ],
        )
        rows: list[tuple[Any, ...]] = []
        for index, text in enumerate(passages(count, words)):
            number, ordinal = index // per_chapter + 1, index % per_chapter
            if index % 251 == 0:
                chosen += [word.strip(".").lower() for word in text.split(" ")[3:60:9]]
            key = f"p{ordinal}"
            rows.append((0, "en", number, ordinal, key, "paragraph", None, text, "", "", ""))
            if len(rows) == 2_000:
                writer.add(tables.PassageRow, rows)
                rows = []
        writer.add(tables.PassageRow, rows)
        writer.finish()
    return chosen


def _queries(words: list[str]) -> list[str]:
    choose = random.Random(3)
    prefixes = [word[: choose.randint(2, 5)] for word in choose.sample(words, 120)]
    pairs = [f"{choose.choice(words)} {choose.choice(words)[:4]}" for _ in range(80)]
    return [query for query in prefixes + pairs if len(query) > 1]


def measure() -> list[Figure]:
    """Milliseconds a query, prefixes of 2–5 letters and pairs of words.

    The floor runs, on a bare ``sqlite3`` connection, the very statements that our search sent for the same query.
    """
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    from historydesk.store.content import ContentStore

    sent: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, *_rest: object) -> None:
        sent.append((statement, values))

    with TemporaryDirectory() as folder:
        path = Path(folder, "large.hdpack")
        queries = _queries(write_large_pack(path))
        store = ContentStore(path)
        raw = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        ours, floor = [], []
        for query in queries:
            sent.clear()
            event.listen(Engine, "before_cursor_execute", note)
            store.search("en", query)
            event.remove(Engine, "before_cursor_execute", note)
            for statement, values in sent:
                raw.execute(statement, values).fetchall()
            start = perf_counter()
            store.search("en", query)
            first = perf_counter()
            for statement, values in sent:
                raw.execute(statement, values).fetchall()
            second = perf_counter()
            ours.append((first - start) * 1000)
            floor.append((second - first) * 1000)
        raw.close()
        store.close()
    return [
        Figure("search 100,000 passages, p95", percentile(ours, 0.95), percentile(floor, 0.95), 1.2, "ms"),
        Figure("search 100,000 passages, p95 alone", percentile(ours, 0.95), 0, 12, "ms", absolute=True),
    ]
