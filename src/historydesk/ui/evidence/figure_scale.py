"""From figures to pixels: one scale for all marks of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

from historydesk.domain.evidence import Figure
from historydesk.domain.values import dataclass

OPEN = 1.12

TICKS = 5
"""About as many parts as a scale has."""


@dataclass(frozen=True, slots=True)
class FigureScale:
    """Starts at nought, ends at ``end``, with a tick every ``step``; lengths are never cut off."""

    end: float
    step: float

    def share(self, value: float) -> float:
        """Where a value stands between nought (0) and the end (1)."""
        return min(1.0, max(0.0, value / self.end))

    def ticks(self) -> tuple[float, ...]:
        """The values with a line and a number."""
        return tuple(number * self.step for number in range(round(self.end / self.step) + 1))


def scale_of(figures: Iterable[Figure]) -> FigureScale:
    """A scale of round numbers that holds every bound of the figures."""
    most = max((bound for each in figures for bound in _bounds(each) if bound), default=1.0)
    power = 10.0 ** floor(log10(most / TICKS))
    step = next(each * power for each in (1, 2, 5, 10) if each * power * TICKS >= most)
    return FigureScale(ceil(most / step - 1e-9) * step, step)


def _bounds(figure: Figure) -> tuple[float | None, ...]:
    """Bounds, with room for the arrow of a figure that is open above."""
    return (figure.low, figure.high if figure.high is not None else (figure.low or 0) * OPEN)


def number_words(value: float) -> str:
    """A tick as words: “2.5”, “400,000”."""
    return f"{value:,.0f}" if value >= 1000 or value == int(value) else f"{value:g}"
