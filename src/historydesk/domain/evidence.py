"""The evidence of a pack: claims and their verdicts, debates, published figures, sources."""

from __future__ import annotations

from historydesk.domain.citation import entry_words
from historydesk.domain.entities import CardLink, Verdict
from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that the pack examines; ``sources`` are ids."""

    id: str
    title: str
    verdict: Verdict
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a debate: its best case (the compiler's safe HTML), who holds it, what it leans on.

    ``id`` stays when the pack is revised, so that a judgement finds its position again.
    """

    id: str
    title: str
    html: str
    holders: tuple[str, ...]
    sources: tuple[CardLink, ...]


@dataclass(frozen=True, slots=True)
class Debate:
    """A question on which historians differ, and their positions; ``html`` says what it is about."""

    id: str
    title: str
    html: str
    positions: tuple[Position, ...]
    sources: tuple[CardLink, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: who said it, when, how it reads, its bounds, and what it counts.

    ``low`` or ``high`` is ``None`` where the author gave only the other bound. ``recorded`` tells a figure read in
    records from one that was estimated; ``confidence`` is the author's grade in words.
    """

    author: str
    year: str
    label: str
    low: float | None
    high: float | None
    recorded: bool
    counts: str
    note: str = ""
    source: CardLink | None = None
    confidence: str = ""

    @property
    def said_by(self) -> str:
        """Author and year, the year once."""
        return self.author if self.year in self.author else f"{self.author} {self.year}"


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures for one question, side by side and never to be added up; ``html`` says how to read them."""

    id: str
    title: str
    unit: str
    html: str
    figures: tuple[Figure, ...]
    sources: tuple[CardLink, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a bibliography lists it: its short form and its entry (the compiler's safe HTML)."""

    id: str
    short: str
    html: str
    is_primary: bool

    @property
    def citation(self) -> str:
        """The entry in plain text."""
        return entry_words(self.html)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the evidence screen lists, each in the order of the pack, sources in that of a bibliography."""

    claims: tuple[Claim, ...]
    debates: tuple[Debate, ...]
    tables: tuple[FigureTable, ...]
    sources: tuple[Source, ...]
