"""The glossary: terms by letter or by chapter, narrowed to a language of origin, a chapter, or what was typed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.domain.spelling import fold
from historydesk.domain.values import dataclass

UNTOLD = "und"
"""The language of a term whose language of origin is not told (the tag that BCP 47 has for it)."""

WORDS = 8
"""Words typed that count."""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term as the glossary lists it: ``script`` is the word in its own language, ``language`` the tag of that.

    ``chapters`` are (number of a chapter, ordinal of the first passage there that uses the term), ascending.
    ``names`` and ``meaning`` are what it is found by: see ``words_to_find``.
    """

    id: str
    title: str
    say: str
    script: str
    language: str
    sort_key: str
    chapters: tuple[tuple[int, int], ...]
    aliases: tuple[str, ...]
    names: str
    meaning: str

    @property
    def reference(self) -> Reference:
        """The term's address."""
        return Reference("term", self.id)


@dataclass(frozen=True, slots=True)
class GlossaryChapter:
    """A chapter, whether it uses terms or not."""

    number: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class GlossaryChoice:
    """What of the glossary is wanted: "" everywhere is all of it. ``chapter`` is an id, ``language`` a tag."""

    words: str = ""
    language: str = ""
    chapter: str = ""


def practice_of(choice: GlossaryChoice) -> Location:
    """The address of practising these terms."""
    return Location("practice", choice.chapter, item=choice.language, find=choice.words)


def choice_of(location: Location) -> GlossaryChoice:
    """What an address of practising names."""
    return GlossaryChoice(location.find, location.item, location.chapter)


@dataclass(frozen=True, slots=True)
class GlossarySection:
    """The terms of a chapter, those used first coming first; without a chapter those that no chapter uses."""

    chapter: GlossaryChapter | None
    terms: tuple[GlossaryTerm, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of a pack from A to Z, and all its chapters in order."""

    terms: tuple[GlossaryTerm, ...] = ()
    chapters: tuple[GlossaryChapter, ...] = ()

    def chapter(self, id_: str) -> GlossaryChapter | None:
        """The chapter with this id."""
        return next((each for each in self.chapters if each.id == id_), None)

    def chosen(self, choice: GlossaryChoice) -> tuple[GlossaryTerm, ...]:
        """The terms that are wanted, from A to Z."""
        terms = _found(self.terms, choice.words)
        if choice.chapter:
            chapter = self.chapter(choice.chapter)
            number = chapter.number if chapter is not None else -1
            terms = [each for each in terms if any(number == own for own, _ in each.chapters)]
        if choice.language:
            terms = [each for each in terms if each.language == choice.language]
        return tuple(terms)

    def by_chapter(self, terms: Iterable[GlossaryTerm], only: str = "") -> tuple[GlossarySection, ...]:
        """These terms under each chapter that uses them, or only under the chapter with this id."""
        under: dict[int, list[tuple[int, GlossaryTerm]]] = {}
        unused = []
        for term in terms:
            for number, ordinal in term.chapters:
                under.setdefault(number, []).append((ordinal, term))
            if not term.chapters:
                unused.append(term)
        sections = [
            GlossarySection(
                chapter, tuple(term for _, term in sorted(under[chapter.number], key=lambda pair: pair[0]))
            )
            for chapter in self.chapters
            if chapter.number in under and only in ("", chapter.id)
        ]
        if unused and not only:
            sections.append(GlossarySection(None, tuple(unused)))
        return tuple(sections)


def languages_of(terms: Iterable[GlossaryTerm]) -> dict[str, int]:
    """How many of these terms come from each language, most first."""
    counts = Counter(term.language for term in terms)
    return dict(sorted(counts.items(), key=lambda pair: (pair[0] == UNTOLD, -pair[1], pair[0])))


def named(terms: Sequence[GlossaryTerm], words: str) -> Sequence[GlossaryTerm]:
    """Those of these terms that have what was typed in a name, and not only in the meaning."""
    return _found(terms, words, names_only=True)


def words_to_find(text: str, known: dict[str, str]) -> str:
    """The words of a text for finding: each in plain letters, then in the folded spelling where that differs.

    ``known`` keeps what was found of a word for the next text.
    """
    found = []
    for word in _spaced(text.casefold()).split():
        if word not in known:
            bare, folded = plain_word(word), fold(word)
            known[word] = bare if folded in ("", bare) else f"{bare} {folded}"
        found.append(known[word])
    return " " + " ".join(found)


def plain_word(text: str) -> str:
    """Lower case, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


def _spaced(text: str) -> str:
    return "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in text)


def _found(terms: Sequence[GlossaryTerm], typed: str, *, names_only: bool = False) -> Sequence[GlossaryTerm]:
    """The terms that have every piece of what was typed in a name, or beginning a word of the meaning.

    A piece may be spelled as it is or as it folds. Each is looked for in all terms at once: there may be many.
    A single letter begins a word of a name; signs without a letter are part of a title.
    """
    if not typed.strip():
        return terms
    pieces = []
    for piece in typed.split()[:WORDS]:
        own, folded = tuple(plain_word(_spaced(piece)).split()), tuple(fold(piece).split())
        pieces.append(tuple(dict.fromkeys(form for form in (own, folded) if form)))
    if not any(pieces):
        signs = typed.strip().casefold()
        return [term for term in terms if signs in term.title.casefold()]
    for forms in filter(None, pieces):
        kept = [_holding(terms, form, names_only=names_only) for form in forms]
        if len(kept) == 1:
            terms = kept[0]
        else:
            ids = {term.id for each in kept for term in each}
            terms = [term for term in terms if term.id in ids]
    return terms


def _holding(
    terms: Sequence[GlossaryTerm], words: Iterable[str], *, names_only: bool
) -> Sequence[GlossaryTerm]:
    for word in words:
        begins = f" {word}"
        if len(word) == 1:
            terms = [term for term in terms if begins in term.names]
        elif names_only:
            terms = [term for term in terms if word in term.names]
        else:
            terms = [term for term in terms if word in term.names or begins in term.meaning]
    return terms
