"""Locations: the address of everything a person can be looking at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Screen = Literal["home", "read", "map", "index"]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a person is. ``passage`` is a passage id inside ``chapter``; ``item`` is a reference (``term:serf``).

    ``find`` is text to mark where the person lands (a search match).
    """

    screen: Screen
    chapter: str = ""
    passage: str = ""
    item: str = ""
    find: str = ""
