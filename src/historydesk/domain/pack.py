"""The pack itself: identity, languages, home page and contents."""

from __future__ import annotations

from dataclasses import field

from historydesk.domain.values import dataclass

FORMAT_VERSION = 4
"""``user_version`` of a compiled pack: a program reads packs of its own format only."""

APPLICATION_ID = 0x48444B50
"""``application_id`` of a compiled pack: "HDKP"."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the pack: its BCP 47 tag and its own name (``ka``, ``ქართული``)."""

    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Identity of a pack; ``counts`` maps chapters, passages, terms … to numbers."""

    id: str
    title: str
    version: str
    license: str
    languages: tuple[Language, ...]
    hash: str
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HomePlace:
    """A place on the home picture; ``x``/``y`` in km on the map plane, ``year`` is shown beside the name."""

    id: str
    name: str
    year: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page says; minutes are the reading time of all chapters."""

    title: str
    span: str
    lead: str
    chapters: int
    minutes: int
    languages: tuple[Language, ...]
    places: tuple[HomePlace, ...]
    first_chapter: str


@dataclass(frozen=True, slots=True)
class ChapterSummary:
    """One line of the contents. ``number`` counts from 1 over the whole pack; ``part`` is the heading above it.

    ``start``/``end`` are the chapter's time as proleptic Gregorian day ordinals (0 when it has none).
    """

    id: str
    number: int
    title: str
    subtitle: str
    part_id: str
    part: str
    words: int
    minutes: int
    span: str
    start: int
    end: int
    question: str = ""
    """What the chapter asks, in one sentence; may be empty."""
