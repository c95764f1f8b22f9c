"""The sources of ``sources.bib``, read and written."""

from __future__ import annotations

from collections.abc import Callable

from historydesk.domain.citation import STYLE_NAMES, STYLES, entry_words
from historydesk.domain.spelling import folded_words
from historydesk.packs.bibliography import Source, read_sources
from historydesk.packs.citations import UnwritableError, cite_all
from historydesk.packs.compilation import Compilation

FILE = "sources.bib"


def collect_sources(run: Compilation) -> None:
    """Read them and make them known to references."""
    if not run.folder.has(FILE):
        if run.folder.is_refused(FILE):
            run.book.incomplete.add("source")
        return
    before = run.problems.errors
    sources = read_sources(run.folder, FILE, run.problems)
    if run.problems.errors > before:
        run.book.incomplete.add("source")
    for source in sources:
        run.sources[source.key] = source
        run.book.add("source", source.key)


def write_sources(run: Compilation, progress: Callable[[int, int], None] | None = None) -> None:
    """Write their rows, their citations in every style, and what search finds of them."""
    sources = list(run.sources.values())
    run.counts["sources"] = len(sources)
    try:
        cited = cite_all([each.entry for each in sources], run.plan.languages[0], progress)
    except UnwritableError as fault:
        source = sources[fault.at]
        run.problems.error(
            FILE,
            source.line,
            f"the source “{source.key}” cannot be written in the style {STYLE_NAMES[fault.style]}",
            "look for a field with an odd value",
        )
        return
    run.add("source", [_row(ordinal, each) for ordinal, each in enumerate(sources, start=1)])
    run.add(
        "source_citation",
        [
            (style, each.key, one.order, one.short, one.html)
            for style in STYLES
            for each, one in zip(sources, cited[style], strict=True)
        ],
    )
    run.add(
        "search_document",
        [
            (
                0,
                lang,
                "source",
                each.key,
                "",
                one.short,
                entry_words(one.html),
                folded_words(one.short, each.title),
            )
            for each, one in zip(sources, cited[STYLES[0]], strict=True)
            for lang in run.plan.languages
        ],
    )


def _row(ordinal: int, source: Source) -> tuple[object, ...]:
    return (
        source.key,
        ordinal,
        source.title,
        int(source.is_primary),
        source.note,
        source.bibtex,
        source.entry.item,
    )
