"""Places and the lines of journeys, from GeoJSON (RFC 7946) onto the plane of the map.

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
from historydesk.packs.fields import ID, ID_RULE, MODES
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems, did_you_mean

_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
_PLACE_KEYS = ("id", "rank", "precision_m")
_LEG_KEYS = ("journey", "leg", "mode", "precision_km", "note")


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


@dataclass(frozen=True, slots=True)
class Leg:
    """One move of a journey; ``points`` are km on the plane, to the metre."""

    journey: str
    number: int
    line: int
    mode: str
    points: tuple[tuple[float, float], ...]


class GeographyReader:
    """Reads one GeoJSON file of a pack; owned by the compiler."""

    def __init__(self, folder: PackFolder, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._text = folder.read_text(path) or ""

    def places(self) -> list[PlacePoint]:
        """The places of ``places.geojson`` in file order."""
        places = []
        for feature, line in self._features():
            properties = self._properties(feature, line, _PLACE_KEYS)
            place_id = properties.get("id", feature.get("id"))
            if not isinstance(place_id, str) or not ID.fullmatch(place_id):
                if place_id is None:
                    self._error(line, "the place has no id", 'add "id" to its properties')
                else:
                    self._error(line, f"“{place_id}” is not a valid id", ID_RULE)
                continue
            name = f"the place “{place_id}”"
            coordinates = self._geometry(feature, line, "Point", name)
            if coordinates is None:
                continue
            point = self._point(coordinates, line, name)
            rank = self._whole(properties, "rank", 2, line, name)
            if not 1 <= rank <= 3:
                self._error(line, f"{name} has the rank {rank}", "use 1 (always labelled), 2 or 3")
            precision = self._whole(properties, "precision_m", 0, line, name)
            if point is not None:
                places.append(PlacePoint(place_id, line, *point, rank, precision))
        return places

    def legs(self) -> list[Leg]:
        """The moves of ``journeys.geojson`` in file order."""
        legs = []
        for feature, line in self._features():
            properties = self._properties(feature, line, _LEG_KEYS)
            journey = properties.get("journey")
            if not isinstance(journey, str) or not journey:
                self._error(line, "the line names no journey", 'add "journey" to its properties')
                continue
            number = self._whole(properties, "leg", 0, line, f"a line of the journey “{journey}”")
            name = f"leg {number} of the journey “{journey}”"
            if number < 1:
                self._error(
                    line, f"a line of the journey “{journey}” has no leg", 'add "leg", counted from 1'
                )
                continue
            mode = properties.get("mode")
            if mode not in MODES:
                remedy = did_you_mean(str(mode), MODES, f"use one of {', '.join(MODES)}")
                self._error(line, f"{name} has the mode “{mode}”", remedy)
                continue
            coordinates = self._geometry(feature, line, "LineString", name)
            if coordinates is None:
                continue
            points = [self._point(point, line, name) for point in coordinates]
            if all(point is not None for point in points):
                legs.append(
                    Leg(
                        journey,
                        number,
                        line,
                        mode,
                        tuple((round(p[2], 3), round(p[3], 3)) for p in points if p is not None),
                    )
                )
        return legs

    def _features(self) -> list[tuple[dict[str, Any], int]]:
        if not self._text:
            return []
        try:
            data = _load(self._text)
        except json.JSONDecodeError as error:
            self._error(
                error.lineno,
                f"the GeoJSON cannot be read ({error.msg})",
                "correct the line or the one before",
            )
            return []
        except RecursionError:
            self._error(1, "the GeoJSON is nested too deeply", "write a plain list of features")
            return []
        except ValueError:  # thousands of digits
            self._error(1, "the GeoJSON has a number that is too long", "write coordinates in degrees")
            return []
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list) or data.get("type") != "FeatureCollection":
            self._error(
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
                self._error(
                    line, f"entry {index + 1} of the features is no Feature", 'give it "type": "Feature"'
                )
                continue
            found.append((feature, line))
        return found

    def _properties(self, feature: dict[str, Any], line: int, known: tuple[str, ...]) -> dict[str, Any]:
        properties = feature.get("properties")
        if not isinstance(properties, dict) or not properties:
            self._error(line, "the feature has no properties", 'add "properties": {…}')
            return {}
        for key in properties:
            if key not in known:
                remedy = did_you_mean(key, known, f"use {', '.join(known)}")
                self._error(line, f"unknown property “{key}”", remedy)
        return properties

    def _geometry(self, feature: dict[str, Any], line: int, wanted: str, name: str) -> Any:
        from geojson.geometry import Geometry  # type: ignore[import-untyped]

        geometry = feature.get("geometry")
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind != wanted:
            self._error(line, f"{name} is a {kind or 'feature without geometry'}", f"make it a {wanted}")
            return None
        assert isinstance(geometry, dict)
        coordinates = geometry.get("coordinates")
        fault = geometry.errors() if isinstance(geometry, Geometry) else "what it holds are no numbers"
        if not fault:
            return coordinates
        if not isinstance(geometry, Geometry) or not coordinates:
            self._error(line, f"{name} has no coordinates", "write [longitude, latitude]")
        elif kind == "LineString" and len(coordinates) < 2:
            self._error(line, f"{name} has {len(coordinates)} point(s)", "give it two points or more")
        else:
            self._error(line, f"{name} is not valid ({fault})", "write each point as [longitude, latitude]")
        return None

    def _point(self, raw: list[float], line: int, name: str) -> tuple[float, float, float, float] | None:
        """Longitude, latitude, x and y."""
        if not all(math.isfinite(part) for part in raw):
            self._error(
                line, f"{name} has a coordinate that is no number", "write [longitude, latitude] in degrees"
            )
            return None
        if len(raw) != 2:
            self._error(line, f"{name} has {len(raw)} coordinates", "write longitude and latitude only")
            return None
        lon, lat = float(raw[0]), float(raw[1])
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            swapped = -180 <= lat <= 180 and -90 <= lon <= 90
            remedy = (
                "longitude comes first: exchange the two" if swapped else "write degrees, longitude first"
            )
            self._error(line, f"{name} is at {lon:g}, {lat:g}, which is off the globe", remedy)
            return None
        plane = forward(lon, lat)
        if plane is None:
            swapped = -90 <= lon <= 90 and forward(lat, lon) is not None
            remedy = "longitude comes first: exchange the two" if swapped else "choose a place the map shows"
            self._error(line, f"{name} is off the map ({lon:g}, {lat:g})", remedy)
            return None
        return lon, lat, *plane

    def _whole(self, properties: dict[str, Any], key: str, default: int, line: int, name: str) -> int:
        value = properties.get(key, default)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            self._error(
                line, f"“{key}” of {name} is no whole number", "write a number without quotation marks"
            )
            return default
        return value

    def _error(self, line: int, what: str, remedy: str) -> None:
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
