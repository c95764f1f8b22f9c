"""The events of the timeline's lanes in order of time, as columns to search in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.timeline.event_shape import POINT, EventShape, shape_of

LEADING = "A"
"""The author's grade for what is universally agreed."""

LONGEST = 999_999
"""Days beyond which lengths are not told apart in the order of events."""

PART = 2000
"""Events taken in at a time, so that a window never waits for many."""


class LaneEvents:
    """The events of one lane, sorted by first day; owned by a ``TimeEvents``.

    ``starts`` and ``ends`` are days (an end is the first day after); ``shapes`` how they are drawn. ``leading``
    are those that nobody doubts, with their ``leading_starts``: where there is no room for all they come first.
    Spans are also kept by classes of length, so that those that reach into a view are found without a step
    through all that began before it.
    """

    __slots__ = ("_classes", "ends", "events", "leading", "leading_starts", "middles", "shapes", "starts")

    def __init__(self, events: list[HistoricalEvent]) -> None:
        self.events = events
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.middles: list[float] = []
        self.shapes: list[EventShape] = []
        self.leading: list[int] = []
        self.leading_starts: list[int] = []
        self._classes: dict[int, tuple[list[int], list[int]]] = {}

    def take_in(self) -> bool:
        """Read the next ``PART`` events; ``False`` when all are read."""
        begin = len(self.starts)
        if not begin:
            self.events.sort(key=_order)
        for index in range(begin, min(begin + PART, len(self.events))):
            date = self.events[index].date
            start, end = date.first_day, max(date.first_day, date.last_day) + 1
            self.starts.append(start)
            self.ends.append(end)
            self.middles.append((start + end) / 2)
            shape = shape_of(date)
            self.shapes.append(shape)
            if self.events[index].confidence == LEADING:
                self.leading.append(index)
                self.leading_starts.append(start)
            if shape.kind != POINT:
                began, indices = self._classes.setdefault((end - start).bit_length(), ([], []))
                began.append(start)
                indices.append(index)
        return len(self.starts) < len(self.events)

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, first: float, last: float) -> tuple[int, int]:
        """The index range of events that begin within two days."""
        return bisect_left(self.starts, first), bisect_right(self.starts, last)

    def reaching(self, day: float, least: float, most: int = 64) -> Iterator[int]:
        """Events that began before a day and last beyond it, at least ``least`` days long; long ones first.

        At most ``most`` of a class of length are looked at: the latest.
        """
        for bits in sorted(self._classes, reverse=True):
            if 1 << bits <= least:
                return
            began, indices = self._classes[bits]
            low = bisect_right(began, day - (1 << bits))
            high = bisect_left(began, day)
            for position in range(max(low, high - most), high):
                index = indices[position]
                if self.ends[index] > day and self.ends[index] - self.starts[index] >= least:
                    yield index

    def nearest(self, day: float) -> int:
        """The event whose first day is nearest; -1 in an empty lane."""
        if not self.starts:
            return -1
        at = bisect_left(self.starts, day)
        if at == len(self.starts):
            return at - 1
        if at and day - self.starts[at - 1] <= self.starts[at] - day:
            return at - 1
        return at


def _order(event: HistoricalEvent) -> float:
    """By first day, then by length; a single number, since those sort in a third of the time of pairs."""
    date = event.date
    return date.first_day + min(LONGEST, date.last_day - date.first_day) / (LONGEST + 1)


class TimeEvents:
    """All events by lane; made in parts by ``take_in``, then unchanged. Owned by the view."""

    def __init__(self, events: Sequence[HistoricalEvent], lanes: Sequence[str]) -> None:
        rooms: dict[str, list[HistoricalEvent]] = {lane: [] for lane in lanes}
        rest = rooms[lanes[-1]] if lanes else []
        for event in events:
            rooms.get(event.lane, rest).append(event)
        self.lanes = [LaneEvents(room) for room in rooms.values()]
        self._where: dict[str, tuple[int, int]] | None = None
        self._lane = 0

    def take_in(self) -> bool:
        """Read some more; ``False`` when all are read."""
        while self._lane < len(self.lanes):
            if self.lanes[self._lane].take_in():
                return True
            self._lane += 1
        return False

    def take_all(self) -> None:
        """Read all that is left."""
        while self.take_in():
            pass

    def find(self, event_id: str) -> tuple[int, int] | None:
        """Lane and index of an event."""
        if self._where is None:
            self._where = {
                event.id: (lane, index)
                for lane, events in enumerate(self.lanes)
                for index, event in enumerate(events.events)
            }
        return self._where.get(event_id)

    def bounds(self) -> tuple[int, int]:
        """First day and the day after the last; ``0, 0`` without events."""
        firsts = [each.starts[0] for each in self.lanes if each.starts]
        lasts = [max(each.ends) for each in self.lanes if each.ends]
        return (min(firsts), max(lasts)) if firsts else (0, 0)
