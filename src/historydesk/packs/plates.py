"""Plates of cities: the features of ``plates.geojson``, matched with the names of ``plates.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot
from statistics import median_low
from typing import Any, get_args

from historydesk.domain.plate import AreaKind, LineKind, Point
from historydesk.domain.projection import RADIUS_KM
from historydesk.packs.catalogue import Item
from historydesk.packs.compilation import Compilation
from historydesk.packs.fields import BY_NAME, ID, ID_RULE
from historydesk.packs.geography import GeographyReader, shown
from historydesk.packs.geography_file import Feature
from historydesk.packs.problems import did_you_mean

FILE = "plates.geojson"
REACH_KM = 50.0
"""Nothing on a plate may lie farther than this from its place: it is a city."""
_SITE = "site"
_LINES = get_args(LineKind)
_AREAS = get_args(AreaKind)
_KINDS = (_SITE, *_LINES, *_AREAS)
_KEYS = ("plate", "kind", "id", "place", "precision_m")
_SHAPES = {_SITE: "Point"} | dict.fromkeys(_LINES, "LineString") | dict.fromkeys(_AREAS, "Polygon")
_WORDS = {_SITE: "site"} | dict.fromkeys(_LINES, "line") | dict.fromkeys(_AREAS, "area")
"""Which of the tables in ``plates.toml`` names a kind."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One feature of a plate; ``rings`` holds one point, one line, or the rings of an area (km, to the metre)."""

    plate: str
    kind: str
    id: str
    place: str
    precision_m: int
    line: int
    rings: tuple[tuple[Point, ...], ...]


@dataclass(slots=True)
class _Sheet:
    """What is drawn on one plate."""

    sites: dict[str, Drawn] = field(default_factory=dict)
    lines: list[Drawn] = field(default_factory=list)
    areas: list[Drawn] = field(default_factory=list)

    def everything(self) -> Iterator[Drawn]:
        yield from self.sites.values()
        yield from self.lines
        yield from self.areas

    def of(self, table: str) -> Iterator[Drawn]:
        return iter({"site": self.sites.values(), "line": self.lines, "area": self.areas}[table])


def read_drawn(reader: GeographyReader) -> list[Drawn]:
    """The features of ``plates.geojson`` in file order."""
    found = (_drawn(reader, feature, line) for feature, line in reader.features())
    return [drawn for drawn in found if drawn is not None]


def _drawn(reader: GeographyReader, feature: Feature, line: int) -> Drawn | None:
    properties = reader.properties(feature, line, _KEYS)
    words = [reader.word(properties, key, line, "the feature") for key in ("plate", "kind", "id", "place")]
    plate, kind, own, place = (word or "" for word in words)
    fault: tuple[str, str] | None = None
    if not plate:
        fault = "the feature names no plate", 'add "plate" to its properties'
    elif kind not in _KINDS:
        what = f"has the kind “{shown(kind)}”" if kind else "has no kind"
        remedy = did_you_mean(kind, _KINDS, f"use one of {', '.join(_KINDS)}")
        fault = f"a feature of the plate “{shown(plate)}” {what}", remedy
    elif own and not ID.fullmatch(own):
        fault = f"“{shown(own)}” is not a valid id", ID_RULE
    elif kind == _SITE and not own:
        fault = f"a site of the plate “{shown(plate)}” has no id", 'add "id" to its properties'
    elif place and kind != _SITE:
        fault = f"a {kind} of the plate “{shown(plate)}” has a place", "remove it: only a site can be a place"
    if None in words:
        return None
    if fault is not None:
        reader.error(line, *fault)
        return None
    name = (
        f"the {kind} “{own}” of the plate “{shown(plate)}”"
        if own
        else f"a {kind} of the plate “{shown(plate)}”"
    )
    precision = reader.whole(properties, "precision_m", 0, line, name)
    rings = reader.shape(feature, line, _SHAPES[kind], name)
    return None if rings is None else Drawn(plate, kind, own, place, precision, line, rings)


