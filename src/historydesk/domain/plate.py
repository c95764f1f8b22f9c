"""Plates of a city: its sites, a few lines and areas, on the plane of the map."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.values import dataclass

Point = tuple[float, float]
"""Kilometres on the plane of the map, y up."""

LineKind = Literal["river", "street", "sketch", "railway", "wall"]
AreaKind = Literal["water", "park", "town"]


@dataclass(frozen=True, slots=True)
class PlateSite:
    """A site of a plate; ``place`` is the pack's place that stands here, or empty.

    ``precision_m`` is the half-width of the doubt about the pin, in metres.
    """

    id: str
    name: str
    place: str
    x: float
    y: float
    precision_m: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlateLine:
    """A river, street, railway or wall, or a mere sketch: a direction that no one has documented."""

    kind: LineKind
    name: str
    points: tuple[Point, ...]
    precision_m: int


@dataclass(frozen=True, slots=True)
class PlateArea:
    """Water, a park or a town; ``rings`` are closed, the outer one first, then its holes."""

    kind: AreaKind
    name: str
    rings: tuple[tuple[Point, ...], ...]
    precision_m: int


@dataclass(frozen=True, slots=True)
class Plate:
    """One plate; ``place`` is the pack's place it belongs to, or empty; ``note`` says how certain its drawing is.

    ``bounds`` are x0, y0, x1, y1 in km on the plane, around everything that is drawn.
    """

    id: str
    title: str
    place: str
    note: str
    bounds: tuple[float, float, float, float]
    sites: tuple[PlateSite, ...]
    lines: tuple[PlateLine, ...]
    areas: tuple[PlateArea, ...]
