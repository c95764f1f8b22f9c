"""The glossary as a table for spreadsheets."""

from __future__ import annotations

import csv
from pathlib import Path

from historydesk.exports.markup import one_line
from historydesk.store.export_content import ExportStore

HEADER = ("id", "term", "pronunciation", "original", "language", "meaning", "other forms", "chapters")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at which a spreadsheet begins to calculate."""


def write_glossary(store: ExportStore, lang: str, path: Path) -> None:
    """UTF-8 with a byte order mark, by which spreadsheets know it; a comma between cells, CRLF after each row."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for term in store.terms(lang):
            cells = (
                term.id,
                term.title,
                term.say,
                term.script,
                term.script_lang,
                one_line(term.html),
                "; ".join(term.aliases),
                " ".join(map(str, term.chapters)),
            )
            rows.writerow(map(harmless, cells))


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
