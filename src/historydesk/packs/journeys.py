"""Journeys: the moves drawn in ``journeys.geojson``, matched with the stops of ``journeys.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from historydesk.packs.catalogue import Item
from historydesk.packs.compilation import Compilation
from historydesk.packs.fields import MODES
from historydesk.packs.geography import GeographyReader
from historydesk.packs.problems import did_you_mean

FILE = "journeys.geojson"
_KEYS = ("journey", "leg", "mode", "precision_km", "note")


@dataclass(frozen=True, slots=True)
class Leg:
    """One move of a journey; ``points`` are km on the plane, to the metre."""

    journey: str
    number: int
    line: int
    mode: str
    points: tuple[tuple[float, float], ...]


def read_legs(reader: GeographyReader) -> list[Leg]:
    """The moves of ``journeys.geojson`` in file order."""
    legs = []
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
        coordinates = reader.geometry(feature, line, "LineString", name)
        if coordinates is None:
            continue
        points = [reader.point(point, line, name) for point in coordinates]
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


class JourneyCompiler:
    """Makes the rows of the journeys; owned by the item compiler."""

    def __init__(self, run: Compilation) -> None:
        self._run = run
        self._legs: dict[str, list[Leg]] = {}

    def neutral_row(self, item: Item, ordinal: int) -> tuple[Any, ...]:
        """What is the same in every language."""
        values = item.values
        stops = [{key: stop[key] for key in ("place", "mode", "confidence")} for stop in values["stop"]]
        lines = [[leg.mode, [list(point) for point in leg.points]] for leg in self._legs_of(item)]
        return item.id, ordinal, values["person"], values["sources"], stops, lines

    def text_row(self, item: Item, lang: str, words: dict[str, Any], fallback: int) -> tuple[Any, ...]:
        """What is said of it in one language."""
        stops = [{key: stop[key] for key in ("name", "dates", "onward")} for stop in words["stop"]]
        return lang, item.id, words["title"], words["text"], stops, fallback

    def read(self) -> None:
        """Read the lines; those that belong to no move are reported."""
        if not self._run.folder.has(FILE):
            return
        found = self._legs
        journeys = self._run.catalogue.items["journey"]
        for leg in read_legs(GeographyReader(self._run.folder, FILE, self._run.problems)):
            if leg.journey not in journeys:
                self._run.book.check_id("journey", leg.journey, FILE, leg.line)
                continue
            moves = len(journeys[leg.journey].values["stop"]) - 1
            if any(other.number == leg.number for other in found.get(leg.journey, [])):
                self._run.problems.error(
                    FILE,
                    leg.line,
                    f"leg {leg.number} of the journey “{leg.journey}” is there twice",
                    "number each move once",
                )
            elif leg.number > moves:
                self._run.problems.error(
                    FILE,
                    leg.line,
                    f"the journey “{leg.journey}” has no move {leg.number}",
                    f"it has {moves + 1} stops: add a stop or remove the line",
                )
            else:
                found.setdefault(leg.journey, []).append(leg)

    def _legs_of(self, item: Item) -> list[Leg]:
        """The moves of a journey in order; a straight one, with a warning, where a line is missing."""
        by_number = {leg.number: leg for leg in self._legs.get(item.id, [])}
        stops = item.values["stop"]
        if len(stops) < 2:
            self._run.problems.error(
                item.file.path,
                item.line(),
                f"the journey “{item.id}” has {len(stops)} stop(s)",
                "give it two or more",
            )
        moves = []
        for number, (start, end) in enumerate(pairwise(stops), start=1):
            leg = by_number.get(number)
            if leg is None:
                ends = [
                    self._run.points[stop["place"]]
                    for stop in (start, end)
                    if stop["place"] in self._run.points
                ]
                if len(ends) < 2:
                    if not (start["place"] and end["place"]):
                        self._run.problems.error(
                            item.file.path,
                            item.line("stop", number - 1),
                            f"move {number} of the journey “{item.id}” has no line",
                            "draw it in journeys.geojson: a stop without a place is on no map",
                        )
                    continue
                self._run.problems.warning(
                    item.file.path,
                    item.line("stop", number - 1),
                    f"move {number} of the journey “{item.id}” has no line in journeys.geojson",
                    "draw it; until then it is a straight line",
                )
                line = tuple((round(point.x, 3), round(point.y, 3)) for point in ends)
                leg = Leg(item.id, number, 0, start["mode"] or "road", line)
            moves.append(leg)
        return moves
