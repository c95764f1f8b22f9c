"""What has no label: single marks, and piles that say how many events they are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import floor

from historydesk.ui.timeline.lane_events import LaneEvents

STEP = 8.0
"""Pixels of the line that share a mark."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Events of one lane that share a mark: pixels on the line, the first of them, how many, the range's end."""

    x: float
    index: int
    count: int
    end: int


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
            piles.append(Pile((starts[index] + 0.5) * scale, index, count, end))
        index = end
    return piles