class PlateCompiler:
    """Makes the rows of the plates; owned by the item compiler."""

    def __init__(self, run: Compilation) -> None:
        self._run = run
        self._sheets: dict[str, _Sheet] = {}

    def read(self) -> None:
        """Read what is drawn and match it with the plates and their names; what is left over is reported."""
        run = self._run
        plates = run.catalogue.items["plate"]
        for drawn in self._all():
            if drawn.plate in plates:
                self._take(self._sheets.setdefault(drawn.plate, _Sheet()), drawn)
            elif "plate" not in run.catalogue.unread:
                otherwise = (
                    f'add [[plate]] with id = "{shown(drawn.plate)}" to {run.plan.languages[0]}/plates.toml'
                )
                remedy = did_you_mean(drawn.plate, plates, otherwise)
                run.problems.error(FILE, drawn.line, f"there is no plate “{shown(drawn.plate)}”", remedy)
        unread = any(problem.path == FILE for problem in run.problems.found)
        for plate in plates.values():
            sheet = self._sheets.get(plate.id)
            if sheet is not None:
                self._check_names(plate, sheet, unread=unread)
                self._check_distances(plate, sheet)
                self._check_places(plate, sheet)
            elif not unread:
                run.problems.error(
                    plate.file.path,
                    plate.line("id"),
                    f"nothing of the plate “{plate.id}” is in plates.geojson",
                    "draw it, or remove the plate",
                )

    def neutral_row(self, item: Item, ordinal: int) -> tuple[Any, ...] | None:
        """What is the same in every language; ``None`` where nothing is drawn."""
        sheet = self._sheets.get(item.id)
        if sheet is None:
            return None
        points = [point for drawn in sheet.everything() for ring in drawn.rings for point in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        sites = [[site.id, site.place, *site.rings[0][0], site.precision_m] for site in sheet.sites.values()]
        lines = [[line.id, line.kind, line.precision_m, _listed(line.rings[0])] for line in sheet.lines]
        areas = [
            [area.id, area.kind, area.precision_m, [_listed(ring) for ring in area.rings]]
            for area in sheet.areas
        ]
        bounds = (min(xs), min(ys), max(xs), max(ys))
        return item.id, ordinal, item.values["place"], *bounds, sites, lines, areas

    def text_row(self, item: Item, lang: str, words: dict[str, Any], fallback: int) -> tuple[Any, ...]:
        """What it and its parts are called in one language."""
        sites = {row["id"]: [row["name"], row["note"]] for row in words["site"]}
        sheet = self._sheets.get(item.id, _Sheet())
        for site in sheet.sites.values():
            said = sites.setdefault(site.id, ["", ""])
            said[0] = said[0] or self._name_of_place(site.place, lang)
        lines = {row["id"]: row["name"] for row in words["line"]}
        areas = {row["id"]: row["name"] for row in words["area"]}
        return lang, item.id, words["title"], words["note"], sites, lines, areas, fallback

    def _all(self) -> list[Drawn]:
        run = self._run
        return read_drawn(GeographyReader(run.folder, FILE, run.problems)) if run.folder.has(FILE) else []

    def _take(self, sheet: _Sheet, drawn: Drawn) -> None:
        run = self._run
        if drawn.kind in _LINES:
            sheet.lines.append(drawn)
        elif drawn.kind in _AREAS:
            sheet.areas.append(drawn)
        elif drawn.id in sheet.sites:
            earlier = sheet.sites[drawn.id].line
            run.problems.error(
                FILE,
                drawn.line,
                f"the site “{drawn.id}” of the plate “{drawn.plate}” is already there (line {earlier})",
                "give one of them another id",
            )
        else:
            sheet.sites[drawn.id] = drawn
            if drawn.place:
                run.book.check_id("place", drawn.place, FILE, drawn.line)

    def _check_names(self, plate: Item, sheet: _Sheet, *, unread: bool) -> None:
        """Whatever has an id has a name, and the other way round unless a part of the file was ``unread``."""
        run = self._run
        path = plate.file.path
        for table in ("site", "line", "area"):
            named: dict[str, str] = {}
            drawn = {each.id: each for each in sheet.of(table)}
            for index, row in enumerate(plate.values[table]):
                line = plate.file.line(plate.values[f"{table} lines"][index])
                if row["id"] in named:
                    run.problems.error(
                        path,
                        line,
                        f"the {table} “{row['id']}” of the plate “{plate.id}” is there twice",
                        "remove one of them",
                    )
                elif row["id"] not in drawn and not unread:
                    remedy = did_you_mean(row["id"], drawn, "draw it, or remove the name")
                    run.problems.error(
                        path,
                        line,
                        f"the {table} “{row['id']}” of the plate “{plate.id}” is not in plates.geojson",
                        remedy,
                    )
                named[row["id"]] = row["name"]
            for each in drawn.values():
                if each.id and not named.get(each.id) and not each.place:
                    run.problems.error(
                        FILE,
                        each.line,
                        f"the {each.kind} “{each.id}” of the plate “{plate.id}” has no name",
                        f'add [[plate.{table}]] with id = "{each.id}" to the plate in {path}',
                    )

    def _check_distances(self, plate: Item, sheet: _Sheet) -> None:
        """Everything is near the plate's place, or near most of the others where it has none."""
        place = self._run.points.get(plate.values["place"])
        firsts = [drawn.rings[0][0] for drawn in sheet.everything()]
        x0, y0 = (
            (place.x, place.y)
            if place
            else (median_low([x for x, _ in firsts]), median_low([y for _, y in firsts]))
        )
        middle = f"its place “{place.id}”" if place else "the rest"
        for drawn in sheet.everything():
            far = max(_ground_km((x, y), (x0, y0)) for ring in drawn.rings for x, y in ring)
            if far > REACH_KM:
                name = f"the {drawn.kind} “{drawn.id}”" if drawn.id else f"a {drawn.kind}"
                self._run.problems.error(
                    FILE,
                    drawn.line,
                    f"{name} of the plate “{plate.id}” lies {far:,.0f} km from {middle}",
                    "check the coordinates: longitude comes first",
                )

    def _check_places(self, plate: Item, sheet: _Sheet) -> None:
        """A site that is a place of the pack stands where the place stands."""
        for site in sheet.sites.values():
            place = self._run.points.get(site.place)
            if place is None:
                continue
            metres = 1000 * _ground_km(site.rings[0][0], (place.x, place.y))
            if metres > max(site.precision_m + place.precision_m, 1):
                self._run.problems.warning(
                    FILE,
                    site.line,
                    f"the site “{site.id}” of the plate “{plate.id}” lies {metres:,.0f} m from the place "
                    f"“{site.place}”",
                    "give both the same coordinates",
                )

    def _name_of_place(self, place: str, lang: str) -> str:
        item = self._run.catalogue.items["place"].get(place)
        if item is None:
            return ""
        for tag, translation in self._run.catalogue.texts(BY_NAME["place"], item):
            if tag == lang and translation is not None and translation.values["name"]:
                return str(translation.values["name"])
        return str(item.values["name"])


def _ground_km(start: Point, end: Point) -> float:
    """Kilometres over the ground between two points of the plane that are near each other."""
    return hypot(end[0] - start[0], end[1] - start[1]) / (
        1 + (end[0] ** 2 + end[1] ** 2) / (2 * RADIUS_KM) ** 2
    )


def _listed(points: tuple[Point, ...]) -> list[list[float]]:
    return [list(point) for point in points]
