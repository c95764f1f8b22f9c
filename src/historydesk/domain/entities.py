"""Terms, places, people, events, journeys, claims and sources."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass

Verdict = Literal["accurate", "imprecise", "disputed", "wrong", "unsourced"]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place for the map: plane coordinates in km, degrees WGS84, importance 1 (always shown) to 3."""

    id: str
    name: str
    name_today: str
    lon: float
    lat: float
    x: float
    y: float
    rank: int = 2
    names: tuple[tuple[int, str], ...] = ()
    """Names by year: (first year, name), ascending; the name of a place follows the year shown."""

    def name_in(self, year: int) -> str:
        """The name used in ``year``."""
        current = self.name
        for first, name in self.names:
            if year >= first:
                current = name
        return current


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as the pack states it: EDTF (New Style), its bounds as day ordinals, and how it is shown.

    ``display`` carries both calendars where the event happened under the Julian one.
    """

    edtf: str
    first_day: int
    last_day: int
    approximate: bool
    uncertain: bool
    display: str


@dataclass(frozen=True, slots=True)
class HistoricalEvent:
    """Something that happened, on a lane of the timeline (``life``, ``party``, ``world``).

    ``people`` are ids; ``julian`` says that the Julian calendar was in force at its place; ``confidence`` is
    the author's grade. The strip's events (``Library.strip_events``) come without these three.
    """

    id: str
    title: str
    date: HistoricalDate
    place: str
    lane: str
    people: tuple[str, ...] = ()
    julian: bool = False
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line of a card ("In its own script" – "სემინარია")."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CardLink:
    """A way on from a card."""

    label: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One line of a card's list: a way on, and what stands beside it (a date, a chapter's number)."""

    link: CardLink
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardSection:
    """A list of ways on of one kind: ``scheme`` tells what they lead to, ``title`` is a word of the interface."""

    scheme: str
    title: str
    entries: tuple[CardEntry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a popup or an index page shows of any item; one shape for all kinds.

    ``kicker`` names the kind or verdict, ``note`` stands beside the title (pronunciation, script, today's name),
    ``html`` is the body in the compiler's safe subset, ``uses`` how many chapters name the item. ``sections``
    say in full, line by line, what ``links`` say in short: events with their dates, journeys, chapters.
    ``details`` are what a page shows below the body and a popup has no room for: the stops of a journey.
    """

    reference: Reference
    kicker: str
    title: str
    note: str
    html: str
    facts: tuple[Fact, ...] = ()
    links: tuple[CardLink, ...] = ()
    sources: tuple[CardLink, ...] = ()
    uses: int = 0
    sections: tuple[CardSection, ...] = ()
    details: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of an index: an item's title, a short note, and the letters it is sorted and found by."""

    reference: Reference
    title: str
    note: str
    sort_key: str


@dataclass(frozen=True, slots=True)
class Way:
    """One means of travel within a move: its line in km on the plane, and its length over the ground.

    ``mode`` is ``rail``, ``road``, ``sea``, ``river`` or ``sledge``.
    """

    mode: str
    points: tuple[tuple[float, float], ...]
    km: float


@dataclass(frozen=True, slots=True)
class Leg:
    """A move from one stop to the next, by one means of travel after the other.

    ``precision_km`` is how far the drawn line may be from the true one, ``note`` what is not known of it.
    """

    ways: tuple[Way, ...]
    precision_km: float = 0.0
    note: str = ""

    @property
    def km(self) -> float:
        """Length over the ground."""
        return sum(way.km for way in self.ways)


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a journey; ``mode`` is how one travels on (rail, road, sea, river, sledge).

    ``name`` is what to call it where that is not the place's name; without a ``place`` it is always given.
    ``first_day`` and ``last_day`` are New Style day ordinals, 0 where the day is not known; ``about`` says that
    one of them is about right only; ``year`` is the year it begins in, 0 when unknown. ``passage`` is the
    passage that tells of it as ``chapter#passage``, or "".
    """

    place: str
    dates: str
    mode: str
    onward: str
    confidence: str
    name: str = ""
    first_day: int = 0
    last_day: int = 0
    passage: str = ""
    year: int = 0
    about: bool = False

    @property
    def days(self) -> int | None:
        """Days from the first to the last; ``None`` when one of them is not known."""
        return self.last_day - self.first_day if self.first_day and self.last_day else None


@dataclass(frozen=True, slots=True)
class Journey:
    """An ordered way over the map: ``legs[i]`` leads from ``stops[i]`` to ``stops[i + 1]``.

    ``html`` is the introduction in the compiler's safe subset.
    """

    id: str
    title: str
    person: str
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    html: str = ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """Every way of every leg in order."""
        return tuple(way for leg in self.legs for way in leg.ways)

    @property
    def km(self) -> float:
        """Length over the ground."""
        return sum(leg.km for leg in self.legs)

    def days_on_leg(self, number: int) -> int | None:
        """Days from leaving ``stops[number]`` to reaching the next; ``None`` when one of them is not known."""
        left, reached = self.stops[number].last_day, self.stops[number + 1].first_day
        return reached - left if left and reached else None
