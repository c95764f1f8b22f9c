"""The items – terms, people, places … – as rows: what is the same in all languages, texts, and search."""

from __future__ import annotations

from typing import Any

from historydesk.domain.spelling import folded_words
from historydesk.packs.alliances import check_alliances, check_councils, read_phase_days
from historydesk.packs.catalogue import Item
from historydesk.packs.compilation import Compilation
from historydesk.packs.fields import BY_NAME, TABLES
from historydesk.packs.item_words import item_words
from historydesk.packs.journeys import JourneyCompiler
from historydesk.packs.plates import PlateCompiler
from historydesk.packs.positions import read_position_ids
from historydesk.packs.timeline_bands import check_lanes, read_bands
from historydesk.store.excerpts import strip_tags

_COUNTED = {
    "term": "terms",
    "place": "places",
    "journey": "journeys",
    "plate": "plates",
    "person": "people",
    "event": "events",
    "claim": "claims",
}


class ItemCompiler:
    """Writes the items of every table of a pack; owned by the compiler."""

    def __init__(self, run: Compilation) -> None:
        self._run = run
        self._journeys = JourneyCompiler(run)
        self._plates = PlateCompiler(run)
        self._bands: dict[str, tuple[int, int]] = {}
        self._phases: dict[str, tuple[int, int]] = {}
        self._positions: dict[str, list[str]] = {}

    def write(self) -> None:
        """Write what every table holds, in the order of the tables."""
        self._journeys.read()
        self._plates.read()
        self._bands = read_bands(self._run)
        check_lanes(self._run)
        check_alliances(self._run)
        self._phases = read_phase_days(self._run)
        self._positions = read_position_ids(self._run)
        check_councils(self._run)
        for table in TABLES:
            neutral: list[tuple[Any, ...]] = []
            texts: list[tuple[Any, ...]] = []
            search: list[tuple[Any, ...]] = []
            for ordinal, item in enumerate(self._run.catalogue.items[table.name].values(), start=1):
                row = self._neutral_row(table.name, ordinal, item)
                if row is not None:
                    neutral.append(row)
                own: dict[str, Any] | None = None
                for lang, translation in self._run.catalogue.texts(table, item):
                    words, fallback = item_words(self._run.reader, table, item, translation, own)
                    own = own or words
                    texts.append(self._text_row(table.name, ordinal, item, lang, words, fallback))
                    document = self._search_row(table.name, item, lang, words)
                    if document is not None:
                        search.append(document)
            self._run.add(table.name, neutral)
            self._run.add(f"{table.name}_text" if neutral else table.name, texts)
            self._run.add("search_document", search)
        for name, plural in _COUNTED.items():
            self._run.counts[plural] = len(self._run.catalogue.items[name])

    def _neutral_row(  # noqa: PLR0911 - one return a table
        self, name: str, ordinal: int, item: Item
    ) -> tuple[Any, ...] | None:
        values = item.values
        if name == "term":
            return item.id, ordinal, values["script"], values["script_lang"], values["related"]
        if name == "person":
            return item.id, ordinal, values["script"], values["sources"]
        if name == "place":
            point = self._run.points.get(item.id)
            if point is None:
                return None
            place = (
                point.lon,
                point.lat,
                round(point.x, 3),
                round(point.y, 3),
                point.rank,
                point.precision_m,
            )
            return item.id, ordinal, *place
        if name == "event":
            date = self._run.catalogue.dates.get(item.id)
            if date is None:
                return None
            return (
                item.id,
                ordinal,
                date.edtf,
                values["calendar"] or "gregorian",
                date.first_day,
                date.last_day,
                int(date.approximate),
                int(date.uncertain),
                values["place"] or None,
                values["people"],
                values["lane"] or "life",
                values["confidence"],
                values["sources"],
            )
        if name == "claim":
            return item.id, ordinal, values["verdict"], values["confidence"], values["sources"]
        if name == "journey":
            return self._journeys.neutral_row(item, ordinal)
        if name == "plate":
            return self._plates.neutral_row(item, ordinal)
        return None

    def _text_row(  # noqa: PLR0911, PLR0917 - one return a table
        self, name: str, ordinal: int, item: Item, lang: str, words: dict[str, Any], fallback: int
    ) -> tuple[Any, ...]:
        get = words.get
        if name == "term":
            return lang, item.id, get("title"), get("say"), get("text"), get("aliases"), fallback
        if name == "person":
            return (
                lang,
                item.id,
                get("name"),
                get("sort_name") or get("name"),
                get("life"),
                get("role"),
                get("fate"),
                get("text"),
                get("allegiances"),
                get("aliases"),
                fallback,
            )
        if name == "place":
            return (
                lang,
                item.id,
                get("name"),
                get("name_today"),
                get("names"),
                get("historical_names"),
                get("country_then"),
                get("country_now"),
                get("text"),
                get("visit"),
                fallback,
            )
        if name == "event":
            date = self._run.catalogue.dates.get(item.id)
            display = date.display(item.values["calendar"] or "gregorian", lang) if date else ""
            return lang, item.id, get("title"), display, get("text"), fallback
        if name == "claim":
            return lang, item.id, get("title"), get("verdict_note"), get("text"), fallback
        if name == "journey":
            return self._journeys.text_row(item, lang, words, fallback)
        if name == "plate":
            return self._plates.text_row(item, lang, words, fallback)
        if name == "debate":
            positions = [
                {
                    "id": self._positions[item.id][index],
                    "title": one["title"],
                    "html": one["text"],
                    "holders": one["holders"],
                    "sources": one["sources"],
                }
                for index, one in enumerate(words["position"])
            ]
            return (
                lang,
                item.id,
                ordinal,
                get("title"),
                get("text"),
                positions,
                item.values["sources"],
                fallback,
            )
        if name == "lane":
            return lang, item.id, get("title"), fallback
        if name == "band":
            return lang, item.id, ordinal, get("title"), *self._bands.get(item.id, (0, 0)), fallback
        table = BY_NAME[name]
        data = {
            one.name: item.values[one.name] if one.neutral else words[one.name]
            for one in table.fields
            if one.name != "id"
        }
        if name == "estimate":
            data["html"] = data.pop("note")
            data["rows"] = words["row"]
        if name == "alliance":
            data["first_day"], data["last_day"] = self._phases.get(item.id, (0, 0))
            data["notes"] = {one["person"]: one["text"] for one in words["note"]}
        return lang, item.id, ordinal, data, fallback

    def _search_row(self, name: str, item: Item, lang: str, words: dict[str, Any]) -> tuple[Any, ...] | None:
        if name not in ("term", "person", "place", "event", "journey", "claim", "debate"):
            return None
        title = words.get("name") or words.get("title") or ""
        spellings = [title, *words.get("aliases", []), str(item.values.get("script", ""))]
        body = [
            words.get("role", ""),
            words.get("fate", ""),
            words["text plain"],
            words.get("verdict_note", ""),
        ]
        if name == "place":
            spellings += [
                words["name_today"],
                words["historical_names"],
                *(pair[1] for pair in words["names"]),
            ]
            body += [words["name_today"], words["historical_names"]]
        for stop in words.get("stop", ()):
            body += [stop["name"], stop["dates"], stop["note"]]
        for side in words.get("position", ()):
            body += [side["title"], strip_tags(side["text"] or ""), *side["holders"]]
        own = self._run.catalogue.items[name][item.id].values
        spellings += own.get("aliases", [])
        return (
            0,
            lang,
            name,
            item.id,
            "",
            title,
            " ".join(part for part in body if part),
            folded_words(*filter(None, spellings)),
        )
