"""Sources: BibTeX read with its lines, and each entry written in Chicago author–date style."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import escape

from historydesk.packs.fields import SOURCE_ID
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems

_PRIMARY = re.compile(r"primary\s*(?:;\s*|$)")
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_LETTERS = {
    "textdegree": "°",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
    "textendash": "–",
    "textemdash": "—",
    "S": "§",
    "P": "¶",
    "ldots": "…",
    "dots": "…",
}
_TEX_ACCENT = re.compile(
    r"\\(?:([`'^~=.\"])\s*|([uvHrdckb])(?:\s+|(?=\{)))(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))"
)
_TEX_LETTER = re.compile(
    r"\\(" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])(?:\{\})?\s?"
)
_ROLES = {"editor": ("ed.", "eds."), "translator": ("trans.", "trans.")}
_NEEDED = ("title", "year")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry, ready to be stored."""

    key: str
    line: int
    short: str
    title: str
    citation_html: str
    is_primary: bool
    note: str
    bibtex: str


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
    fields = {one.key.lower(): plain_text(str(one.value)) for one in entry.fields}
    raw = {one.key.lower(): str(one.value) for one in entry.fields}
    faulty = False
    for name in _NEEDED:
        if not fields.get(name) and not (name == "year" and fields.get("date")):
            problems.error(path, line, f"the source “{key}” has no {name}", f"add {name} = {{…}}")
            faulty = True
    if not fields.get("author") and not fields.get("editor"):
        problems.error(path, line, f"the source “{key}” has neither author nor editor", "add author = {…}")
        faulty = True
    if faulty:
        return None
    note = fields.get("note", "")
    primary = _PRIMARY.match(note)
    if primary:
        note = note[primary.end() :]
    people = _people(raw.get("author") or raw.get("editor", ""))
    year = fields.get("year") or fields["date"]
    return Source(
        key=key,
        line=line,
        short=f"{_short_names(people)} {year}",
        title=fields["title"],
        citation_html=_citation(entry.entry_type.lower(), fields, raw, people, year, note),
        is_primary=primary is not None,
        note=note,
        bibtex=_bibtex(entry.entry_type.lower(), key, raw),
    )


def plain_text(tex: str) -> str:
    """The LaTeX that bibliographies use (accents, dashes, quotation marks, braces) as plain Unicode."""
    import unicodedata

    def accent(match: re.Match[str]) -> str:
        letter = (match.group(3) or match.group(4)).lstrip("\\")
        return unicodedata.normalize("NFC", letter + _ACCENTS[match.group(1) or match.group(2)])

    text = _TEX_ACCENT.sub(accent, tex)
    text = _TEX_LETTER.sub(lambda match: _LETTERS[match.group(1)], text)
    text = re.sub(
        r"\\([&%$#_{}])",
        lambda match: {"{": "\ue000", "}": "\ue001"}.get(match.group(1), match.group(1)),
        text,
    )
    text = re.sub(r"\\(?:emph|textit|textbf|textsc|url)\s*\{", "{", text)
    text = text.replace("{", "").replace("}", "").replace("\ue000", "{").replace("\ue001", "}")
    text = (
        text.replace("---", "—").replace("--", "–").replace("``", "“").replace("'''", "’”").replace("''", "”")
    )
    text = text.replace("`", "‘").replace("'", "’").replace("~", "\u00a0")
    return (
        " ".join(text.split(" ")).replace("\n", " ").strip()
        if "  " not in text
        else re.sub(r"[ \n]+", " ", text).strip()
    )


def _people(names: str) -> list[tuple[str, str]]:
    """(family, given) of each name; an institution in braces has no given name."""
    people = []
    for name in (part.strip() for part in _split_top(names, " and ")):
        if name.startswith("{") and name.endswith("}"):
            people.append((plain_text(name), ""))
        elif "," in name:
            parts = [plain_text(part) for part in _split_top(name, ",")]
            given = " ".join(part.strip() for part in [parts[-1], *parts[1:-1]] if part.strip())
            people.append((parts[0].strip(), given))
        else:
            words = plain_text(name).split(" ")
            people.append((words[-1], " ".join(words[:-1])))
    return [person for person in people if person[0]]


