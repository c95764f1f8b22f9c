"""The sources as BibTeX."""

from __future__ import annotations

from pathlib import Path

from historydesk.store.export_content import ExportStore


def write_bibtex(store: ExportStore, path: Path) -> None:
    """Every source, by author and year; UTF-8."""
    path.write_text("\n\n".join(source.bibtex for source in store.sources()) + "\n", encoding="utf-8")
