"""GeoJSON of a pack, checked and brought onto the plane of the map."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from historydesk.domain.projection import forward, inverse
from historydesk.packs.folder import PackFolder
from historydesk.packs.geography_file import GEOJSON_LIMIT, GEOMETRIES, Feature, read_features
from historydesk.packs.problems import Problems, did_you_mean

Point = tuple[float, float]
Ring = tuple[Point, ...]

_LONGEST = 60
"""Characters of a word of the file that a message repeats."""
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""What would break a message's line, or cannot be printed at all."""
_CROSSING = re.compile(r"(?:Ring )?Self-intersection\[(\S+) (\S+)\]")
_MOST = 10**9


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
    """Reads one GeoJSON file of a pack; made by whoever wants the file’s features.

    On the map's plane there is no seam at 180°: a line from 179 to −179 takes the short way, and so does the
    edge of an area. Longitudes beyond 180 are refused.
    """

    def __init__(self, folder: PackFolder, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._text = folder.read_text(path, GEOJSON_LIMIT)

    def features(self) -> list[tuple[Feature, int]]:
        """The features and the line each begins on, in file order."""
        if self._text is None:
            return []
        return [(feature, feature.line) for feature in read_features(self._text, self.error)]

    def properties(self, feature: Feature, line: int, known: tuple[str, ...]) -> dict[str, Any]:
        """A feature's properties; those that are not ``known`` are reported."""
        for key in feature.properties:
            if key not in known:
                remedy = did_you_mean(key, known, f"use {', '.join(known)}")
                self.error(line, f"unknown property “{shown(key)}”", remedy)
        return feature.properties

    def word(self, properties: dict[str, Any], key: str, line: int, name: str) -> str | None:
        """A property that is a text; empty where it is missing, ``None`` after a report."""
        value = properties.get(key, "")
        if isinstance(value, str) and not _UNFIT.search(value):
            return value
        self.error(line, f"“{key}” of {name} is no text", "write it between quotation marks, on one line")
        return None

    def whole(self, properties: dict[str, Any], key: str, default: int, line: int, name: str) -> int:
        """A property that is a whole number, 0 or more; ``default`` where it is missing or after a report."""
        value = properties.get(key, default)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            self.error(
                line, f"“{key}” of {name} is no whole number", "write a number without quotation marks"
            )
            return default
        if not 0 <= value <= _MOST:
            self.error(line, f"“{key}” of {name} is out of reach", f"write a number from 0 to {_MOST:,}")
            return default
        return value

    def geometry(self, feature: Feature, line: int, wanted: str, name: str) -> Any:
        """The coordinates of a geometry of the ``wanted`` type, or ``None`` after a report.

        A Point has one position, a LineString two or more, a Polygon rings of them: lists of finite numbers.
        """
        geometry = feature.geometry
        if not isinstance(geometry, dict) or geometry.get("type") != wanted:
            self._report_kind(geometry, line, wanted, name)
            return None
        coordinates = geometry.get("coordinates")
        if not isinstance(coordinates, list) or not coordinates:
            self.error(line, f"{name} has no coordinates", "write [longitude, latitude]")
            return None
        if wanted == "Point":
            return coordinates if self._is_position(coordinates, line, name) else None
        parts = coordinates if wanted == "Polygon" else [coordinates]
        if not all(self._is_line(part, line, name) for part in parts):
            return None
        if wanted == "LineString" and len(coordinates) < 2:
            self.error(line, f"{name} has {len(coordinates)} point(s)", "give it two points or more")
            return None
        return coordinates

    def point(self, raw: list[float], line: int, name: str) -> tuple[float, float, float, float] | None:
        """Longitude and latitude (degrees), x and y (km on the plane), or ``None`` after a report."""
        lon, lat = float(raw[0]), float(raw[1])
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            remedy = "write degrees, longitude first"
            if -180 <= lat <= 180 and -90 <= lon <= 90:
                remedy = "longitude comes first: exchange the two"
            elif -360 <= lon <= 360 and -90 <= lat <= 90:
                remedy = f"write {lon - math.copysign(360, lon):g}: longitudes run from -180 to 180"
            self.error(line, f"{name} is at {lon:g}, {lat:g}, which is off the globe", remedy)
            return None
        plane = forward(lon, lat)
        if plane is None:
            swapped = -90 <= lon <= 90 and forward(lat, lon) is not None
            remedy = "longitude comes first: exchange the two" if swapped else "choose a place the map shows"
            self.error(line, f"{name} is off the map ({lon:g}, {lat:g})", remedy)
            return None
        return lon, lat, *plane

    def shape(self, feature: Feature, line: int, wanted: str, name: str) -> tuple[Ring, ...] | None:
        """A geometry on the plane, in km to the metre: a point or a line as one ring, an area as its rings.

        ``None`` after a report. The rings of an area are closed and cross nothing; their direction is free.
        """
        coordinates = self.geometry(feature, line, wanted, name)
        if coordinates is None:
            return None
        parts = {"Point": [[coordinates]], "LineString": [coordinates]}.get(wanted, coordinates)
        rings = []
        for part in parts:
            points = [self.point(position, line, name) for position in part]
            if None in points:
                return None
            rings.append(tuple((round(at[2], 3), round(at[3], 3)) for at in points if at is not None))
        if wanted == "LineString" and len(set(rings[0])) < 2:
            self.error(line, f"all points of {name} are one", "give it two different points")
            return None
        if wanted == "Polygon" and not self._is_area(rings, line, name):
            return None
        return tuple(rings)

    def error(self, line: int, what: str, remedy: str) -> None:
        """Report what is wrong with a line of the file."""
        self._problems.error(self._path, line, _UNFIT.sub("�", what), _UNFIT.sub("�", remedy))

    def _report_kind(self, geometry: object, line: int, wanted: str, name: str) -> None:
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if not isinstance(kind, str) or not kind:
            self.error(line, f"{name} is a feature without geometry", f"make it a {wanted}")
        elif kind.startswith("Multi") or kind == "GeometryCollection":
            self.error(line, f"{name} is a {shown(kind)}", f"write a feature for each {wanted}")
        else:
            remedy = f"make it a {wanted}"
            if kind not in GEOMETRIES:
                remedy = did_you_mean(kind, (wanted,), remedy)
            self.error(line, f"{name} is a {shown(kind)}", remedy)

    def _is_line(self, part: object, line: int, name: str) -> bool:
        if not isinstance(part, list) or not part:
            self.error(line, f"{name} has a line or ring without points", "write it as a list of points")
            return False
        return all(self._is_position(position, line, name) for position in part)

    def _is_position(self, raw: object, line: int, name: str) -> bool:
        if not isinstance(raw, list):
            self.error(
                line, f"{name} has a point that is no list", "write each point as [longitude, latitude]"
            )
        elif not all(isinstance(part, int | float) and not isinstance(part, bool) for part in raw):
            what = "points inside points" if any(isinstance(part, list) for part in raw) else "no numbers"
            self.error(line, f"{name} has {what} for coordinates", "write [longitude, latitude]")
        elif not all(abs(part) < _MOST for part in raw):
            self.error(
                line, f"{name} has a coordinate that is no number", "write [longitude, latitude] in degrees"
            )
        elif len(raw) != 2:
            self.error(line, f"{name} has {len(raw)} coordinates", "write longitude and latitude only")
        else:
            return True
        return False

    def _is_area(self, rings: list[Ring], line: int, name: str) -> bool:
        from shapely import is_valid_reason  # type: ignore[import-untyped]
        from shapely.geometry import Polygon  # type: ignore[import-untyped]

        for number, ring in enumerate(rings, start=1):
            if ring[0] != ring[-1]:
                self.error(line, f"ring {number} of {name} is not closed", "end it with its first point")
                return False
            if len(set(ring)) < 3:
                self.error(
                    line, f"ring {number} of {name} has {len(set(ring))} point(s)", "give it three or more"
                )
                return False
        reason = is_valid_reason(Polygon(rings[0], rings[1:]))
        if reason == "Valid Geometry":
            return True
        crossing = _CROSSING.match(reason)
        if crossing:
            lon, lat = inverse(float(crossing[1]), float(crossing[2]))
            self.error(
                line,
                f"{name} crosses itself near {lon:.4f}, {lat:.4f}",
                "draw its rings so that none crosses",
            )
        else:
            fault = reason.partition("[")[0].lower()
            self.error(
                line, f"{name} has rings that do not fit ({fault})", "draw each hole inside the first ring"
            )
        return False


def shown(word: str) -> str:
    """A word of the file as a message repeats it."""
    return word if len(word) <= _LONGEST else word[: _LONGEST - 1] + "…"
