"""Journeys: the ways drawn in ``journeys.geojson``, matched with the stops of ``journeys.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from historydesk.domain.projection import ground_km
from historydesk.packs.catalogue import Item
from historydesk.packs.compilation import Compilation
from historydesk.packs.edtf_dates import DateError, ParsedDate, parse_date
from historydesk.packs.fields import MODES
from historydesk.packs.geography import GeographyReader
from historydesk.packs.problems import did_you_mean

FILE = "journeys.geojson"
JOINED_KM = 1.0
"""The ways of a move must meet as closely as this."""
NEAR_KM = 5.0
"""A move should begin and end as near to its stops as this, or as its own precision allows."""
_KEYS = ("journey", "leg", "mode", "precision_km")


@dataclass(frozen=True, slots=True)
class DrawnWay:
    """One line of ``journeys.geojson``: degrees to measure it by, km on the plane (to the metre) to draw it."""

    journey: str
    leg: int
    line: int
    mode: str
    precision_km: int
    degrees: tuple[tuple[float, float], ...]
    points: tuple[tuple[float, float], ...]

    @property
    def km(self) -> float:
        """Length over the ground."""
        return sum(ground_km(start, end) for start, end in pairwise(self.degrees))

    def stored(self) -> list[Any]:
        """As the pack keeps it: [mode, km, [[x, y], …]]."""
        return [self.mode, round(self.km, 1), [list(point) for point in self.points]]


def read_ways(reader: GeographyReader) -> list[DrawnWay]:
    """The lines of ``journeys.geojson`` in file order."""
    ways = []
    for feature, line in reader.features():
        properties = reader.properties(feature, line, _KEYS)
        journey = properties.get("journey")
        if not isinstance(journey, str) or not journey:
            reader.error(line, "the line names no journey", 'add "journey" to its properties')
            continue
        number = reader.whole(properties, "leg", 0, line, f"a line of the journey “{journey}”")
        name = f"leg {number} of the journey “{journey}”"
        if number < 1:
            reader.error(line, f"a line of the journey “{journey}” has no leg", 'add "leg", counted from 1')
            continue
        mode = properties.get("mode")
        if mode not in MODES:
            remedy = did_you_mean(str(mode), MODES, f"use one of {', '.join(MODES)}")
            reader.error(line, f"{name} has the mode “{mode}”", remedy)
            continue
        precision = reader.whole(properties, "precision_km", 0, line, name)
        coordinates = reader.geometry(feature, line, "LineString", name)
        if coordinates is None:
            continue
        found = [reader.point(point, line, name) for point in coordinates]
        points = [point for point in found if point is not None]
        if len(points) == len(found):
            degrees = tuple((lon, lat) for lon, lat, _, _ in points)
            plane = tuple((round(x, 3), round(y, 3)) for _, _, x, y in points)
            ways.append(DrawnWay(journey, number, line, mode, precision, degrees, plane))
    return ways


class JourneyCompiler:
    """Makes the rows of the journeys; owned by the item compiler."""

    def __init__(self, run: Compilation) -> None:
        self._run = run
        self._ways: dict[str, dict[int, list[DrawnWay]]] = {}
        """Ways by journey and move."""

    def read(self) -> None:
        """Read the lines; those that belong to no move are reported."""
        run = self._run
        if not run.folder.has(FILE):
            return
        journeys = run.catalogue.items["journey"]
        for way in read_ways(GeographyReader(run.folder, FILE, run.problems)):
            if way.journey not in journeys:
                run.book.check_id("journey", way.journey, FILE, way.line)
                continue
            moves = len(journeys[way.journey].values["stop"]) - 1
            if way.leg > moves:
                run.problems.error(
                    FILE,
                    way.line,
                    f"the journey “{way.journey}” has no move {way.leg}",
                    f"it has {moves + 1} stops: add a stop or remove the line",
                )
                continue
            move = self._ways.setdefault(way.journey, {}).setdefault(way.leg, [])
            if move:
                self._check_joined(move, way)
            move.append(way)

    def neutral_row(self, item: Item, ordinal: int) -> tuple[Any, ...]:
        """What is the same in every language."""
        values = item.values
        stops = self._stops_of(item)
        moves = self._moves_of(item)
        legs = [
            {
                "ways": [way.stored() for way in ways],
                "precision_km": max(way.precision_km for way in ways),
            }
            for ways in moves
        ]
        return item.id, ordinal, values["person"], values["sources"], stops, legs

    def text_row(self, item: Item, lang: str, words: dict[str, Any], fallback: int) -> tuple[Any, ...]:
        """What is said of it in one language."""
        keys = ("name", "dates", "onward", "note")
        stops = [{key: stop[key] for key in keys} for stop in words["stop"]]
        return lang, item.id, words["title"], words["text"], stops, fallback

    # -- stops ---

    def _stops_of(self, item: Item) -> list[dict[str, Any]]:
        stops: list[dict[str, Any]] = []
        before: ParsedDate | None = None
        for index, stop in enumerate(item.values["stop"]):
            date = self._date_of(item, index, stop["edtf"])
            if date is not None and before is not None and date.last_day < before.first_day:
                self._run.problems.error(
                    item.file.path,
                    item.line("stop", index, "edtf"),
                    f"stop {index + 1} of the journey “{item.id}” is earlier than the stop before it",
                    "correct one of the dates or the order of the stops",
                )
            before = date or before
            stops.append({key: stop[key] for key in ("place", "mode", "confidence", "passage")} | _days(date))
        return stops

    def _date_of(self, item: Item, index: int, text: str) -> ParsedDate | None:
        if not text:
            return None
        try:
            return parse_date(text)
        except DateError as error:
            self._run.problems.error(
                item.file.path, item.line("stop", index, "edtf"), str(error), error.remedy
            )
            return None

    # -- moves ---

    def _moves_of(self, item: Item) -> list[Sequence[DrawnWay]]:
        """The ways of each move in order; a straight one, with a warning, where there is no line."""
        drawn = self._ways.get(item.id, {})
        stops = item.values["stop"]
        if len(stops) < 2:
            self._run.problems.error(
                item.file.path,
                item.line(),
                f"the journey “{item.id}” has {len(stops)} stop(s)",
                "give it two or more",
            )
        moves: list[Sequence[DrawnWay]] = []
        for number, (start, end) in enumerate(pairwise(stops), start=1):
            ways = drawn.get(number)
            if ways:
                self._check_ends(ways, start["place"], end["place"])
                self._check_mode(item, number, start["mode"], ways)
                moves.append(ways)
            elif (straight := self._straight(item, number, start, end)) is not None:
                moves.append((straight,))
        return moves

    def _straight(
        self, item: Item, number: int, start: dict[str, Any], end: dict[str, Any]
    ) -> DrawnWay | None:
        run = self._run
        at = [run.points[stop["place"]] for stop in (start, end) if stop["place"] in run.points]
        line = item.line("stop", number - 1)
        if len(at) < 2:
            if not (start["place"] and end["place"]):
                run.problems.error(
                    item.file.path,
                    line,
                    f"move {number} of the journey “{item.id}” has no line",
                    "draw it in journeys.geojson: a stop without a place is on no map",
                )
            return None
        run.problems.warning(
            item.file.path,
            line,
            f"move {number} of the journey “{item.id}” has no line in journeys.geojson",
            "draw it; until then it is a straight line",
        )
        degrees = tuple((point.lon, point.lat) for point in at)
        plane = tuple((round(point.x, 3), round(point.y, 3)) for point in at)
        return DrawnWay(item.id, number, 0, start["mode"] or "road", 0, degrees, plane)

    def _check_joined(self, move: Sequence[DrawnWay], way: DrawnWay) -> None:
        gap = ground_km(move[-1].degrees[-1], way.degrees[0])
        if gap > JOINED_KM:
            lon, lat = move[-1].degrees[-1]
            self._run.problems.error(
                FILE,
                way.line,
                f"way {len(move) + 1} of leg {way.leg} of the journey “{way.journey}” begins {gap:.0f} km "
                f"from where the one before it ends",
                f"begin it at [{lon:g}, {lat:g}], or give it the number of another leg",
            )

    def _check_ends(self, ways: Sequence[DrawnWay], start: str, end: str) -> None:
        for verb, place, way, at in (
            ("begins", start, ways[0], ways[0].degrees[0]),
            ("ends", end, ways[-1], ways[-1].degrees[-1]),
        ):
            point = self._run.points.get(place)
            if point is None:
                continue
            off = ground_km((point.lon, point.lat), at)
            if off > max(NEAR_KM, way.precision_km):
                self._run.problems.warning(
                    FILE,
                    way.line,
                    f"leg {way.leg} of the journey “{way.journey}” {verb} {off:.0f} km from the place “{place}”",
                    f"{'begin' if verb == 'begins' else 'end'} the line at [{point.lon:g}, {point.lat:g}]",
                )

    def _check_mode(self, item: Item, number: int, mode: str, ways: Sequence[DrawnWay]) -> None:
        modes = list(dict.fromkeys(way.mode for way in ways))
        if mode and mode not in modes:
            self._run.problems.warning(
                item.file.path,
                item.line("stop", number - 1, "mode"),
                f"move {number} of the journey “{item.id}” goes by {mode}, but its line by {', '.join(modes)}",
                "write the same in both files",
            )


def _days(date: ParsedDate | None) -> dict[str, Any]:
    """Days that are known to the day, 0 for others; the year the stop begins in; whether a day is about right."""
    if date is None:
        return {"first_day": 0, "last_day": 0, "year": 0, "about": 0}
    last = date.last or date.first
    return {
        "first_day": date.first_day if date.first.day else 0,
        "last_day": date.last_day if last.day else 0,
        "year": date.first.year,
        "about": int(date.approximate or date.uncertain),
    }
