"""One figure: ours, its floor, their ratio and the goal, all from one run."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure. ``ratio`` is ours ÷ floor; ``goal`` bounds the ratio, or ours where ``absolute``."""

    name: str
    ours: float
    floor: float
    goal: float
    unit: str
    absolute: bool = False

    @property
    def ratio(self) -> float:
        """Ours in floors (0 when there is no floor)."""
        return self.ours / self.floor if self.floor else 0.0

    @property
    def held(self) -> bool:
        """Whether the goal is held."""
        return (self.ours if self.absolute else self.ratio) <= self.goal

    def as_json(self) -> dict[str, object]:
        """The line of ``build/bench.json``."""
        return {
            "name": self.name,
            "ours": round(self.ours, 3),
            "floor": round(self.floor, 3),
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
            "unit": self.unit,
            "held": self.held,
        }

    def __str__(self) -> str:
        bound = f"≤ {self.goal:g} {self.unit}" if self.absolute else f"≤ {self.goal:g} ×"
        verdict = "held" if self.held else "NOT HELD"
        return (
            f"{self.name:<58} ours {self.ours:9.2f}  floor {self.floor:9.2f} {self.unit:<4}"
            f" ratio {self.ratio:5.2f}  goal {bound:<10} {verdict}"
        )


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` (0–1) of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def paired(name: str, ours: list[float], floor: list[float], goal: float, unit: str) -> Figure:
    """A figure from runs taken in turn: the medians."""
    return Figure(name, median(ours), median(floor), goal, unit)
