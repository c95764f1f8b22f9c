"""Places labels beside their markers so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label to place: its marker's centre and radius, its size; the lower ``priority`` the earlier."""

    x: float
    y: float
    radius: float
    width: float
    height: float
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of a label: ``marker`` is shown or not, ``box`` is where the words stand, or ``None``."""

    marker: bool
    box: Box | None


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share an area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _sides(label: Label, gap: float) -> tuple[Box, ...]:
    x, y, r, w, h = label.x, label.y, label.radius + gap, label.width, label.height
    d = r * 0.75
    spots = (
        (x + r, y - h / 2),
        (x - r - w, y - h / 2),
        (x + d, y + d - h * 0.2),
        (x + d, y - d - h * 0.8),
        (x - d - w, y + d - h * 0.2),
        (x - d - w, y - d - h * 0.8),
        (x - w / 2, y - r - h),
        (x - w / 2, y + r),
    )
    return tuple((left, top, left + w, top + h) for left, top in spots)


def place_labels(
    labels: Sequence[Label], area: Box, *, gap: float = 4.0, blocked: Sequence[Box] = ()
) -> list[Placement]:
    """Greedy placement by priority: words lie inside ``area`` and overlap neither words nor markers shown.

    Words keep out of ``blocked`` boxes, where controls lie over the map.
    A marker that would cover a more important one is left out, and its words with it.
    """
    result = [Placement(False, None)] * len(labels)
    taken = list(blocked)
    markers: list[tuple[int, Box]] = []
    order = sorted(range(len(labels)), key=lambda i: (labels[i].priority, i))
    for i in order:
        label = labels[i]
        r = label.radius
        box = (label.x - r, label.y - r, label.x + r, label.y + r)
        if not overlap(box, area) or any(overlap(box, other) for _, other in markers):
            continue
        markers.append((i, box))
        result[i] = Placement(True, None)
    shown = {i for i, _ in markers}
    for i in order:
        if i not in shown:
            continue
        for box in _sides(labels[i], gap):
            inside = box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]
            if not inside or any(overlap(box, other) for other in taken):
                continue
            if any(j != i and overlap(box, other) for j, other in markers):
                continue
            taken.append(box)
            result[i] = Placement(True, box)
            break
    return result
