"""A BibTeX entry as data of the Citation Style Language (CSL), which citation libraries and RIS are made from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from historydesk.packs.latex_text import plain_text

Csl = dict[str, Any]
"""A CSL-JSON item: plain Unicode, names as lists of parts, dates as ``date-parts`` or ``literal``."""

OTHERS = "others"
"""The family name that BibTeX gives to authors who are not named."""

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "reference": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inreference": "chapter",
    "inproceedings": "chapter",
    "conference": "chapter",
    "proceedings": "book",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "manual": "report",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "movie": "motion_picture",
    "video": "motion_picture",
}
_PAPERS = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_GENRES = {"phdthesis": "PhD diss.", "mastersthesis": "Master’s thesis"}
_PLAIN = (
    ("title-short", ("shorttitle",)),
    ("container-title", ("journaltitle", "journal", "booktitle")),
    ("collection-title", ("series",)),
    ("volume", ("volume",)),
    ("number-of-volumes", ("volumes",)),
    ("chapter-number", ("chapter",)),
    ("page", ("pages",)),
    ("publisher", ("publisher", "institution", "school", "organization", "howpublished")),
    ("publisher-place", ("address", "location")),
    ("genre", ("type",)),
    ("archive", ("archive", "library")),
    ("archive_location", ("archivelocation", "shelfmark")),
    ("archive-place", ("archiveplace",)),
    ("DOI", ("doi",)),
    ("URL", ("url",)),
    ("ISBN", ("isbn",)),
    ("ISSN", ("issn",)),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DATE = re.compile(r"(\d{1,4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_RANGE = re.compile(r"\s*(?:–|—|/)\s*")
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|about)\s*(\d{3,4})|\[?(\d{3,4})\?\]?", re.IGNORECASE)
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NO_DATE = frozenset({"n.d.", "nd", "n. d.", "no date", "undated"})
_ENGLISH = frozenset({"", "en", "english", "american", "british", "usenglish", "ukenglish", "australian"})
_KEPT = re.compile(r"(?<!\\)\{(?!\\)(?=[^{}]*\w)")
_START = re.compile(r"(?:^|[:?!.—]\s+)[\s“‘(\[]*$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
_LEFT, _RIGHT = "\ue012", "\ue013"


class EntryError(Exception):
    """What is wrong with an entry, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class CslEntry:
    """An entry for a citation library: its data, and its titles once more as APA writes them.

    ``sentence`` holds the titles of which the author said in braces which words keep their capitals; a title
    without braces is left as it was written, for no rule knows names.
    """

    item: Csl
    sentence: Csl


def csl_entry(key: str, kind: str, raw: Mapping[str, str]) -> CslEntry:
    """Turn an entry into CSL; ``raw`` maps names of fields in small letters to LaTeX.

    Raises ``EntryError`` for a name or a date that cannot be read.
    """
    fields = {name: plain_text(value) for name, value in raw.items()}
    item: Csl = {"id": key, "type": _type(kind, fields)}
    language = (fields.get("langid") or fields.get("language") or "").lower()
    # No style is to change the capitals of a title: in BibTeX they are as the author wants them.
    item["language"] = "" if language in _ENGLISH else language
    item["title"] = _titled(fields, "title", "subtitle")
    for name in ("author", "editor", "translator"):
        people = _people(raw.get(name, ""))
        if people:
            item[name] = people
    for target, names in _PLAIN:
        value = next((fields[name] for name in names if fields.get(name)), "")
        if value:
            item[target] = value
    if kind in _GENRES:
        item.setdefault("genre", _GENRES[kind])
    if fields.get("booktitle"):
        item["container-title"] = _titled(fields, "booktitle", "booksubtitle")
    if "DOI" in item:
        item["DOI"] = _DOI.sub("", item["DOI"])
    if "URL" not in item and _ADDRESS.match(item.get("publisher", "")):
        item["URL"] = item.pop("publisher")
    _number(item, fields)
    if fields.get("edition"):
        item["edition"] = _edition(fields["edition"])
    _dates(item, fields)
    sentence = {} if language not in _ENGLISH else _sentences(raw, item)
    return CslEntry(item, sentence)


def _type(kind: str, fields: Mapping[str, str]) -> str:
    if kind == "article":
        return _PAPERS.get(fields.get("entrysubtype", "").lower(), "article-journal")
    if kind in _TYPES:
        return _TYPES[kind]
    if fields.get("booktitle"):
        return "chapter"
    if fields.get("journal") or fields.get("journaltitle"):
        return "article-journal"
    return "webpage" if fields.get("url") else "document"


