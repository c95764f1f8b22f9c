"""Locations: the address of everything a person can be looking at."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass

Screen = Literal["home", "read", "map", "timeline", "people", "quiz", "evidence", "index", "practice"]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a person is. ``passage`` is a passage id inside ``chapter``; ``item`` is a reference
    (``term:serf``; on the map a place or journey, on the timeline an event; among people ``alliance:al-4`` or
    ``council`` too; among the evidence ``estimate:n-1`` too, or the name of a tab).

    On the index a ``chapter`` without an item means the words of the glossary that the chapter uses. At practice
    ``chapter``, ``item`` (a language of origin) and ``find`` say which words.
    ``find`` is text to mark where the person lands (a search match).
    """

    screen: Screen
    chapter: str = ""
    passage: str = ""
    item: str = ""
    find: str = ""


def location_of(reference: Reference) -> Location:
    """Where a reference leads: a chapter's passage, the evidence for a claim or a debate, else the item's page
    in the index.
    """
    if reference.scheme == "chapter":
        chapter, _, passage = reference.target.partition("#")
        return Location("read", chapter=chapter, passage=passage)
    is_evidence = reference.scheme in ("claim", "debate")
    return Location("evidence" if is_evidence else "index", item=str(reference))
