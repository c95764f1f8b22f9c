"""The glossary as lines of a list: under letters or under chapters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from historydesk.domain.glossary import (
    Glossary,
    GlossaryChoice,
    GlossaryTerm,
    languages_of,
    named,
)
from historydesk.domain.values import dataclass
from historydesk.ui.index.index_model import Heading, Row, letter_of

BY_LETTER = "letter"
BY_CHAPTER = "chapter"
ORDERS = (BY_LETTER, BY_CHAPTER)


@dataclass(frozen=True, slots=True)
class GlossaryLines:
    """Lines of the list, how many terms they show, and from which languages more could be: counts by tag."""

    rows: list[Row]
    count: int
    languages: dict[str, int]


class GlossaryRows:
    """Makes the lines of one glossary; owned by ``IndexPage``."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def select(self, choice: GlossaryChoice, order: str) -> GlossaryLines:
        """Headings and terms that are wanted."""
        everywhere = self.glossary.chosen(GlossaryChoice(choice.words, "", choice.chapter))
        languages = languages_of(everywhere)
        language = choice.language
        terms = tuple(each for each in everywhere if each.language == language) if language else everywhere
        if order == BY_CHAPTER:
            rows = self._by_chapter(terms, choice.chapter)
        elif choice.words.strip():
            rows = self._by_names(terms, choice.words)
        else:
            rows = self._by_letter(terms)
        return GlossaryLines(rows, len(terms), languages)

    def _by_names(self, terms: Sequence[GlossaryTerm], words: str) -> list[Row]:
        """Those that are called so first, then those whose meaning says so."""
        called = named(terms, words)
        rows = self._by_letter(called)
        if len(called) < len(terms):
            there = {each.id for each in called}
            rows.append(Heading(QCoreApplication.translate("GlossaryRows", "In the explanation")))
            rows += [each for each in terms if each.id not in there]
        return rows

    def _by_letter(self, terms: Iterable[GlossaryTerm]) -> list[Row]:
        rows: list[Row] = []
        last = ""
        for term in terms:
            letter = letter_of(term.sort_key)
            if letter and letter != last:
                rows.append(Heading(letter))
                last = letter
            rows.append(term)
        return rows

    def _by_chapter(self, terms: Sequence[GlossaryTerm], only: str) -> list[Row]:
        rows: list[Row] = []
        for section in self.glossary.by_chapter(terms, only):
            chapter, count = section.chapter, str(len(section.terms))
            if chapter is None:
                rows.append(Heading(QCoreApplication.translate("GlossaryRows", "In no chapter"), count))
            else:
                title = f"{chapter.number}\u2002{chapter.title}"
                said = QCoreApplication.translate(
                    "GlossaryRows", "Chapter {number}: {title}, only its words: {count}"
                ).format(number=chapter.number, title=chapter.title, count=count)
                rows.append(Heading(title, count, chapter.id if not only else "", said if not only else ""))
            rows += section.terms
        return rows
