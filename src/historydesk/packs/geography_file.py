"""A GeoJSON file (RFC 7946) taken apart into features, each with its line; what cannot be read is reported."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

Report = Callable[[int, str, str], None]
"""Takes a line, what is wrong, and what to do."""

GEOJSON_LIMIT = 32 * 1024 * 1024
"""Bytes of one GeoJSON file: about 300,000 points with their properties."""
GEOMETRIES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
_WGS84 = re.compile(
    r"(urn:ogc:def:crs:)?(EPSG:[\d.]*:?4326|OGC:[\d.]*:?CRS84|CRS:?84|WGS ?84)", re.IGNORECASE
)
_BEGIN = 'begin with {"type": "FeatureCollection", "features": ['
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature as the file has it: ``geometry`` may be anything, ``properties`` are a table."""

    line: int
    id: object
    properties: dict[str, Any]
    geometry: object


def read_features(text: str, report: Report) -> list[Feature]:
    """The features of a FeatureCollection in file order; entries that are none are reported and left out."""
    reader = _Reader(text, report)
    try:
        return reader.read()
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
            last = text.rstrip().count("\n") + 1
            report(last, "the GeoJSON breaks off", "save or copy the whole file again; it ends with ]}")
        else:
            report(
                error.lineno,
                f"the GeoJSON cannot be read ({error.msg})",
                "correct the line or the one before",
            )
    except RecursionError:
        report(1, "the GeoJSON is nested too deeply", "write a plain list of features")
    except ValueError:  # thousands of digits
        report(reader.line, "the GeoJSON has a number that is too long", "write coordinates in degrees")
    return []


class _Reader:
    """Decodes the features one after the other, so that each is known by its line and none is kept twice."""

    def __init__(self, text: str, report: Report) -> None:
        self.line = 1
        self._text = text
        self._report = report
        self._counted = 0
        self._twice: dict[str, None] = {}
        # NaN and Infinity are let through, to be reported at their place.
        self._decode = json.JSONDecoder(object_pairs_hook=self._table, parse_constant=float).raw_decode

    def read(self) -> list[Feature]:
        at = self._skip(0)
        if at == len(self._text):
            self._report(1, "the file is empty", _BEGIN)
            return []
        if self._text[at : at + 1] != "{":
            self._value(at)
            self._no_collection()
            return []
        members: dict[str, Any] = {}
        entries: list[tuple[int, Any]] = []
        at = self._skip(at + 1)
        while self._text[at : at + 1] != "}" or members:
            key, at = self._key(at)
            if key in members:
                self._report(self.line, f"“{key}” stands twice in the collection", "keep one of them")
            members[key] = None
            at = self._skip(self._expect(":", at))
            if key == "features" and self._text[at : at + 1] == "[":
                entries, at = self._entries(at + 1)
                members[key] = entries
            else:
                members[key], at = self._value(at)
            at = self._skip(at)
            if self._text[at : at + 1] == "}":
                break
            at = self._skip(self._expect(",", at))
        end = self._skip(at + 1)
        if end != len(self._text):
            raise json.JSONDecodeError("Extra data", self._text, end)
        if members.get("type") != "FeatureCollection" or members.get("features") is not entries:
            self._no_collection()
            return []
        self._check_crs(members.get("crs"))
        return [
            feature for number, entry in enumerate(entries, 1) if (feature := self._feature(number, *entry))
        ]

    def _entries(self, at: int) -> tuple[list[tuple[int, Any]], int]:
        """The entries of the list behind ``at``, each with its line, and the end of the list."""
        found: list[tuple[int, Any]] = []
        at = self._skip(at)
        if self._text[at : at + 1] == "]":
            return found, at + 1
        while True:
            self._mark(at)
            value, at = self._value(at)
            found.append((self.line, value))
            at = self._skip(at)
            if self._text[at : at + 1] == "]":
                return found, at + 1
            at = self._skip(self._expect(",", at))

    def _feature(self, number: int, line: int, entry: Any) -> Feature | None:
        kind = entry.get("type") if isinstance(entry, dict) else None
        if kind != "Feature":
            remedy = 'give it "type": "Feature"'
            if kind in GEOMETRIES or kind == "GeometryCollection":
                remedy = 'put it into a Feature, as its "geometry"'
            elif kind == "FeatureCollection":
                remedy = "take its features out of it into the list"
            self._report(line, f"entry {number} of the features is no Feature", remedy)
            return None
        self._check_crs(entry.get("crs"), line)
        properties = entry.get("properties")
        if not isinstance(properties, dict) or not properties:
            self._report(line, "the feature has no properties", 'add "properties": {…}')
            return None
        return Feature(line, entry.get("id"), properties, entry.get("geometry"))

    def _check_crs(self, crs: object, line: int = 1) -> None:
        """RFC 7946 knows WGS 84 only; older files say so in a member that may stay."""
        if crs is None:
            return
        properties = crs.get("properties") if isinstance(crs, dict) else None
        name = properties.get("name") if isinstance(properties, dict) else None
        if not (isinstance(name, str) and _WGS84.fullmatch(name.strip())):
            shown = f"“{name}”" if isinstance(name, str) else "another system"
            self._report(
                line,
                f"the coordinates are in {shown}, not in WGS 84",
                "export them again as WGS 84 (EPSG:4326), longitude first",
            )

    def _no_collection(self) -> None:
        self._report(1, "this is no GeoJSON FeatureCollection", _BEGIN)

    # -- JSON ---

    def _table(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self._twice[key] = None
                seen.add(key)
        return table

    def _value(self, at: int) -> tuple[Any, int]:
        value, at = self._decode(self._text, at)
        for key in self._twice:
            self._report(self.line, f"“{key}” stands twice in one table", "keep one of them")
        self._twice.clear()
        return value, at

    def _key(self, at: int) -> tuple[str, int]:
        self._mark(at)
        if self._text[at : at + 1] != '"':
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", self._text, at)
        key, at = scanstring(self._text, at + 1, True)
        return key, self._skip(at)

    def _expect(self, sign: str, at: int) -> int:
        if self._text[at : at + 1] != sign:
            raise json.JSONDecodeError(f"Expecting '{sign}' delimiter", self._text, at)
        return at + 1

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def _mark(self, at: int) -> None:
        """Count the lines up to ``at``."""
        self.line += self._text.count("\n", self._counted, at)
        self._counted = max(self._counted, at)
