"""Places that crowd stand for one another: which mark leads which, at every scale."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, hypot, log2

from historydesk.domain.values import dataclass

FINEST_KM, COARSEST_KM = 0.0005, 64.0
"""Km per pixel of the nearest and of the farthest view."""

STEPS = 4
"""Levels for each doubling of the scale."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A mark: the place that leads it, and all places it stands for (the leader first), as indexes."""

    leader: int
    members: tuple[int, ...]


def _level(km_per_pixel: float) -> int:
    return ceil(STEPS * log2(min(COARSEST_KM, max(FINEST_KM, km_per_pixel))))


_FINEST, _COARSEST = _level(FINEST_KM), _level(COARSEST_KM)


class Clusters:
    """All levels of clusters of some points; immutable, owned by the layer that shows them.

    Nearing only opens clusters, moving sideways never changes them, and no two marks of a level are nearer
    than ``apart`` pixels.
    """

    def __init__(self, points: Sequence[tuple[float, float]], order: Sequence[int], apart: float) -> None:
        """``points`` in km on the plane; ``order``: their indexes, the most important first."""
        self._levels: dict[int, tuple[Cluster, ...]] = {}
        marks = [Cluster(index, (index,)) for index in order]
        for level in range(_FINEST, _COARSEST + 1):
            reach = apart * 2 ** (level / STEPS)
            marks = self._merged(points, marks, reach)
            self._levels[level] = tuple(marks)

    @staticmethod
    def _merged(points: Sequence[tuple[float, float]], marks: list[Cluster], reach: float) -> list[Cluster]:
        leading: list[tuple[float, float, Cluster, list[int]]] = []
        joined = False
        for mark in marks:
            x, y = points[mark.leader]
            for lx, ly, _, others in leading:
                if abs(lx - x) < reach and hypot(lx - x, ly - y) < reach:
                    others.extend(mark.members)
                    joined = True
                    break
            else:
                leading.append((x, y, mark, []))
        if not joined:
            return marks
        return [
            Cluster(mark.leader, (*mark.members, *others)) if others else mark
            for _, _, mark, others in leading
        ]

    def at(self, km_per_pixel: float) -> tuple[Cluster, ...]:
        """The marks of a scale, the most important first."""
        return self._levels[_level(km_per_pixel)]

    def opening(self, members: Sequence[int]) -> float:
        """The largest scale in km per pixel at which these no longer share one mark; 0: there is none."""
        wanted = set(members)
        for level in range(_COARSEST, _FINEST - 1, -1):
            if not any(wanted <= set(mark.members) for mark in self._levels[level]):
                return float(2 ** (level / STEPS))
        return 0.0

    def leading(self, index: int) -> float:
        """The largest scale in km per pixel at which a place has a mark of its own; 0: there is none."""
        for level in range(_COARSEST, _FINEST - 1, -1):
            if any(mark.leader == index for mark in self._levels[level]):
                return float(2 ** (level / STEPS))
        return 0.0
