"""The places of ``places.geojson``."""

from __future__ import annotations

from math import inf

from historydesk.domain.projection import ground_km
from historydesk.packs.compilation import Compilation
from historydesk.packs.fields import ID, ID_RULE
from historydesk.packs.geography import GeographyReader, PlacePoint

FILE = "places.geojson"
LONELY_KM = 100.0
NEAR_KM = 50.0
"""A place that is lonely, and would be near another with its coordinates exchanged, has them exchanged."""
_MANY = 300
"""Places among which such are looked for: each is compared with each."""
_KEYS = ("id", "rank", "precision_m")


def read_places(reader: GeographyReader) -> list[PlacePoint]:
    """The places of ``places.geojson`` in file order."""
    places = []
    for feature, line in reader.features():
        properties = reader.properties(feature, line, _KEYS)
        place_id = properties.get("id", feature.id)
        if not isinstance(place_id, str) or not ID.fullmatch(place_id):
            if place_id is None:
                reader.error(line, "the place has no id", 'add "id" to its properties')
            else:
                reader.error(line, f"“{place_id}” is not a valid id", ID_RULE)
            continue
        name = f"the place “{place_id}”"
        coordinates = reader.geometry(feature, line, "Point", name)
        if coordinates is None:
            continue
        point = reader.point(coordinates, line, name)
        rank = reader.whole(properties, "rank", 2, line, name)
        if not 1 <= rank <= 3:
            reader.error(line, f"{name} has the rank {rank}", "use 1 (always labelled), 2 or 3")
        precision = reader.whole(properties, "precision_m", 0, line, name)
        if point is not None:
            places.append(PlacePoint(place_id, line, *point, rank, precision))
    return places


def collect_places(run: Compilation) -> None:
    """Read the points and match them with the places of ``places.toml``; what is left over is reported."""
    named = run.catalogue.items["place"]
    if run.folder.has(FILE):
        for point in read_places(GeographyReader(run.folder, FILE, run.problems)):
            if point.id in run.points:
                run.problems.error(
                    FILE,
                    point.line,
                    f"the place “{point.id}” is already there (line {run.points[point.id].line})",
                    "remove one of them",
                )
            elif point.id not in named and "place" not in run.catalogue.unread:
                run.problems.error(
                    FILE,
                    point.line,
                    f"the place “{point.id}” has no entry in {run.plan.languages[0]}/places.toml",
                    f'add [[place]] with id = "{point.id}"',
                )
            run.points.setdefault(point.id, point)
    _warn_of_exchanged(run)
    unread = any(problem.path == FILE for problem in run.problems.found)
    for place in named.values():
        if place.id not in run.points and not unread:
            run.problems.error(
                place.file.path,
                place.line("id"),
                f"the place “{place.id}” is not in places.geojson",
                "add its point",
            )


def _warn_of_exchanged(run: Compilation) -> None:
    """Latitude before longitude is often still on the map; the other places tell."""
    points = list(run.points.values())
    if len(points) > _MANY:
        return
    lonely = {
        point.id: point for point in points if _nearest(point, points, point.lon, point.lat)[0] > LONELY_KM
    }
    for point in lonely.values():
        if abs(point.lon) > 90:
            continue
        km, other = _nearest(point, points, point.lat, point.lon)
        if other is None or km > NEAR_KM or (other.id in lonely and other.line > point.line):
            continue  # Of two that are each other's mirror the later one is told.
        run.problems.warning(
            FILE,
            point.line,
            f"the place “{point.id}” lies far from all others, but with its coordinates exchanged near “{other.id}”",
            "check them: longitude comes first",
        )


def _nearest(
    point: PlacePoint, points: list[PlacePoint], lon: float, lat: float
) -> tuple[float, PlacePoint | None]:
    """The kilometres from a position to the nearest other place, and that place."""
    others = (
        (ground_km((other.lon, other.lat), (lon, lat)), other.line, other)
        for other in points
        if other is not point
    )
    km, _, other = min(others, default=(inf, 0, None), key=lambda found: found[:2])
    return km, other
