"""Places and journeys as GeoJSON (RFC 7946: WGS 84, longitude before latitude)."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from historydesk.domain.entities import Journey, MapPlace
from historydesk.domain.projection import inverse
from historydesk.exports.markup import one_line
from historydesk.store.export_content import ExportStore

_DIGITS = 5
"""Decimals of a degree: about a metre."""
_HALF_TURN = 180.0

Position = tuple[float, float]


def write_places(store: ExportStore, lang: str, path: Path) -> None:
    """One FeatureCollection: a point a place, a line a leg of a journey."""
    path.write_text(json.dumps(features(store, lang), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def features(store: ExportStore, lang: str) -> dict[str, Any]:
    """What the file holds."""
    texts = store.place_texts(lang)
    places = store.places(lang)
    named = {place.id: place.name for place in places}
    found = []
    for place in places:
        said = texts[place.id]
        properties = {
            "kind": "place",
            "name": place.name,
            "name_today": place.name_today,
            "names": [list(each) for each in place.names],
            "country_then": said.country_then,
            "country_now": said.country_now,
            "importance": place.rank,
            "precision_m": said.precision_m,
            "description": one_line(said.html),
        }
        found.append(_feature(f"place:{place.id}", "Point", _at(place), properties))
    for journey in store.journeys(lang):
        found += _legs(journey, named)
    return {"type": "FeatureCollection", "features": found}


def _legs(journey: Journey, named: dict[str, str]) -> list[dict[str, Any]]:
    legs = []
    for number, leg in enumerate(journey.legs):
        start, end = journey.stops[number], journey.stops[number + 1]
        for part, way in enumerate(leg.ways):
            line = [_degrees(*point) for point in way.points]
            properties = {
                "kind": "way",
                "journey": journey.id,
                "journey_title": journey.title,
                "leg": number + 1,
                "part": part + 1,
                "from": start.name or named.get(start.place, ""),
                "to": end.name or named.get(end.place, ""),
                "dates": start.dates,
                "travel": start.onward,
                "mode": way.mode,
                "km": round(way.km),
                "precision_km": leg.precision_km,
                "note": leg.note,
            }
            lines = across(line)
            kind, shape = ("LineString", lines[0]) if len(lines) == 1 else ("MultiLineString", lines)
            id_ = f"journey:{journey.id}/{number + 1}/{part + 1}"
            legs.append(_feature(id_, kind, shape, properties))
    return legs


def across(line: list[Position]) -> list[list[Position]]:
    """The line cut in two wherever it crosses 180° (RFC 7946, 3.1.9)."""
    lines = [[line[0]]]
    for before, after in pairwise(line):
        if abs(after[0] - before[0]) > _HALF_TURN:
            side = _HALF_TURN if before[0] > 0 else -_HALF_TURN
            further = after[0] + 2 * side
            share = (side - before[0]) / (further - before[0])
            latitude = round(before[1] + share * (after[1] - before[1]), _DIGITS)
            lines[-1].append((side, latitude))
            lines.append([(-side, latitude)])
        lines[-1].append(after)
    return lines


def _feature(id_: str, kind: str, shape: object, properties: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in properties.items() if value not in ("", [], None)}
    return {
        "type": "Feature",
        "id": id_,
        "geometry": {"type": kind, "coordinates": shape},
        "properties": kept,
    }


def _at(place: MapPlace) -> Position:
    return round(place.lon, _DIGITS), round(place.lat, _DIGITS)


def _degrees(x: float, y: float) -> Position:
    lon, lat = inverse(x, y)
    return round(lon, _DIGITS), round(lat, _DIGITS)
