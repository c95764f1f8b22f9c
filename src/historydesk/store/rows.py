"""From rows of a pack to the values of ``domain``; shared by both stores, standard library only.

Each function takes rows as the select of the same name in ``statements`` gives them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.entities import HistoricalDate, HistoricalEvent, MapPlace
from historydesk.domain.pack import ChapterSummary, Home, HomePlace, Language, PackInfo

Row = Sequence[Any]


def language(languages: Sequence[Language], wanted: str) -> str:
    """The pack's language that serves ``wanted`` best: the tag, its base language, or the pack's own."""
    tags = [each.tag for each in languages]
    if wanted in tags:
        return wanted
    base = wanted.replace("_", "-").partition("-")[0].lower()
    for tag in tags:
        if tag.partition("-")[0].lower() == base:
            return tag
    return tags[0] if tags else wanted


def pack_info(manifest: Mapping[str, str], languages: tuple[Language, ...]) -> PackInfo:
    """The identity of the pack; manifest keys ``count.chapters`` … become ``counts``."""
    counts = {
        key.partition(".")[2]: int(value)
        for key, value in manifest.items()
        if key.startswith("count.") and value.isdecimal()
    }
    return PackInfo(
        id=manifest.get("id", ""),
        title=manifest.get("title", ""),
        version=manifest.get("version", ""),
        license=manifest.get("license", ""),
        languages=languages,
        hash=manifest.get("hash", ""),
        counts=counts,
    )


def home_places(stored: str) -> list[tuple[str, str, str]]:
    """The (place id, year, short name) of the home picture's places; the name may be empty."""
    return [(str(place), str(year), "".join(map(str, name))) for place, year, *name in json.loads(stored)]


def home(
    row: Row, chapters: int, first_chapter: str, languages: tuple[Language, ...], places: Iterable[MapPlace]
) -> Home:
    """The home page from its row, the number of chapters and the places of its picture."""
    title, span, lead, minutes, stored = row
    found = {place.id: place for place in places}
    shown = [(found[place], year, name) for place, year, name in home_places(stored) if place in found]
    return Home(
        title=title,
        span=span,
        lead=lead,
        chapters=chapters,
        minutes=minutes,
        languages=languages,
        places=tuple(
            HomePlace(place.id, name or place.name_in(_year(year, place)), year, place.x, place.y)
            for place, year, name in shown
        ),
        first_chapter=first_chapter,
    )


def summary(row: Row) -> ChapterSummary:
    """One line of the contents."""
    id_, number, title, subtitle, part_id, part, words, minutes, span, start, end, question = row
    return ChapterSummary(
        id_,
        number,
        title,
        subtitle,
        part_id,
        part or "",
        words,
        minutes,
        span,
        start or 0,
        end or 0,
        question,
    )


def passage(row: Row) -> Passage:
    """One block of a chapter."""
    id_, ordinal, kind, html, text, places, events, view = row
    return Passage(id_, ordinal, kind, html, text, tuple(places.split()), tuple(events.split()), view)


def chapter(row: Row, neighbours: Iterable[Row], passages: Iterable[Row]) -> Chapter:
    """A whole chapter; ``neighbours`` are (number, id, title) rows around its number."""
    *first, brief, questions, fallback = row
    line = summary(first)
    before = after = ("", "")
    for number, id_, title in neighbours:
        if number == line.number - 1:
            before = (id_, title)
        elif number == line.number + 1:
            after = (id_, title)
    return Chapter(
        summary=line,
        passages=tuple(map(passage, passages)),
        previous=before[0],
        next=after[0],
        previous_title=before[1],
        next_title=after[1],
        brief=brief,
        questions=questions,
        is_untranslated=bool(fallback),
    )


def distinct_ids(rows: Iterable[Row]) -> tuple[str, ...]:
    """The ids in space-separated cells, in order of first appearance."""
    return tuple(dict.fromkeys(id_ for (cell,) in rows for id_ in cell.split()))


def ids_json(ids: Iterable[str]) -> str:
    """Ids as the JSON array that ``PLACES_BY_ID`` takes."""
    return json.dumps(list(ids))


def map_place(row: Row) -> MapPlace:
    """A place for the map, its names by year in ascending order."""
    id_, name, name_today, lon, lat, x, y, rank, names = row
    years = tuple(sorted((int(year), str(each)) for year, each in json.loads(names)))
    return MapPlace(id_, name, name_today, lon, lat, x, y, rank, years)


def event(row: Row) -> HistoricalEvent:
    """Something on the timeline; the row may go on with its people, calendar and confidence."""
    id_, title, edtf, first, last, approximate, uncertain, display, place, lane, *more = row
    date = HistoricalDate(edtf, first, last, bool(approximate), bool(uncertain), display)
    if not more:
        return HistoricalEvent(id_, title, date, place or "", lane)
    people, calendar, confidence = more
    who = tuple(json.loads(people)) if people != "[]" else ()
    return HistoricalEvent(id_, title, date, place or "", lane, who, calendar == "julian", confidence)


def _year(text: str, place: MapPlace) -> int:
    """The first four digits of a year in words; before every renaming when there are none."""
    digits = "".join(c for c in text if c.isdecimal())[:4]
    return int(digits) if digits else (place.names[0][0] - 1 if place.names else 0)
