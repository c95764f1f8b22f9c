"""What has no label: single marks, and piles that say how many events they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from historydesk.ui.timeline.event_shape import POINT
from historydesk.ui.timeline.lane_events import LaneEvents

STEP = 8.0
"""Pixels of the line that share a mark, at 100 %."""


class Pile(NamedTuple):
    """Events of one lane that share a mark: the first of them, how many, and the end of their indices.

    ``left`` and ``right`` are where the mark is, in pixels of the line (day × pixels a day); only the mark of
    a single event that lasted has a width.
    """

    left: float
    right: float
    first: int
    size: int
    end: int

    @property
    def x(self) -> float:
        """The middle of the mark."""
        return (self.left + self.right) / 2


def piles_of(
    events: LaneEvents,
    placed: list[int],
    scale: float,
    between: tuple[float, float],
    step: float = STEP,
) -> list[Pile]:
    """The marks ``between`` two pixels of the line, but for the events in ``placed`` (sorted), which have labels.

    The columns are fixed to time, so that marks don't change while one pans; a bisection per column.
    """
    starts = events.starts
    index, last = events.between(between[0] / scale - 1, between[1] / scale)
    at = bisect_left(placed, index)
    piles = []
    while index < last:
        column = floor(starts[index] * scale / step)
        end = bisect_left(starts, (column + 1) * step / scale, index + 1, last)
        before = at
        while at < len(placed) and placed[at] < end:
            at += 1
        count = end - index - (at - before)
        if count:
            for number in range(before, at):
                if placed[number] != index:
                    break
                index += 1
            piles.append(_pile(events, scale, index, count, end))
        index = end
    return piles


def _pile(events: LaneEvents, scale: float, index: int, count: int, end: int) -> Pile:
    if count == 1 and events.shapes[index].kind != POINT:
        return Pile(events.starts[index] * scale, events.ends[index] * scale, index, 1, end)
    x = events.middles[index] * scale if count == 1 else (events.starts[index] + 0.5) * scale
    return Pile(x, x, index, count, end)


def nearest_pile(piles: Sequence[Pile], x: float, reach: float) -> Pile | None:
    """The mark that a pixel of the line means: within ``reach``; a point near it before the bar it lies on."""
    best, distance = None, reach
    for pile in piles:
        away = max(pile.left - x, x - pile.right, 0.0)
        if pile.right > pile.left and not away:
            away = reach / 2
        if away <= distance:
            best, distance = pile, away
    return best
