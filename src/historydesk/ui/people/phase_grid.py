"""Where people stand when all phases stand side by side: a column for each phase, a row kept from phase to phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect

from historydesk.domain.alliances import SIDES, Phase, Side
from historydesk.domain.values import dataclass

SHARE = 0.66
"""How much of a column a box takes where there is room; the rest is for the ribbons."""

Seat = tuple[int, str]
"""A phase by its place, and someone who stands in it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How many phases stand side by side, and the pixels of one and of a person's box within it."""

    shown: int
    pitch: float
    box: int

    def first(self, chosen: int, count: int) -> int:
        """The first column shown so that the chosen one is among them, in the middle where it can be."""
        return max(0, min(chosen - self.shown // 2, count - self.shown))

    def left(self, phase: int, offset: float) -> float:
        """Left edge of a column when ``offset`` columns are left of the picture."""
        return (phase - offset) * self.pitch


@dataclass(frozen=True, slots=True)
class Strip:
    """A side over all phases: where it lies, and top and height of each of its rows."""

    top: int
    bottom: int
    rows: tuple[tuple[int, int], ...]


def columns(count: int, width: int, least: int, most: int, gap: int) -> Columns:
    """As many columns as fit whole, no box narrower than ``least`` or wider than ``most``, ``gap`` between boxes."""
    count = max(1, count)
    shown = max(1, min(count, width // max(1, least + gap)))
    pitch = min(width / shown, most + 4 * gap)
    box = max(1, min(round(pitch) - gap, max(least, min(most, round(pitch * SHARE)))))
    return Columns(shown, pitch, box)


def seat_rows(phases: Sequence[Phase]) -> dict[Seat, int]:
    """The row of everyone within their side: the one of the phase before where it is still theirs."""
    rows: dict[Seat, int] = {}
    for number, phase in enumerate(phases):
        for side in SIDES:
            members = phase.on(side)
            was_here = {
                member.key: rows[number - 1, member.key]
                for member in members
                if number and phases[number - 1].side_of(member.key) == side
            }
            taken = set(was_here.values())
            free = iter(row for row in range(len(members) + len(taken)) if row not in taken)
            for member in members:
                rows[number, member.key] = was_here[member.key] if member.key in was_here else next(free)
    return rows


def place_strips(
    phases: Sequence[Phase],
    rows: Mapping[Seat, int],
    heights: Mapping[Seat, int],
    top: int,
    *,
    heading: int,
    edge: int,
    gap: int,
) -> dict[Side, Strip]:
    """The sides from ``top`` down: a heading, then rows each as high as its highest box in any phase."""
    strips: dict[Side, Strip] = {}
    for side in SIDES:
        tall: dict[int, int] = {}
        for number, phase in enumerate(phases):
            for member in phase.on(side):
                seat = number, member.key
                tall[rows[seat]] = max(tall.get(rows[seat], 0), heights[seat])
        if not tall:
            continue
        y = top + heading + edge
        placed = []
        for row in range(max(tall) + 1):
            placed.append((y, tall.get(row, 0)))
            y += tall.get(row, 0) + gap
        bottom = y - gap + edge
        strips[side] = Strip(top, bottom, tuple(placed))
        top = bottom
    return strips


def box_of(phase: int, row: tuple[int, int], grid: Columns, height: int) -> QRect:
    """The box of someone in a row, given by top and height, of a picture that begins with the first phase."""
    top, room = row
    left = round(grid.left(phase, 0) + (grid.pitch - grid.box) / 2)
    return QRect(left, top + (room - height) // 2, grid.box, height)
