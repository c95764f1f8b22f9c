"""GeoJSON (RFC 7946) of a pack, checked and brought onto the plane of the map.

The ``geojson`` library reads the file and says whether a geometry is valid; this module adds the line and
a remedy.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from historydesk.domain.projection import forward
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems, did_you_mean

_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')


@dataclass(frozen=True, slots=True)
class PlacePoint:
    """Where a place is: degrees WGS84, and km on the plane."""

    id: str
    line: int
    lon: float
    lat: float
    x: float
    y: float
    rank: int
    precision_m: int


class GeographyReader:
    """Reads one GeoJSON file of a pack; made by whoever wants the file’s features."""

    def __init__(self, folder: PackFolder, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._text = folder.read_text(path) or ""

    def features(self) -> list[tuple[dict[str, Any], int]]:
        """The features and the line each begins on, in file order."""
        if not self._text:
            return []
        try:
            data = _load(self._text)
        except json.JSONDecodeError as error:
            self.error(
                error.lineno,
                f"the GeoJSON cannot be read ({error.msg})",
                "correct the line or the one before",
            )
            return []
        except RecursionError:
            self.error(1, "the GeoJSON is nested too deeply", "write a plain list of features")
            return []
        except ValueError:  # thousands of digits
            self.error(1, "the GeoJSON has a number that is too long", "write coordinates in degrees")
            return []
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list) or data.get("type") != "FeatureCollection":
            self.error(
                1,
                "this is no GeoJSON FeatureCollection",
                'begin with {"type": "FeatureCollection", "features": [',
            )
            return []
        starts = [match.start() for match in _FEATURE.finditer(self._text)]
        found = []
        line, counted = 1, 0
        for index, feature in enumerate(features):
            if index < len(starts):
                line += self._text.count("\n", counted, starts[index])
                counted = starts[index]
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                self.error(
                    line, f"entry {index + 1} of the features is no Feature", 'give it "type": "Feature"'
                )
                continue
            found.append((feature, line))
        return found

    def properties(self, feature: dict[str, Any], line: int, known: tuple[str, ...]) -> dict[str, Any]:
        """A feature's properties; those that are not ``known`` are reported."""
        properties = feature.get("properties")
        if not isinstance(properties, dict) or not properties:
            self.error(line, "the feature has no properties", 'add "properties": {…}')
            return {}
        for key in properties:
            if key not in known:
                remedy = did_you_mean(key, known, f"use {', '.join(known)}")
                self.error(line, f"unknown property “{key}”", remedy)
        return properties

    def geometry(self, feature: dict[str, Any], line: int, wanted: str, name: str) -> Any:
        """The coordinates of a geometry of the ``wanted`` type, or ``None`` after a report."""
        from geojson.geometry import Geometry  # type: ignore[import-untyped]

        geometry = feature.get("geometry")
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind != wanted:
            self.error(line, f"{name} is a {kind or 'feature without geometry'}", f"make it a {wanted}")
            return None
        assert isinstance(geometry, dict)
        coordinates = geometry.get("coordinates")
        fault = geometry.errors() if isinstance(geometry, Geometry) else "what it holds are no numbers"
        if not fault:
            return coordinates
        if not isinstance(geometry, Geometry) or not coordinates:
            self.error(line, f"{name} has no coordinates", "write [longitude, latitude]")
        elif kind == "LineString" and len(coordinates) < 2:
            self.error(line, f"{name} has {len(coordinates)} point(s)", "give it two points or more")
        else:
            self.error(line, f"{name} is not valid ({fault})", "write each point as [longitude, latitude]")
        return None

    def point(self, raw: list[float], line: int, name: str) -> tuple[float, float, float, float] | None:
        """Longitude and latitude (degrees), x and y (km on the plane), or ``None`` after a report."""
        if not all(math.isfinite(part) for part in raw):
            self.error(
                line, f"{name} has a coordinate that is no number", "write [longitude, latitude] in degrees"
            )
            return None
        if len(raw) != 2:
            self.error(line, f"{name} has {len(raw)} coordinates", "write longitude and latitude only")
            return None
        lon, lat = float(raw[0]), float(raw[1])
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            swapped = -180 <= lat <= 180 and -90 <= lon <= 90
            remedy = (
                "longitude comes first: exchange the two" if swapped else "write degrees, longitude first"
            )
            self.error(line, f"{name} is at {lon:g}, {lat:g}, which is off the globe", remedy)
            return None
        plane = forward(lon, lat)
        if plane is None:
            swapped = -90 <= lon <= 90 and forward(lat, lon) is not None
            remedy = "longitude comes first: exchange the two" if swapped else "choose a place the map shows"
            self.error(line, f"{name} is off the map ({lon:g}, {lat:g})", remedy)
            return None
        return lon, lat, *plane

    def whole(self, properties: dict[str, Any], key: str, default: int, line: int, name: str) -> int:
        """A property that is a whole number; ``default`` where it is missing or after a report."""
        value = properties.get(key, default)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            self.error(
                line, f"“{key}” of {name} is no whole number", "write a number without quotation marks"
            )
            return default
        return value

    def error(self, line: int, what: str, remedy: str) -> None:
        """Report what is wrong with a line of the file."""
        self._problems.error(self._path, line, what, remedy)


def _load(text: str) -> Any:
    """The file with its features and geometries as objects of ``geojson``; what that refuses stays a table.

    Raises ``json.JSONDecodeError`` and ``RecursionError``. NaN is let through, to be reported at its place.
    """
    import geojson  # type: ignore[import-untyped]

    def feature_or_table(table: dict[str, Any]) -> Any:
        try:
            return geojson.GeoJSON.to_instance(table)
        except (TypeError, ValueError):
            return table

    return geojson.loads(text, parse_constant=float, object_hook=feature_or_table)