def _titled(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    return ": ".join(filter(None, (fields.get(title, ""), fields.get(subtitle, ""))))


def _number(item: Csl, fields: Mapping[str, str]) -> None:
    """The number of an issue, of a volume in a series, or of a report."""
    number = fields.get("issue") or fields.get("number")
    if not number:
        return
    if str(item["type"]).startswith("article"):
        item["issue"] = number
    elif "collection-title" in item:
        item["collection-number"] = number
    else:
        item["number"] = number


def _edition(words: str) -> str:
    """“2nd” and “Second” as the number that a style writes its own way."""
    bare = words.lower().removesuffix("edition").removesuffix("ed.").strip()
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?\.?", bare)
    if match:
        return match[1]
    return str(_ORDINALS.index(bare) + 1) if bare in _ORDINALS else words


# -- people ------------------------------------------------------------------------------------------------


def _people(names: str) -> list[dict[str, str]]:
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    people = []
    for name in split_multiple_persons_names(" ".join(names.split())):
        try:
            parts = parse_single_name_into_parts(name)
        except InvalidNameError:
            raise EntryError(
                f"has the name “{plain_text(name)}”, which cannot be read",
                "write Family, Given and put “and” between two people",
            ) from None
        family = " ".join(parts.last)
        if not parts.first and not parts.von and (family.startswith("{") or " " in family):
            people.append({"literal": plain_text(family)})
            continue
        person = {
            "family": plain_text(family),
            "given": plain_text(" ".join(parts.first)),
            "non-dropping-particle": plain_text(" ".join(parts.von)),
            "suffix": plain_text(" ".join(parts.jr)),
        }
        people.append({part: words for part, words in person.items() if words})
    return [] if people == [{"family": OTHERS}] else [each for each in people if each]


# -- dates -------------------------------------------------------------------------------------------------


def _dates(item: Csl, fields: Mapping[str, str]) -> None:
    issued = _date(fields.get("date") or fields.get("year", ""))
    if issued is None:
        return
    parts = issued.get("date-parts")
    month = _month(fields.get("month", ""))
    if parts is not None and len(parts) == 1 and len(parts[0]) == 1 and month:
        day = fields.get("day", "")
        parts[0] += [month, int(day)] if day.isdecimal() and 0 < int(day) < 32 else [month]
    item["issued"] = issued
    for target, names in (("original-date", ("origdate", "origyear")), ("accessed", ("urldate",))):
        found = _date(next((fields[name] for name in names if fields.get(name)), ""))
        if found is not None:
            item[target] = found


def _date(words: str) -> Csl | None:
    """A year, a day or a stretch as numbers, one that is not certain marked so; anything else in its own words."""
    words = words.strip()
    if not words or words.lower() in _NO_DATE:
        return None
    about = _ABOUT.fullmatch(words)
    if about:
        return {"date-parts": [[int(about[1] or about[2])]], "circa": True}
    found = [_DATE.fullmatch(end) for end in _RANGE.split(words)]
    if len(found) > 2 or not all(found):
        return {"literal": words}
    parts = [[int(part) for part in each.groups() if part] for each in found if each]
    for each in parts:
        try:
            datetime.date(max(each[0], 1), *[*each[1:], 1, 1][:2])
        except ValueError:
            raise EntryError(
                f"has the date “{words}”, which no calendar has", "write year-month-day, such as 1937-01-23"
            ) from None
    if len(parts) > 1:
        # The styles write a stretch of years; the library loses the year of one within a year.
        parts = [[year] for year in dict.fromkeys(each[0] for each in parts)]
    return {"date-parts": parts}


def _month(words: str) -> int:
    low = words.strip().lower()
    if low.isdecimal():
        return int(low) if 0 < int(low) <= 12 else 0
    return _MONTHS.index(low[:3]) + 1 if low[:3] in _MONTHS else 0


# -- titles ------------------------------------------------------------------------------------------------


def _sentences(raw: Mapping[str, str], item: Csl) -> Csl:
    found = {}
    names = [("title", "title", "subtitle")]
    if item["type"] == "chapter":
        names.append(("container-title", "booktitle", "booksubtitle"))
    for target, title, subtitle in names:
        whole = ": ".join(filter(None, (raw.get(title, ""), raw.get(subtitle, ""))))
        if _KEPT.search(whole):
            found[target] = _sentence(whole)
    return found


def _sentence(tex: str) -> str:
    """A title with capitals only where it begins, in braces, and in words that have more of them (NKVD)."""
    marked = plain_text(_with_marks(tex))
    pieces: list[str] = []
    depth = 0
    for piece in re.split(f"([{_LEFT}{_RIGHT}]|\\s+)", marked):
        if piece in (_LEFT, _RIGHT):
            depth += 1 if piece == _LEFT else -1
        elif depth or not piece[:1].strip() or _START.search("".join(pieces)) or _has_own_capitals(piece):
            pieces.append(piece)
        else:
            pieces.append(piece.lower())
    return "".join(pieces)


def _has_own_capitals(word: str) -> bool:
    """Whether a word is no common one with a capital: NKVD, U.S.S.R., McGraw, but not “Pre-War”."""
    return any(any(letter.isupper() for letter in part[1:]) for part in re.split("[-–]", word.strip("“‘([")))


def _with_marks(tex: str) -> str:
    """Braces that keep capitals as marks that outlive ``plain_text``; those of LaTeX stay."""
    out: list[str] = []
    open_marks: list[bool] = []
    for at, letter in enumerate(tex):
        escaped = at > 0 and tex[at - 1] == "\\"
        if letter == "{" and not escaped:
            keeps = (
                _KEPT.match(tex, at) is not None
                and re.search(r"\\[A-Za-z]+\s*$|\\[`'^~=.\"]$", tex[:at]) is None
            )
            open_marks.append(keeps)
            out.append(_LEFT if keeps else letter)
        elif letter == "}" and not escaped and open_marks:
            out.append(_RIGHT if open_marks.pop() else letter)
        else:
            out.append(letter)
    return "".join(out)
