"""Search as you type: a bounded question to the full-text index, however short the word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import text

from historydesk.domain.citation import STYLES, entry_words
from historydesk.domain.location import Location, location_of
from historydesk.domain.reference import Reference
from historydesk.domain.search import GROUPS, Group, Hit, Results
from historydesk.domain.spelling import fold
from historydesk.domain.values import dataclass
from historydesk.store.excerpts import excerpt, found, fullness, mention, plain
from historydesk.store.item_statements import SOURCE, USES
from historydesk.store.pack_connection import PackConnection
from historydesk.store.search_index import HEADING, PASSAGE, ROW_BITS, kind_of, search_base

WORDS = 8
"""Words of a query that count."""
LETTERS = 40
"""Letters of a word that count."""
SMALL = 4000
"""Passages up to which all that match are ranked. A larger pack is asked in a bounded way: see below."""
RANKED = 1000
"""Items of a small pack that are ranked, and passages of a large pack that match one word, at most.

Ranking (bm25) counts every match of each word first. Where more passages of a large pack match, or several
words were typed, the first matches are put in order by how much they say of the words.
"""
RANKED_SHORT = 333
"""The same for passages and a word of up to three letters."""
CHOSEN = 300
"""Items looked at, at most, when they are put in order."""
PER_CHAPTER = 2
"""Passages of one chapter among the hits, at most."""

_NO_LETTERS = re.compile(r"[\W_]+")

_RANKED = text(
    "SELECT rowid FROM (SELECT rowid, bm25(search, 10.0, 1.0, 6.0) AS score FROM search "
    "WHERE search MATCH :match AND rowid BETWEEN :first AND :last LIMIT :cap) "
    "ORDER BY score, rowid LIMIT :wanted"
)
_UNRANKED = text(
    "SELECT rowid FROM search WHERE search MATCH :match AND rowid BETWEEN :first AND :last LIMIT :wanted"
)
_RANKED_PASSAGES = text(
    "SELECT rowid FROM (SELECT rowid, bm25(search_passage, 10.0, 1.0) AS score FROM search_passage "
    "WHERE search_passage MATCH :match AND rowid BETWEEN :first AND :last LIMIT :cap) "
    "ORDER BY score, rowid LIMIT :wanted"
)
_FIRST_PASSAGES = text(
    "SELECT json_group_array(rowid) FROM (SELECT rowid FROM search_passage "
    "WHERE search_passage MATCH :match AND rowid BETWEEN :first AND :last LIMIT :wanted)"
)
_HIGHEST = text(
    "SELECT max(coalesce((SELECT max(rowid) FROM passage WHERE rowid BETWEEN :first AND :last), 0), "
    "coalesce((SELECT max(rowid) FROM search_document WHERE rowid BETWEEN :first AND :last), 0))"
)
_ONE_LETTER = text(
    "SELECT rowid FROM search_document WHERE rowid BETWEEN :first AND :last AND (title LIKE :low ESCAPE '!' "
    "OR title LIKE :high ESCAPE '!' OR folded LIKE :fold ESCAPE '!') LIMIT :wanted"
)
_DOCUMENTS = text(
    "SELECT d.rowid, d.target, d.passage, d.title, d.body, d.folded FROM json_each(:ids) AS given "
    "JOIN search_document AS d ON d.rowid = given.value ORDER BY given.key"
)
_PASSAGES = text(
    "SELECT given.value, coalesce(chapter.id, d.target), coalesce(passage.id, d.passage), "
    "coalesce(chapter.title, d.title), coalesce(passage.text, d.body), '' FROM json_each(:ids) AS given "
    "LEFT JOIN passage ON passage.rowid = given.value "
    "LEFT JOIN chapter ON chapter.lang = passage.lang AND chapter.number = passage.chapter "
    "LEFT JOIN search_document AS d ON d.rowid = given.value ORDER BY given.key"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """A query taken apart: its words without accents, and in the folded spelling."""

    plain: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def are_letters(self) -> bool:
        """Whether there are single letters only, for which the full text is not asked."""
        return all(len(word) == 1 for word in self.plain)

    @property
    def cap(self) -> int:
        """How many documents to rank."""
        return RANKED if len(self.plain) == 1 and len(self.plain[0]) > 3 else RANKED_SHORT

    def match(self, *, folded: bool, every: bool = True) -> str:
        """The FTS5 expression: every word (or any), each also by its folded spelling where that is kept."""
        parts = []
        for word, other in zip(self.plain, self.folded, strict=True):
            own = _term(word)
            use_other = folded and other and other != word
            parts.append(f"({own} OR folded : {_term(other)})" if use_other else own)
        return (" AND " if every else " OR ").join(parts)


class Search:
    """Answers queries on one pack; owned by the content store."""

    def __init__(self, connection: PackConnection, ordinals: Mapping[str, int]) -> None:
        self._connection = connection
        self._ordinals = ordinals
        self._counts: dict[str, int] = {}

    def results(self, lang: str, own_lang: str, query: str, per_group: int) -> Results:
        """Hits in group order: titles first, then the best of the bounded rest."""
        words = _words(query)
        if not words.plain or lang not in self._ordinals:
            return Results(query, ())
        items = self._items(lang, words, per_group, every=True)
        passages = self._passages(lang, words, per_group, every=True)
        if not items and not passages and len(words.plain) > 1:
            items = self._items(lang, words, per_group, every=False)
            passages = self._passages(lang, words, per_group, every=False)
        hits: dict[Group, list[Hit]] = {group: [] for group in GROUPS}
        best: Reference | None = None
        for distance, row in items:
            group = _group(kind_of(row[0]))
            if len(hits[group]) < per_group:
                shown = self._cited(row) if group == "source" else row
                hits[group].append(_hit(group, shown, words.plain))
                if best is None and group in ("term", "person", "place") and distance < 4:
                    best = Reference(group, row[1])
        chapters = hits["chapter"]
        told = (_hit("chapter", row, words.plain) for row in passages)
        chapters += _few_of_each_chapter(_with_the_words(chapters, told), per_group - len(chapters))
        if best is not None and len(chapters) < per_group:
            chapters += self._used(lang, own_lang, best, chapters, per_group - len(chapters))
        return Results(query, tuple(hit for group in GROUPS for hit in hits[group]))

    def _cited(self, row: Any) -> Any:
        """A source in the style chosen: the index holds it in the first."""
        if self._connection.style == STYLES[0]:
            return row
        rowid, target, passage, title, body, folded = row
        for short, html, *_ in self._connection.rows(SOURCE, {"id": target}):
            title, body = short, entry_words(html)
        return rowid, target, passage, title, body, folded

    # -- questions to the index ----------------------------------------------------------------------------

    def _items(self, lang: str, words: _Words, per_group: int, *, every: bool) -> list[tuple[int, Any]]:
        """Chapter titles and items with their distances: titles that are or begin so first, texts last."""
        ordinal = self._ordinals[lang]
        first, last = search_base(ordinal, HEADING), search_base(ordinal, PASSAGE) - 1
        if words.are_letters:
            letter = words.plain[0]
            values: dict[str, Any] = {
                "first": first,
                "last": last,
                "low": _like(letter),
                "high": _like(letter.upper()),
                "fold": _like(fold(letter) or letter),
                "wanted": per_group * 8,
            }
            rowids = [row[0] for row in self._connection.rows(_ONE_LETTER, values)]
        else:
            match = words.match(folded=True, every=every)
            if self._is_small(lang):
                rowids = self._ranked(match, first, last, RANKED, CHOSEN)
            else:
                rowids = self._unranked(match, first, last, CHOSEN)
                if len(rowids) == CHOSEN:  # there are more: see that the titles are among them
                    titled = self._unranked(f"{{title folded}} : ({match})", first, last, CHOSEN)
                    rowids = list(dict.fromkeys(titled + rowids))
        rows = self._documents(_first_of_each(rowids, per_group * 2))
        return sorted(((_distance(row, words), row) for row in rows), key=itemgetter(0))

    def _passages(self, lang: str, words: _Words, per_group: int, *, every: bool) -> list[Any]:
        """The best passages, or of too many to rank the fullest of the first."""
        if words.are_letters:
            return []
        base = search_base(self._ordinals[lang], PASSAGE)
        last = base + (1 << ROW_BITS) - 1
        match = words.match(folded=False, every=every)
        if self._is_small(lang):
            return self._passage_texts(self._best_passages(match, base, last, SMALL, per_group * 3))
        one = len(words.plain) == 1
        values = {
            "match": match,
            "first": base,
            "last": last,
            "wanted": words.cap + 1 if one else per_group * 6,
        }
        rowids = json.loads(self._connection.rows(_FIRST_PASSAGES, values)[0][0])
        if one and len(rowids) <= words.cap:
            return self._passage_texts(self._best_passages(match, base, last, words.cap, per_group * 3))
        rows = self._passage_texts(rowids[: per_group * 6])
        return sorted(rows, key=lambda row: -fullness(row[4], words.plain))[: per_group * 3]

    def _is_small(self, lang: str) -> bool:
        base = search_base(self._ordinals[lang], PASSAGE)
        if lang not in self._counts:
            values = {"first": base, "last": base + (1 << ROW_BITS) - 1}
            highest = self._connection.rows(_HIGHEST, values)[0][0]
            self._counts[lang] = highest - base if highest else 0
        return self._counts[lang] <= SMALL

    def _unranked(self, match: str, first: int, last: int, wanted: int) -> list[int]:
        values = {"match": match, "first": first, "last": last, "wanted": wanted}
        return [row[0] for row in self._connection.rows(_UNRANKED, values)]

    def _ranked(self, match: str, first: int, last: int, cap: int, wanted: int) -> list[int]:
        values = {"match": match, "first": first, "last": last, "cap": cap, "wanted": wanted}
        return [row[0] for row in self._connection.rows(_RANKED, values)]

    def _best_passages(self, match: str, first: int, last: int, cap: int, wanted: int) -> list[int]:
        values = {"match": match, "first": first, "last": last, "cap": cap, "wanted": wanted}
        return [row[0] for row in self._connection.rows(_RANKED_PASSAGES, values)]

    def _documents(self, rowids: Sequence[int]) -> list[Any]:
        return list(self._connection.rows(_DOCUMENTS, {"ids": json.dumps(rowids)})) if rowids else []

    def _passage_texts(self, rowids: Sequence[int]) -> list[Any]:
        return list(self._connection.rows(_PASSAGES, {"ids": json.dumps(rowids)})) if rowids else []

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


def _distance(row: Sequence[Any], words: _Words) -> int:
    """How far a title is from the words: 0 the same, 1 begins so, 2 has them, 3 is also spelled so, 4 no."""
    title = plain(row[3])
    distance = _apart(" ".join(words.plain), words.plain, title)
    if distance and words.plain != words.folded:
        distance = min(distance, _apart(" ".join(words.folded), words.folded, fold(title)))
    if distance == 4:
        names = f" {row[5]} {_spaced(title)}"
        pairs = zip(words.plain, words.folded, strict=True)
        if all(f" {own}" in names or (other and f" {other}" in names) for own, other in pairs):
            return 3
    return distance


def _apart(typed: str, words: Sequence[str], title: str) -> int:
    if title.startswith(typed):
        return int(title != typed)
    spaced = f" {_spaced(title)}"
    return 2 if all(f" {word}" in spaced for word in words) else 4


def _spaced(title: str) -> str:
    return _NO_LETTERS.sub(" ", title)


def _with_the_words(titled: Sequence[Hit], passages: Iterable[Hit]) -> Iterator[Hit]:
    """Passages that say a word themselves, and those of chapters that are not listed by their title."""
    listed = {hit.location.chapter for hit in titled}
    return (hit for hit in passages if hit.marks or hit.location.chapter not in listed)


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
    rowid, target, passage, title, body, _ = row
    marks = found(body, words)
    snippet, inside = excerpt(body, marks)
    if group != "chapter":
        return Hit(group, title, snippet, inside, location_of(Reference(group, target)))
    said = body[marks[0][0] : sum(marks[0])] if marks and kind_of(rowid) == PASSAGE else ""
    return Hit(group, title, snippet, inside, Location("read", target, passage, find=said))
