"""Places labels beside their markers so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

from historydesk.domain.values import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

SIDES = 12
AIR = 3.0
"""Pixels between words and the marker of another."""

GAP = 4.0
"""Pixels between a marker and its words."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label to place: its marker's centre and radius, its size; the lower ``priority`` the earlier.

    ``side`` (0–11) is where it stood before and should stay, −1 for a new one.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    priority: int = 0
    side: int = -1


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of a label: ``marker`` is shown or not; ``box`` is where the words stand, or ``None``."""

    marker: bool
    box: Box | None
    side: int = -1


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share an area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def marker_box(label: Label) -> Box:
    """The box around a marker."""
    r = label.radius
    return (label.x - r, label.y - r, label.x + r, label.y + r)


def side_box(label: Label, side: int, gap: float = GAP) -> Box:
    """Where the words of a label stand at a side: right, left, the four corners, above, below, a little up or down."""
    x, y, r, w, h = label.x, label.y, label.radius + gap, label.width, label.height
    d = r * 0.75
    left, top = (
        (x + r, y - h / 2),
        (x - r - w, y - h / 2),
        (x + d, y + d - h * 0.2),
        (x + d, y - d - h * 0.8),
        (x - d - w, y + d - h * 0.2),
        (x - d - w, y - d - h * 0.8),
        (x - w / 2, y - r - h),
        (x - w / 2, y + r),
        (x + r, y - h * 0.9),
        (x + r, y - h * 0.1),
        (x - r - w, y - h * 0.9),
        (x - r - w, y - h * 0.1),
    )[side]
    return (left, top, left + w, top + h)


class _Layout:
    """The state of one placement."""

    def __init__(self, labels: Sequence[Label], area: Box, gap: float, blocked: Sequence[Box]) -> None:
        self.labels, self.area, self.gap, self.blocked = labels, area, gap, blocked
        self.markers: list[tuple[int, Box]] = []
        self.words: dict[int, tuple[int, Box]] = {}

    def mark(self, order: Sequence[int]) -> list[int]:
        """Keep the markers inside that cover no more important one; their labels in order."""
        kept: list[int] = []
        for i in order:
            label = self.labels[i]
            box = marker_box(label)
            if overlap(box, self.area) and not any(_touch(label, self.labels[j]) for j in kept):
                kept.append(i)
                self.markers.append((i, box))
        return kept

    def keep(self, i: int) -> None:
        """Put words where they stood, if they still may."""
        for side, box in self._open_sides(i):
            if side == self.labels[i].side and not any(overlap(box, o) for _, o in self.words.values()):
                self.words[i] = (side, box)

    def place(self, i: int) -> bool:
        """Put words at the first free side."""
        for side, box in self._open_sides(i):
            if not any(overlap(box, other) for _, other in self.words.values()):
                self.words[i] = (side, box)
                return True
        return False

    def make_room(self, i: int) -> None:
        """Put words where only one other label stands that has another side to go to."""
        for side, box in self._open_sides(i):
            over = [j for j, (_, other) in self.words.items() if overlap(box, other)]
            if len(over) != 1 or self._stays(over[0], i):
                continue
            there = self.words.pop(over[0])
            self.words[i] = (side, box)
            if self.place(over[0]):
                return
            del self.words[i]
            self.words[over[0]] = there

    def _stays(self, there: int, i: int) -> bool:
        """Whether a label that stood before need not give way to another."""
        first, second = self.labels[there], self.labels[i]
        return first.side >= 0 and first.priority <= second.priority

    def _open_sides(self, i: int) -> list[tuple[int, Box]]:
        left, top, right, bottom = self.area
        found = []
        for side in range(SIDES):
            box = side_box(self.labels[i], side, self.gap)
            inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
            if not inside or any(overlap(box, other) for other in self.blocked):
                continue
            # Words that touch another's mark would seem to be its own.
            wide = (box[0] - AIR, box[1] - AIR, box[2] + AIR, box[3] + AIR)
            if not any(j != i and overlap(wide, other) for j, other in self.markers):
                found.append((side, box))
        return found


def _touch(a: Label, b: Label) -> bool:
    reach = a.radius + b.radius
    return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < reach * reach


def place_labels(
    labels: Sequence[Label], area: Box, *, gap: float = GAP, blocked: Sequence[Box] = ()
) -> list[Placement]:
    """Place by priority: words lie inside ``area`` and overlap neither words nor markers shown.

    Words keep out of ``blocked`` boxes, where controls lie over the map. A label that stood at a ``side`` stays
    there where it can. For one that finds no side free, one neighbour that is new or less important may change
    sides.
    A marker that would cover a more important one is left out, and its words with it.
    """
    layout = _Layout(labels, area, gap, blocked)
    kept = layout.mark(sorted(range(len(labels)), key=lambda i: (labels[i].priority, i)))
    for i in kept:
        if labels[i].side >= 0:
            layout.keep(i)
    for i in kept:
        if i not in layout.words and not layout.place(i):
            layout.make_room(i)
    shown = set(kept)
    result = []
    for i in range(len(labels)):
        side, box = layout.words.get(i, (-1, None))
        result.append(Placement(i in shown, box, side))
    return result
