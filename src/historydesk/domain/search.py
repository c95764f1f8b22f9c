"""Search queries and results."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.location import Location
from historydesk.domain.values import dataclass

Group = Literal["chapter", "term", "person", "place", "event", "journey", "claim", "debate", "source"]
GROUPS: tuple[Group, ...] = (
    "chapter",
    "term",
    "person",
    "place",
    "event",
    "journey",
    "claim",
    "debate",
    "source",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. ``snippet`` is plain text; ``marks`` are (start, length) of the matches in it, in characters."""

    group: Group
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found, in group order; ``query`` says which query it answers."""

    query: str
    hits: tuple[Hit, ...]