def _split_top(text: str, separator: str) -> list[str]:
    """Split outside braces."""
    parts, depth, start, at = [], 0, 0, 0
    text = " ".join(text.split())
    while at < len(text):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, at):
            parts.append(text[start:at])
            at += len(separator)
            start = at
            continue
        at += 1
    parts.append(text[start:])
    return parts


def _short_names(people: list[tuple[str, str]]) -> str:
    families = [family for family, _ in people]
    if families[-1:] == ["others"] or len(families) > 3:
        return f"{families[0]} et al."
    if len(families) == 1:
        return families[0]
    return f"{', '.join(families[:-1])} and {families[-1]}"


def _full_names(people: list[tuple[str, str]], *, inverted: bool) -> str:
    """Names in a row; the first one family name first when ``inverted``."""
    names = []
    for index, (family, given) in enumerate(people):
        if family == "others" and not given:
            names.append("et al.")
        elif not given:
            names.append(family)
        else:
            names.append(f"{family}, {given}" if inverted and index == 0 else f"{given} {family}")
    if names[-1] == "et al." or len(names) == 1:
        return " ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, {names[-1]}"
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 or inverted else ''} and {names[-1]}"


def _citation(  # noqa: PLR0917 - the parts of one entry
    kind: str,
    fields: dict[str, str],
    raw: dict[str, str],
    people: list[tuple[str, str]],
    year: str,
    note: str,
) -> str:
    """Chicago Manual of Style, 17th edition, chapter 15: author. year. title. place: publisher."""
    who = _full_names(people, inverted=True)
    if not fields.get("author"):
        who += f", {_ROLES['editor'][len(people) > 1]}"
    parts = [_stop(escape(who, quote=False)), f"{escape(year, quote=False)}."]
    title = escape(fields["title"], quote=False)
    container = fields.get("journal") or fields.get("booktitle")
    if kind == "article" or container:
        parts.append(f"“{_stop(title)}”")
    else:
        parts.append(_stop(f"<em>{title}</em>"))
    if container:
        name = f"<em>{escape(container, quote=False)}</em>"
        parts.append(
            _stop(name + _volume(fields) if kind == "article" else f"In {name}" + _in_book(fields, raw))
        )
    else:
        if fields.get("edition"):
            parts.append(_stop(f"{escape(fields['edition'], quote=False)} ed."))
        if fields.get("volume"):
            parts.append(_stop(f"Vol. {escape(fields['volume'], quote=False)}"))
        if fields.get("translator"):
            parts.append(
                _stop(
                    "Translated by "
                    + escape(_full_names(_people(raw["translator"]), inverted=False), quote=False)
                )
            )
        if fields.get("series"):
            number = f" {fields['number']}" if fields.get("number") else ""
            parts.append(_stop(escape(fields["series"] + number, quote=False)))
    publisher = ": ".join(
        escape(fields[name], quote=False) for name in ("address", "publisher") if fields.get(name)
    ) or escape(
        fields.get("howpublished") or fields.get("institution") or fields.get("school") or "", quote=False
    )
    if publisher:
        parts.append(_stop(publisher))
    if note:
        parts.append(_stop(escape(note[:1].upper() + note[1:], quote=False)))
    return " ".join(parts)


def _volume(fields: dict[str, str]) -> str:
    text = f" {fields['volume']}" if fields.get("volume") else ""
    if fields.get("number"):
        text += f" ({fields['number']})"
    if fields.get("pages"):
        text += f": {fields['pages']}"
    return escape(text, quote=False)


def _in_book(fields: dict[str, str], raw: dict[str, str]) -> str:
    text = f", vol. {fields['volume']}" if fields.get("volume") else ""
    if fields.get("editor") and fields.get("author"):
        text += f", edited by {_full_names(_people(raw['editor']), inverted=False)}"
    if fields.get("pages"):
        text += f", {fields['pages']}"
    return escape(text, quote=False)


def _stop(text: str) -> str:
    bare = re.sub(r"</em>$", "", text)
    return text if bare.endswith((".", "?", "!", "…”", ".”")) else text + "."


def _bibtex(kind: str, key: str, raw: dict[str, str]) -> str:
    rows = ",\n".join(f"  {name} = {{{' '.join(value.split())}}}" for name, value in raw.items())
    return f"@{kind}{{{key},\n{rows}\n}}"
