"""The sources in the format RIS, which reference managers read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from historydesk.domain.listing import ListedSource
from historydesk.store.export_content import ExportStore

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_TAGS = (
    ("title", "TI"),
    ("title-short", "ST"),
    ("container-title", "T2"),
    ("collection-title", "T3"),
    ("volume", "VL"),
    ("issue", "IS"),
    ("collection-number", "IS"),
    ("number", "IS"),
    ("number-of-volumes", "NV"),
    ("edition", "ET"),
    ("genre", "M3"),
    ("publisher", "PB"),
    ("publisher-place", "CY"),
    ("archive", "DB"),
    ("archive_location", "AN"),
    ("URL", "UR"),
    ("DOI", "DO"),
    ("ISBN", "SN"),
    ("ISSN", "SN"),
)
_RANGE = re.compile(r"\s*[-–]\s*")
_SPACES = re.compile(r"\s+")


def write_ris(store: ExportStore, path: Path) -> None:
    """Every source, by author and year; UTF-8, CRLF at each line's end."""
    lines = [line for source in store.sources() for line in _entry(source)]
    path.write_text("".join(f"{line}\r\n" for line in lines), encoding="utf-8", newline="")


def _entry(source: ListedSource) -> Iterator[str]:
    csl = source.csl
    kind = _TYPES.get(str(csl.get("type")), "GEN")
    edited = kind == "BOOK" and "author" not in csl
    yield f"TY  - {'EDBOOK' if edited else kind}"
    yield f"ID  - {source.id}"
    for role, tag in (("author", "AU"), ("editor", "AU" if edited else "A2"), ("translator", "A4")):
        for person in csl.get(role, ()):
            yield _line(tag, _name(person))
    for name, tag in _TAGS:
        if csl.get(name):
            yield _line(tag, str(csl[name]))
    yield from _dates(csl)
    first, *last = _RANGE.split(str(csl.get("page", "")), maxsplit=1)
    if first:
        yield _line("SP", first)
    if last:
        yield _line("EP", last[0])
    if source.note:
        yield _line("N1", source.note)
    if source.is_primary:
        yield "KW  - primary source"
    yield "ER  - "
    yield ""


def _dates(csl: Mapping[str, Any]) -> Iterator[str]:
    """The year, the day where it is known, and in words what is more than that."""
    issued = csl.get("issued", {})
    parts = issued.get("date-parts", [])
    words = str(issued.get("literal", ""))
    year = re.search(r"\d{4}", words)
    if parts:
        first = parts[0]
        yield f"PY  - {first[0]}"
        if len(first) > 1:
            yield "DA  - " + "/".join(f"{part:02d}" for part in first)
        if len(parts) > 1:
            words = "–".join("-".join(f"{part:02d}" for part in each) for each in parts)
    elif year:
        yield f"PY  - {year[0]}"
    if words:
        yield _line("N1", f"Published {words}")
    accessed = csl.get("accessed", {}).get("date-parts", [])
    if accessed:
        yield "Y2  - " + "/".join(f"{part:02d}" for part in accessed[0])


def _name(person: Mapping[str, str]) -> str:
    """Family name, given names, suffix; a body as it is called."""
    if "literal" in person:
        return person["literal"]
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    return ", ".join(filter(None, (family, person.get("given"), person.get("suffix"))))


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {_SPACES.sub(' ', value).strip()}"
