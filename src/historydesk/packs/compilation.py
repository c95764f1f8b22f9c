"""What the parts of the compiler share while they work on one folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from historydesk.packs.bibliography import Source
from historydesk.packs.catalogue import Catalogue
from historydesk.packs.compiled_text import CompiledText
from historydesk.packs.figures import FigureShelf
from historydesk.packs.folder import PackFolder
from historydesk.packs.geography import PlacePoint
from historydesk.packs.passages import PassageReader
from historydesk.packs.plan import PackPlan
from historydesk.packs.problems import Problems
from historydesk.packs.references import ReferenceBook

COUNTED = (
    "chapters",
    "passages",
    "terms",
    "places",
    "journeys",
    "plates",
    "people",
    "events",
    "claims",
    "sources",
    "questions",
)


class RowSink(Protocol):
    """Where rows go: the pack writer, or nowhere when only checking."""

    def add(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Take rows in the order of the table's columns."""


@dataclass(frozen=True, slots=True)
class ChapterText:
    """A chapter in the first language, kept for whoever reports on it."""

    id: str
    number: int
    path: str
    title: str
    words: int
    minutes: int
    text: CompiledText


@dataclass(slots=True)
class Compilation:
    """The folder, what is known of it so far, and where rows go; one per run, owned by the compiler."""

    folder: PackFolder
    problems: Problems
    sink: RowSink
    plan: PackPlan
    book: ReferenceBook
    catalogue: Catalogue
    figures: FigureShelf
    reader: PassageReader
    sources: dict[str, Source] = field(default_factory=dict)
    points: dict[str, PlacePoint] = field(default_factory=dict)
    kept: list[ChapterText] | None = None
    """The chapters, if a report was asked for; otherwise they are forgotten once written."""
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))

    def add(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Write rows, unless an error has already decided that nothing will be kept."""
        if rows and not self.problems.errors:
            self.sink.add(table, rows)
