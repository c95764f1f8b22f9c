"""The units that a map names: the country of the story, its republics and autonomies, its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from pathlib import Path
from typing import Any, Literal

from historydesk.packs.map_shapes import Line, project
from historydesk.packs.map_source import read_map_features

Kind = Literal["union", "state", "federation", "republic", "autonomy", "neighbour"]
UNION = "Soviet Union"

_MOST_SPOTS = 9
_GRID = 40
_OFF_MIDDLE = 0.3
"""How many km of room a spot loses for each km that it lies off the middle of the unit."""

_LEAST_REST = 0.25
"""A republic is named outside of its autonomies where they leave this share of it."""

_LEAST_PART = 0.02
"""Parts of a unit smaller than this share of its largest are left out: no name stands there."""


@dataclass(frozen=True, slots=True)
class MapUnit:
    """A unit in the eras of ``mask``, called ``name``; ``note`` is a word about its standing.

    ``spots`` are places where its name may stand, the best first: x, y and the distance to its edge, in km on the
    plane with y down. ``outline`` is generalised: it serves to see whether words stand inside.
    """

    name: str
    note: str
    kind: Kind
    mask: int
    spots: tuple[tuple[float, float, float], ...]
    outline: tuple[Line, ...]


def read_units(source: Path, dates: Sequence[str]) -> list[MapUnit]:
    """The units valid on each of the ``dates`` (bit n of a mask is the n-th date)."""
    empire = _read(source, "history_empire_1900")
    republics = _read(source, "history_ussr_republics")
    autonomies = _read(source, "history_ussr_autonomies")
    union = [_union(republics, date) for date in dates]
    groups: list[tuple[Kind, list[dict[str, Any]]]] = [
        ("state", [each for each in empire if each["properties"]["status"] == "core"]),
        ("union", [each for each in union if each is not None]),
        ("republic", [each for each in empire if each["properties"]["status"] != "core"]),
        ("republic", republics),
        ("autonomy", autonomies),
        ("neighbour", _read(source, "countries")),
    ]
    found: dict[tuple[str, str, Kind, str], list[tuple[int, dict[str, Any]]]] = {}
    for kind, features in groups:
        for feature in features:
            properties = feature["properties"]
            for bit, date in enumerate(dates):
                if _holds(feature, date):
                    shape = str(properties.get("km2"))
                    key = (_name(properties, date), str(properties.get("note", "")), kind, shape)
                    found.setdefault(key, []).append((1 << bit, feature))
    units = []
    for (name, note, kind, _), uses in found.items():
        mask = sum(bit for bit, _ in uses)
        inner = [
            f for f in autonomies if kind == "republic" and _holds(f, dates[(mask & -mask).bit_length() - 1])
        ]
        whole = _shape(uses[0][1])
        as_kind, whole = _without(whole, inner) if inner else (kind, whole)
        spots, outline = _drawn(whole)
        units.append(MapUnit(name, note, as_kind, mask, spots, outline))
    return units


def _read(source: Path, name: str) -> list[dict[str, Any]]:
    return read_map_features(source, name, ("name_en", "valid_from", "valid_to"))


def _holds(feature: dict[str, Any], date: str) -> bool:
    return bool(feature["properties"]["valid_from"] <= date < feature["properties"]["valid_to"])


def _union(republics: Iterable[dict[str, Any]], date: str) -> dict[str, Any] | None:
    """All republics of a date as one feature, or ``None`` when there are none."""
    parts = [each for each in republics if _holds(each, date)]
    if not parts:
        return None
    polygons = [polygon for part in parts for polygon in _polygons(part)]
    properties = {"name_en": UNION, "valid_from": date, "valid_to": date + "~", "km2": 0}
    return {"properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


def _name(properties: dict[str, Any], date: str) -> str:
    """What a unit is called on a date: ``label`` is a name, or names by the day from which they held."""
    label = properties.get("label", properties["name_en"])
    if isinstance(label, dict):
        label = [name for first, name in sorted(label.items()) if first <= date][-1]
    return str(label)


def _polygons(feature: dict[str, Any]) -> list[Any]:
    geometry = feature["geometry"]
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def _without(whole: Any, inner: Sequence[dict[str, Any]]) -> tuple[Kind, Any]:
    """A republic outside of its ``inner`` units; one that those fill is a federation, and stays as it is."""
    import shapely  # type: ignore[import-untyped]

    rest = shapely.difference(whole, shapely.union_all([_shape(each) for each in inner]))
    return ("republic", rest) if rest.area >= _LEAST_REST * whole.area else ("federation", whole)


def _drawn(whole: Any) -> tuple[tuple[tuple[float, float, float], ...], tuple[Line, ...]]:
    """Where a unit's name may stand, and its outline."""
    import shapely

    whole = shapely.simplify(whole, min(14.0, sqrt(whole.area) / 60))
    parts = [part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"]
    largest = max((part.area for part in parts), default=0.0)
    parts = [part for part in parts if part.area >= _LEAST_PART * largest]
    outline = tuple(
        [(x, y) for x, y in ring.coords] for part in parts for ring in (part.exterior, *part.interiors)
    )
    spots = [spot for part in parts for spot in _spots(part)]
    if not spots:
        return (), outline
    middle_x, middle_y = whole.centroid.x, whole.centroid.y
    spots.sort(key=lambda spot: _OFF_MIDDLE * hypot(spot[0] - middle_x, spot[1] - middle_y) - spot[2])
    return tuple(spots[:_MOST_SPOTS]), outline


def _shape(feature: dict[str, Any]) -> Any:
    """A feature on the plane."""
    import shapely

    shapes = []
    for rings in _polygons(feature):
        lines = [line for ring in rings if (line := project(ring)) is not None]
        if len(lines) == len(rings):
            shapes.append(shapely.make_valid(shapely.Polygon(lines[0], lines[1:])))
    return shapely.union_all(shapes)


def _spots(part: Any) -> list[tuple[float, float, float]]:
    """Middles of the largest circles inside a polygon that do not much overlap."""
    import numpy as np
    import shapely

    x0, y0, x1, y1 = part.bounds
    step = max(x1 - x0, y1 - y0) / _GRID
    grid_x, grid_y = np.meshgrid(np.arange(x0 + step / 2, x1, step), np.arange(y0 + step / 2, y1, step))
    points = shapely.points(grid_x.ravel(), grid_y.ravel())
    points = points[shapely.contains(part, points)]
    room = shapely.distance(part.boundary, points)
    order = sorted(range(len(points)), key=lambda i: (-round(float(room[i]), 6), points[i].x, points[i].y))
    found: list[tuple[float, float, float]] = []
    for i in order:
        x, y, r = float(points[i].x), float(points[i].y), float(room[i])
        if len(found) == _MOST_SPOTS or (found and r < found[0][2] / 6):
            break
        if all((x - fx) ** 2 + (y - fy) ** 2 >= (0.9 * fr) ** 2 for fx, fy, fr in found):
            found.append((round(x, 1), round(y, 1), round(r, 1)))
    return found
