"""All that the timeline shows."""

from __future__ import annotations

from historydesk.domain.entities import HistoricalEvent, MapPlace
from historydesk.domain.pack import ChapterSummary
from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time with a name; days are proleptic Gregorian ordinals, both of them in it."""

    first_day: int
    last_day: int
    title: str


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The events of a pack in order of time, its bands, the chapters that have a time, and all its places."""

    events: tuple[HistoricalEvent, ...] = ()
    bands: tuple[Band, ...] = ()
    chapters: tuple[ChapterSummary, ...] = ()
    places: tuple[MapPlace, ...] = ()
    lanes: tuple[tuple[str, str], ...] = ()
    """What the pack calls its lanes: (id, title); others keep their plain names."""

    def between(self, first_day: int, last_day: int) -> tuple[HistoricalEvent, ...]:
        """The events of which at least a day lies in these days (both included), in order of time."""
        return tuple(
            each
            for each in self.events
            if each.date.first_day <= last_day and each.date.last_day >= first_day
        )
