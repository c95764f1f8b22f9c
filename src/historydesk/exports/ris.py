"""The sources in the format RIS, which reference managers read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import (
    MergeNameParts,
    RemoveEnclosingMiddleware,
    SeparateCoAuthors,
    SplitNameParts,
)
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from historydesk.domain.listing import ListedSource
from historydesk.store.export_content import ExportStore

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "booklet": "PAMP",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "mastersthesis": "THES",
    "online": "ELEC",
    "phdthesis": "THES",
    "proceedings": "CONF",
    "techreport": "RPT",
    "unpublished": "UNPB",
}
_TAGS = (
    ("title", "TI"),
    ("journal", "T2"),
    ("booktitle", "T2"),
    ("series", "T3"),
    ("volume", "VL"),
    ("number", "IS"),
    ("edition", "ET"),
    ("publisher", "PB"),
    ("howpublished", "PB"),
    ("institution", "PB"),
    ("school", "PB"),
    ("address", "CY"),
    ("url", "UR"),
    ("doi", "DO"),
    ("isbn", "SN"),
    ("issn", "SN"),
    ("note", "N1"),
)
_DECODER = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
_YEAR = re.compile(r"\d{4}")
_RANGE = re.compile(r"\s*[-–]+\s*")
_PRIMARY = re.compile(r"^\s*primary\s*(?:;\s*|$)")
"""How packs mark a primary source; the keyword says it here."""
_SPACES = re.compile(r"\s+")


def write_ris(store: ExportStore, path: Path) -> None:
    """Every source, by author and year; UTF-8, CRLF at each line's end."""
    lines = [line for source in store.sources() for line in _entry(source)]
    path.write_text("".join(f"{line}\r\n" for line in lines), encoding="utf-8", newline="")


def _entry(source: ListedSource) -> Iterator[str]:
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    steps = [
        RemoveEnclosingMiddleware(),
        SeparateCoAuthors(),
        SplitNameParts(),
        MergeNameParts(style="last"),
    ]
    entry = parse_string(source.bibtex, parse_stack=steps).entries[0]
    fields = {each.key.lower(): each.value for each in entry.fields}
    kind = _TYPES.get(entry.entry_type.lower(), "GEN")
    edited = kind == "BOOK" and "author" not in fields
    yield f"TY  - {'EDBOOK' if edited else kind}"
    yield f"ID  - {source.id}"
    for name, tag in (("author", "AU"), ("editor", "AU" if edited else "A2"), ("translator", "A4")):
        for person in fields.get(name, ()):
            yield f"{tag}  - {_plain(person)}"
    if "note" in fields:
        fields["note"] = _PRIMARY.sub("", fields["note"])
    for name, tag in _TAGS:
        if fields.get(name):
            yield f"{tag}  - {_plain(fields[name])}"
    when = _plain(str(fields.get("year") or fields.get("date") or ""))
    year = _YEAR.search(when)
    if year:
        yield f"PY  - {year[0]}"
    if when and when != (year[0] if year else ""):
        yield f"N1  - Published {when}"
    first, *last = _RANGE.split(_plain(str(fields.get("pages", ""))), maxsplit=1)
    if first:
        yield f"SP  - {first}"
    if last:
        yield f"EP  - {last[0]}"
    if source.is_primary:
        yield "KW  - primary source"
    yield "ER  - "
    yield ""


def _plain(tex: str) -> str:
    """The words that LaTeX stands for, with the quotation marks of print."""
    text = str(_DECODER.latex_to_text(tex.replace("'''", "’''")))
    text = text.replace("`", "‘").replace("'", "’")
    return _SPACES.sub(" ", text).strip()
