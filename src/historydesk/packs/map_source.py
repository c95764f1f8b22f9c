"""The GeoJSON that the base map is made of, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from historydesk.errors import ResourceError
from historydesk.packs.geography_file import Feature, read_features

_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""Lists around the positions of a geometry."""

_EAST = 200.0
"""Areas are not cut at 180°: Chukotka goes on beyond it."""


def read_map_features(folder: Path, name: str, wanted: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The features of ``name.geojson`` as tables with ``properties`` and ``geometry``.

    Every feature has the ``wanted`` properties, and lines or areas in degrees. Raises ``ResourceError`` with file,
    line and remedy of the first thing that is wrong.
    """
    path = folder / f"{name}.geojson"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"The map source {path.name} cannot be read ({error}).", path=path) from error

    def report(line: int, what: str, remedy: str) -> None:
        raise ResourceError(f"{path.name}:{line}: {what};", f"{remedy}.", path=path)

    found = []
    for feature in read_features(text, report):
        for key in wanted:
            if key not in feature.properties:
                report(feature.line, f"a feature has no “{key}”", f'add "{key}" to its properties')
        for what, remedy in _faults(feature):
            report(feature.line, what, remedy)
        found.append({"properties": feature.properties, "geometry": feature.geometry})
    return found


def _faults(feature: Feature) -> Iterator[tuple[str, str]]:
    geometry = feature.geometry
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in _DEPTH:
        yield f"a feature is a {kind or 'feature without geometry'}", f"make it one of {', '.join(_DEPTH)}"
        return
    lines: list[Any] = [geometry.get("coordinates")]
    for _ in range(_DEPTH[str(kind)] - 1):
        if not all(isinstance(each, list) and each for each in lines):
            break
        lines = [part for each in lines for part in each]
    area = str(kind).endswith("Polygon")
    for line in lines:
        if not isinstance(line, list) or len(line) < (4 if area else 2):
            yield "a line or ring has too few points", "give a ring four points or more, a line two"
            return
        for position in line:
            yield from _faults_of(position)
        if area and line[0] != line[-1]:
            yield "a ring is not closed", "end it with its first point"


def _faults_of(position: Any) -> Iterator[tuple[str, str]]:
    if not (isinstance(position, list) and all(type(part) in (int, float) for part in position)):
        yield "a point is no list of numbers", "write each point as [longitude, latitude]"
    elif len(position) != 2:
        yield f"a point has {len(position)} coordinates", "write longitude and latitude only"
    elif not (-180 <= position[0] <= _EAST and -90 <= position[1] <= 90):
        yield (
            f"a point is at {position[0]:g}, {position[1]:g}, which is off the globe",
            "write degrees, longitude first",
        )
