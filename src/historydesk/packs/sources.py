"""The sources of ``sources.bib``, read and written."""

from __future__ import annotations

import re

from historydesk.domain.spelling import folded_words
from historydesk.packs.bibliography import read_sources
from historydesk.packs.compilation import Compilation

FILE = "sources.bib"
_SPARE = re.compile(r"<[^>]+>")


def collect_sources(run: Compilation) -> None:
    """Read them and make them known to references."""
    if not run.folder.has(FILE):
        return
    before = run.problems.errors
    sources = read_sources(run.folder, FILE, run.problems)
    if run.problems.errors > before:
        run.book.incomplete.add("source")
    for source in sources:
        run.sources[source.key] = source
        run.book.add("source", source.key)


def write_sources(run: Compilation) -> None:
    """Write their rows and what search finds of them."""
    rows, search = [], []
    for ordinal, source in enumerate(run.sources.values(), start=1):
        rows.append(
            (
                source.key,
                ordinal,
                source.short,
                source.title,
                source.citation_html,
                int(source.is_primary),
                source.note,
                source.bibtex,
            )
        )
        body = (
            _SPARE.sub("", source.citation_html)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
        )
        for lang in run.plan.languages:
            folded = folded_words(source.short, source.title)
            search.append((0, lang, "source", source.key, "", source.short, body, folded))
    run.add("source", rows)
    run.add("search_document", search)
    run.counts["sources"] = len(run.sources)
