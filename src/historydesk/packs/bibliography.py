"""Sources: BibTeX read with its lines, each entry checked and turned into data for citations."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from historydesk.packs.bibtex_csl import CslEntry, EntryError, csl_entry
from historydesk.packs.fields import SOURCE_ID
from historydesk.packs.folder import PackFolder
from historydesk.packs.latex_text import plain_text
from historydesk.packs.problems import Problems

_PRIMARY = re.compile(r"primary\s*(?:;\s*|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry as it was read; ``note`` is what the author says of it beside what a citation holds."""

    key: str
    line: int
    entry: CslEntry
    is_primary: bool
    note: str
    bibtex: str

    @property
    def title(self) -> str:
        """The title in plain words."""
        return str(self.entry.item["title"])


def read_sources(folder: PackFolder, path: str, problems: Problems) -> list[Source]:
    """Every usable entry in file order; reports the others."""
    text = folder.read_text(path)
    if text is None:
        return []
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(
        text, parse_stack=[ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()]
    )
    sources: list[Source] = []
    seen: dict[str, int] = {}
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateFieldKeyBlock):
            names = ", ".join(sorted(block.duplicate_keys))
            problems.error(path, line, f"the entry has the field “{names}” twice", "keep one of them")
        elif isinstance(block, ParsingFailedBlock):
            inner = block.ignore_error_block
            if isinstance(inner, Entry):
                first = seen.get(inner.key, 1)
                problems.error(
                    path,
                    line,
                    f"the source “{inner.key}” is already there (line {first})",
                    "give one of them another key",
                )
            else:
                problems.error(
                    path,
                    line,
                    "the BibTeX entry cannot be read",
                    "look for a missing comma, quotation mark or brace",
                )
        elif isinstance(block, Entry):
            seen[block.key] = line
            source = _source(block, path, line, problems)
            if source is not None:
                sources.append(source)
    return sources


def _source(entry: object, path: str, line: int, problems: Problems) -> Source | None:
    from bibtexparser.model import Entry

    assert isinstance(entry, Entry)
    key = entry.key
    if not SOURCE_ID.fullmatch(key):
        problems.error(path, line, f"“{key}” is not a valid key", "use letters, digits, _ and - only")
        return None
    raw = {one.key.lower(): str(one.value) for one in entry.fields}
    faulty = False
    for name, also in (("title", ""), ("year", "date")):
        if not plain_text(raw.get(name, "")) and not plain_text(raw.get(also, "")):
            problems.error(path, line, f"the source “{key}” has no {name}", f"add {name} = {{…}}")
            faulty = True
    if not plain_text(raw.get("author", "")) and not plain_text(raw.get("editor", "")):
        problems.error(path, line, f"the source “{key}” has neither author nor editor", "add author = {…}")
        faulty = True
    if faulty:
        return None
    kind = entry.entry_type.lower()
    try:
        csl = csl_entry(key, kind, raw)
    except EntryError as fault:
        problems.error(path, line, f"the source “{key}” {fault.what}", fault.remedy)
        return None
    note = plain_text(raw.get("note", ""))
    primary = _PRIMARY.match(note)
    if primary:
        note = note[primary.end() :]
    return Source(key, line, csl, primary is not None, note, _bibtex(kind, key, raw))


def _bibtex(kind: str, key: str, raw: dict[str, str]) -> str:
    rows = ",\n".join(f"  {name} = {{{' '.join(value.split())}}}" for name, value in raw.items())
    return f"@{kind}{{{key},\n{rows}\n}}"
