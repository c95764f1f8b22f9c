"""All that a pack has of one item, brought together: its card and what is connected with it."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.chapter import Use
from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass

Section = Literal["event", "journey", "person", "term", "claim", "debate", "passage", "place", "source"]
SECTIONS: tuple[Section, ...] = (
    "event",
    "journey",
    "person",
    "term",
    "claim",
    "debate",
    "passage",
    "place",
    "source",
)
"""What can be listed of an item, in reading order; ``passage`` are the passages that name it."""


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """Something connected with an item.

    ``note`` stands beside it (a date, years of a life, a verdict's English word); ``times`` is how many passages,
    events and claims connect the two.
    """

    reference: Reference
    title: str
    note: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class ItemList:
    """The first entries of a section, and how many there are in all."""

    section: Section
    entries: tuple[ItemEntry, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item and everything connected with it.

    ``lists`` holds the sections that are not empty, but for ``passage``: its first passages are ``uses``, and there
    are ``use_count``. ``places`` are those for its map, the most connected first, over the frontiers of ``year``
    (0: no year is better than another); ``journey`` is the item itself when it is one.
    """

    card: Card
    uses: tuple[Use, ...]
    use_count: int
    lists: tuple[ItemList, ...]
    places: tuple[MapPlace, ...] = ()
    year: int = 0
    journey: Journey | None = None

    def list_of(self, section: Section) -> ItemList | None:
        """A section's list; ``None`` when it is empty."""
        return next((each for each in self.lists if each.section == section), None)


def first_of(section: Section) -> int:
    """How many entries of a section are shown before more are asked for: short names twice as many."""
    return 12 if section in {"person", "term", "place"} else 6
