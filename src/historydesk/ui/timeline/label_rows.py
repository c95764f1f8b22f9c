"""Where the labels of a lane stand: rows of intervals that never overlap and never move while one pans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from historydesk.ui.timeline.event_shape import POINT
from historydesk.ui.timeline.lane_events import LaneEvents

GAP = 16.0
"""Pixels between two labels of a row."""

SPACE = 7.0
"""Pixels between a mark and its words, and around words within a bar."""

SOFT = 2.0
"""Radii that an approximate point with its fading arms takes on either side."""

LEAST = 90.0
"""Pixels below which a gap of a row is not searched for a label that fits."""

TRIES = 6
"""Events tried for a gap before a stride is made over those that crowd there."""

BUDGET = 28
"""Events tried in one frame; what is left is laid out in the next."""

MOST = 40
"""Labels a row keeps before those far away are forgotten."""

MARGIN = 420.0
"""Pixels beyond the view that are laid out too, so that labels do not spring up at its edges."""


@dataclass(slots=True)
class RowLabel:
    """One event of a row, in pixels of the whole line of time (day × pixels a day).

    ``left``, ``right``: the mark; ``words``: where the words begin; ``end``: where all of it ends;
    ``begin``: where it begins: with its mark, or with words that stand before it; ``inside``: whether the
    words stand within the bar.
    """

    index: int
    row: int
    begin: float
    left: float
    right: float
    words: float
    end: float
    inside: bool = False


class LabelRows:
    """The rows of one lane; owned by the view.

    ``arrange`` keeps what stands as long as it can: while one pans nothing moves, and new labels only come in
    at the edges; while one zooms a label keeps its row until another needs its room. The cost follows the
    labels shown, not the events. ``limit`` is the last day there is: words that would pass it stand before
    their mark.
    """

    def __init__(
        self, events: LaneEvents, width_of: Callable[[int], float], radius: float, limit: float
    ) -> None:
        self._events = events
        self._width_of = width_of
        self._radius = radius
        self._rows: list[list[RowLabel]] = []
        self._placed: dict[int, RowLabel] = {}
        self._scale = 0.0
        self._limit = limit
        self._done = (0.0, 0.0)
        self._keep = -1
        self._work: Iterator[None] | None = None
        self._goal = (0.0, 0.0)

    def placed(self, index: int) -> RowLabel | None:
        """The label of an event, when it has one."""
        return self._placed.get(index)

    def labels(self) -> list[RowLabel]:
        """All labels that stand, those beyond the view's edges too."""
        return [label for row in self._rows for label in row]

    def rows(self) -> list[list[RowLabel]]:
        """The labels by row, each row from left to right."""
        return self._rows

    def arrange(self, scale: float, left: float, right: float, rows: int, keep: int = -1) -> bool:
        """Lay out what is between two pixels of the line; ``False`` when more is left for the next frame.

        ``scale``: pixels a day. ``keep``: the chosen event, which always has a label.
        """
        first, last = left - MARGIN, right + MARGIN
        if rows != len(self._rows) or scale != self._scale or keep != self._keep:
            self._renew(scale, first, last, rows, keep)
        if keep >= 0 and keep not in self._placed:
            self._force(keep, first, last)
        if last < self._done[0] or first > self._done[1]:
            self._done, self._work = (first, first), None
            self._forget_outside(first, last)
        left_to_try = BUDGET
        while self._work is not None or first < self._done[0] or self._done[1] < last:
            if self._work is None:
                self._goal = first, last
                self._work = self._filling(first, left, last)
            for _ in self._work:
                left_to_try -= 1
                if left_to_try <= 0:
                    return False
            self._done, self._work = self._goal, None
            if len(self._placed) > MOST * max(1, rows):
                self._forget_outside(first, last)
        return True

    def remeasure(self) -> None:
        """The words have other widths: at the next frame measure them, and keep what still has room."""
        self._scale = 0.0

    # Keeping

    def _renew(self, scale: float, first: float, last: float, rows: int, keep: int) -> None:
        """Measure what stands on the new scale; what has no room any more goes."""
        old = self._rows
        self._scale, self._keep = scale, keep
        self._rows = [[] for _ in range(rows)]
        self._placed.clear()
        self._done, self._work = (first, first), None
        for number, row in enumerate(old[:rows]):
            made = [self._measured(label.index, number) for label in row]
            made = [label for label in made if label.end > first and label.begin < last]
            made.sort(key=_begin)
            kept: list[RowLabel] = []
            for label in made:
                if kept and label.begin < kept[-1].end + GAP:
                    if label.index != keep:
                        continue
                    while kept and label.begin < kept[-1].end + GAP:
                        del self._placed[kept.pop().index]
                kept.append(label)
                self._placed[label.index] = label
            self._rows[number] = kept

    def _forget_outside(self, first: float, last: float) -> None:
        for number, row in enumerate(self._rows):
            self._rows[number] = [label for label in row if label.end > first and label.begin < last]
        self._placed = {label.index: label for row in self._rows for label in row}

    def _measured(self, index: int, row: int) -> RowLabel:
        events, scale = self._events, self._scale
        start, end = events.starts[index] * scale, events.ends[index] * scale
        width = self._width_of(index)
        radius = self._radius
        shape = events.shapes[index]
        if shape.kind == POINT:
            middle = (start + end) / 2
            half = radius * (SOFT if shape.soft else 1.0)
            left, right = middle - half, middle + half
        else:
            left, right = start, max(end, start + 3 * radius)
            if width + 2 * SPACE + radius <= right - left:
                return RowLabel(index, row, left, left, right, left + SPACE + radius / 2, right, True)
        words = right + SPACE
        if words + width + SPACE > self._limit * scale:
            words = left - SPACE - width
            return RowLabel(index, row, words, left, right, words, right)
        return RowLabel(index, row, left, left, right, words, words + width)

    # Filling

    def _force(self, index: int, first: float, last: float) -> None:
        """Give an event a label, whatever stands there."""
        label = self._measured(index, 0)
        if not self._rows or label.end < first or label.begin > last:
            return
        for number, row in enumerate(self._rows):
            label.row = number
            if self._insert(label, row):
                return
        label.row = 0
        kept = []
        for other in self._rows[0]:
            if other.begin < label.end + GAP and label.begin < other.end + GAP:
                del self._placed[other.index]
            else:
                kept.append(other)
        self._rows[0][:] = kept
        self._insert(label, self._rows[0])

    def _insert(self, label: RowLabel, row: list[RowLabel]) -> bool:
        at = bisect_left(row, label.begin, key=_begin)
        if at and row[at - 1].end + GAP > label.begin:
            return False
        if at < len(row) and row[at].begin < label.end + GAP:
            return False
        row.insert(at, label)
        self._placed[label.index] = label
        return True

    def _filling(self, first: float, left: float, last: float) -> Iterator[None]:
        """Fill the free parts of the rows between two pixels, but for what was filled before; a step a try.

        Bars that began before the edge and reach into the view come before what begins within it, and what
        nobody doubts before the rest.
        """
        if first < self._done[0] or self._done[0] == self._done[1]:
            yield from self._reaching(first, left)
        events = self._events
        yield from self._fill(first, last, events.leading_starts, events.leading)
        yield from self._fill(first, last, events.starts, None)

    def _reaching(self, first: float, left: float) -> Iterator[None]:
        scale = self._scale
        for index in self._events.reaching(first / scale, (left - first + LEAST) / scale, 24):
            if index in self._placed:
                continue
            label = self._measured(index, 0)
            for number, row in enumerate(self._rows):
                label.row = number
                if self._insert(label, row):
                    break
            yield

    def _fill(
        self, first: float, last: float, starts: list[int], indices: list[int] | None
    ) -> Iterator[None]:
        """Fill with events by their ``starts``; ``indices`` says which they are (``None``: all of the lane)."""
        done = self._done
        for number, row in enumerate(self._rows):
            position = first
            while position < last:
                # What is chosen meanwhile may change the row between two steps.
                at = bisect_right(row, position, key=_end)
                if at < len(row) and row[at].begin - GAP <= position:
                    position = row[at].end + GAP
                    continue
                end = row[at].begin - GAP if at < len(row) else last + MARGIN
                if end - position >= LEAST and not (position >= done[0] and end <= done[1]):
                    placed = None
                    for tried in self._trying(number, (position, end), starts, indices):
                        placed = tried
                        yield
                    if placed is not None:
                        self._insert(placed, row)
                        position = placed.end + GAP
                        continue
                if at >= len(row):
                    break
                position = row[at].end + GAP

    def _trying(
        self, row: int, room: tuple[float, float], starts: list[int], indices: list[int] | None
    ) -> Iterator[RowLabel | None]:
        """Events in time that begin between two pixels: ``None`` for each without room, last the one with it."""
        scale = self._scale
        start, end = room
        at = bisect_left(starts, start / scale)
        tried = 0
        while at < len(starts) and starts[at] * scale < end - LEAST / 2:
            index = indices[at] if indices is not None else at
            if index in self._placed:
                at += 1
                continue
            label = self._measured(index, row)
            if label.begin >= start and label.end <= end:
                yield label
                return
            yield None
            tried += 1
            at += 1
            if tried % TRIES == 0:
                at = max(at, bisect_left(starts, starts[at - 1] + LEAST / scale))


def _begin(label: RowLabel) -> float:
    return label.begin


def _end(label: RowLabel) -> float:
    return label.end + GAP
