"""Search as you type: a bounded question to the full-text index, however short the word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.domain.search import GROUPS, Group, Hit, Results
from historydesk.domain.spelling import fold
from historydesk.store import rows
from historydesk.store.excerpts import Mark, excerpt, matches, mention, phrase, plain
from historydesk.store.item_statements import USES
from historydesk.store.pack_connection import PackConnection
from historydesk.store.search_index import HEADING, PASSAGE, kind_of, search_base

WORDS = 8
"""Words of a query that count."""
LETTERS = 40
"""Letters of a word that count."""
TITLES = 300
"""Titles ranked, at most."""
RANKED = 1000
"""Passages ranked, at most; a word of three letters or fewer, or two words together, ranks a third of them."""
PER_CHAPTER = 2
"""Passages of one chapter among the hits, at most."""

_RANKED = text(
    "SELECT rowid FROM (SELECT rowid, bm25(search, 10.0, 1.0, 6.0) AS score FROM search "
    "WHERE search MATCH :match AND rowid BETWEEN :first AND :last LIMIT :cap) "
    "ORDER BY score, rowid LIMIT :wanted"
)
_ONE_LETTER = text(
    "SELECT rowid FROM search_document WHERE rowid BETWEEN :first AND :last "
    "AND (title LIKE :low ESCAPE '!' OR title LIKE :high ESCAPE '!' OR folded LIKE :fold ESCAPE '!') LIMIT :wanted"
)
_DOCUMENTS = text(
    "SELECT d.rowid, d.target, d.passage, d.title, d.body FROM json_each(:ids) AS given "
    "JOIN search_document AS d ON d.rowid = given.value ORDER BY given.key"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """A query taken apart: its words without accents, and in the folded spelling."""

    plain: tuple[str, ...]
    folded: tuple[str, ...]

    def match(self, *, folded: bool) -> str:
        """The FTS5 expression: every word, each also by its folded spelling where that is kept."""
        parts = []
        for word, other in zip(self.plain, self.folded, strict=True):
            own = _term(word)
            use_other = folded and other and other != word
            parts.append(f"({own} OR folded : {_term(other)})" if use_other else own)
        return " AND ".join(parts)


class Search:
    """Answers queries on one pack; owned by the content store."""

    def __init__(self, connection: PackConnection, ordinals: Mapping[str, int]) -> None:
        self._connection = connection
        self._ordinals = ordinals

    def results(self, lang: str, own_lang: str, query: str, per_group: int) -> Results:
        """Hits in group order: titles first, then the best of the bounded rest."""
        words = _words(query)
        if not words.plain or lang not in self._ordinals:
            return Results(query, ())
        titled = self._titled(lang, words, per_group)
        found = list(dict.fromkeys(titled + self._items(lang, words)))
        passages = self._passages(lang, words, per_group)
        hits: dict[Group, list[Hit]] = {group: [] for group in GROUPS}
        best: Reference | None = None
        for row in self._documents(_first_of_each(found, per_group)):
            group = _group(kind_of(row[0]))
            hits[group].append(_hit(group, row, words.plain))
            if best is None and row[0] in titled and group in ("term", "person", "place"):
                best = Reference(group, row[1])
        chapters = hits["chapter"]
        chapters += _few_of_each_chapter(
            (_hit("chapter", row, words.plain) for row in self._documents(passages)),
            per_group - len(chapters),
        )
        if best is not None and len(chapters) < per_group:
            chapters += self._used(lang, own_lang, best, chapters, per_group - len(chapters))
        return Results(query, tuple(hit for group in GROUPS for hit in hits[group]))

    # -- questions to the index ----------------------------------------------------------------------------

    def _titled(self, lang: str, words: _Words, per_group: int) -> list[int]:
        """Titles and names with the words: the whole title first, then those that begin with them."""
        first, last = self._range(lang, HEADING, PASSAGE)
        if words.plain and len(words.plain[-1]) == 1 and len(words.plain) == 1:
            return self._one_letter(first, last, words.plain[0], per_group)
        found = self._ranked(f"{{title folded}} : ({words.match(folded=True)})", first, last, TITLES, TITLES)
        typed, nearness = " ".join(words.plain), {}
        for at, (rowid, _, _, title, _) in enumerate(self._documents(_first_of_each(found, per_group * 4))):
            name = plain(title)
            nearness[rowid] = (name != typed, not name.startswith(typed), at)
        return sorted(nearness, key=nearness.__getitem__)

    def _items(self, lang: str, words: _Words) -> list[int]:
        first, last = self._range(lang, HEADING, PASSAGE)
        if all(len(word) == 1 for word in words.plain):
            return []
        return self._ranked(words.match(folded=True), first, last, RANKED, TITLES)

    def _passages(self, lang: str, words: _Words, per_group: int) -> list[int]:
        if all(len(word) == 1 for word in words.plain):
            return []
        base = search_base(self._ordinals[lang], PASSAGE)
        many = len(words.plain) == 1 and len(words.plain[0]) > 3
        cap = RANKED if many else RANKED // 3
        wanted = per_group * 6
        return self._ranked(words.match(folded=False), base, _past(base), cap, wanted)

    def _ranked(self, match: str, first: int, last: int, cap: int, wanted: int) -> list[int]:
        values = {"match": match, "first": first, "last": last, "cap": cap, "wanted": wanted}
        return [row[0] for row in self._connection.rows(_RANKED, values)]

    def _one_letter(self, first: int, last: int, letter: str, per_group: int) -> list[int]:
        values = {
            "first": first,
            "last": last,
            "low": _like(letter),
            "high": _like(letter.upper()),
            "fold": _like(fold(letter) or letter),
            "wanted": per_group * 8,
        }
        return [row[0] for row in self._connection.rows(_ONE_LETTER, values)]

    def _documents(self, rowids: Sequence[int]) -> list[Any]:
        return list(self._connection.rows(_DOCUMENTS, {"ids": rows.json.dumps(rowids)})) if rowids else []

    def _used(
        self, lang: str, own_lang: str, item: Reference, shown: Sequence[Hit], wanted: int
    ) -> list[Hit]:
        """Passages that name the best item, for a spelling that the passages themselves do not use."""
        values = {
            "lang": lang,
            "own_lang": own_lang,
            "scheme": item.scheme,
            "id": item.target,
            "limit": wanted * 4,
        }
        there = {(hit.location.chapter, hit.location.passage) for hit in shown}
        hits = []
        for chapter, _, title, passage, html, body in self._connection.rows(USES, values):
            if (chapter, passage) in there:
                continue
            place = mention(html, body, str(item))
            said = body[place[0] : place[0] + place[1]] if place else ""
            snippet, marks = excerpt(body, [place] if place and place[1] else [])
            location = Location("read", chapter, passage, find=said)
            hits.append(Hit("chapter", title, snippet, marks, location))
        return _few_of_each_chapter(hits, wanted)

    def _range(self, lang: str, first: str, past: str) -> tuple[int, int]:
        ordinal = self._ordinals[lang]
        return search_base(ordinal, first), search_base(ordinal, past)


def _words(query: str) -> _Words:
    """The words of what was typed: letters and digits only, so nothing typed is ever an operator."""
    plains: list[str] = []
    foldeds: list[str] = []
    for piece in query.split():
        letters = plain(piece)
        parts = "".join(c if c.isalnum() else " " for c in letters).split()
        whole = fold(piece).split()
        if len(parts) > 1 and len(whole) == 1:
            # an apostrophe inside a name (Il’ich): the parts as typed, the whole for the folded spelling
            whole += [""] * (len(parts) - 1)
        elif len(whole) != len(parts):
            whole = [fold(part).replace(" ", "") for part in parts]
        plains += (part[:LETTERS] for part in parts)
        foldeds += (part[:LETTERS] for part in whole)
    return _Words(tuple(plains[:WORDS]), tuple(foldeds[:WORDS]))


def _term(word: str) -> str:
    """A word as FTS5 takes it: a beginning when it has two letters, else the word itself."""
    return f'"{word}"*' if len(word) > 1 else f'"{word}"'


def _like(start: str) -> str:
    return start.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"


def _past(base: int) -> int:
    return base + (1 << 32) - 1


def _group(kind: str) -> Group:
    return "chapter" if kind == HEADING else kind  # type: ignore[return-value]


def _first_of_each(rowids: Iterable[int], per_group: int) -> list[int]:
    counts: dict[str, int] = {}
    chosen = []
    for rowid in rowids:
        kind = kind_of(rowid)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= per_group:
            chosen.append(rowid)
    return chosen


def _few_of_each_chapter(hits: Iterable[Hit], wanted: int) -> list[Hit]:
    counts: dict[str, int] = {}
    chosen: list[Hit] = []
    for hit in hits:
        if len(chosen) >= wanted:
            break
        counts[hit.location.chapter] = counts.get(hit.location.chapter, 0) + 1
        if counts[hit.location.chapter] <= PER_CHAPTER:
            chosen.append(hit)
    return chosen


def _hit(group: Group, row: Sequence[Any], words: Sequence[str]) -> Hit:
    rowid, target, passage, title, body = row
    marks: list[Mark] = matches(body, words)
    together = phrase(body, words)
    if together is not None:
        marks = [together]
    snippet, inside = excerpt(body, marks)
    if group != "chapter":
        return Hit(group, title, snippet, inside, Location("index", item=f"{group}:{target}"))
    said = body[marks[0][0] : sum(marks[0])] if marks and kind_of(rowid) == PASSAGE else ""
    return Hit(group, title, snippet, inside, Location("read", target, passage, find=said))
