"""The page of an item: its card, and everything of the pack that is connected with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from html import unescape
from typing import Any

from historydesk.domain.chapter import Use
from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.domain.item_page import SECTIONS, ItemEntry, ItemList, ItemPage, Section, first_of
from historydesk.domain.reference import Reference
from historydesk.store import card_labels as labels
from historydesk.store import item_page_statements as sql
from historydesk.store import item_statements as items
from historydesk.store import rows
from historydesk.store.cards import CardReader
from historydesk.store.excerpts import excerpt, mention
from historydesk.store.journey_rows import journey
from historydesk.store.pack_connection import PackConnection
from historydesk.store.statements import PLACES_BY_ID

MOST = 3000
"""Connected things of a kind that are looked at, at most, and passages whose company is counted."""
ON_MAP = 40
"""Places on the map of an item, at most."""

_OWN = {
    "place": (("event",), (sql.EVENTS_HERE, sql.JOURNEYS_THROUGH)),
    "person": (("event",), (sql.EVENTS_WITH, sql.JOURNEYS_WITH)),
    "source": (("event", "claim", "debate", "source"), sql.LEANING),
    "event": (("place",), (sql.PLACE_OF,)),
}
"""Of these kinds: what is listed only where the statements name it."""
_HREF = re.compile(r'href="([^"#]+)[^"]*"')
Ties = dict[str, Counter[str]]
"""Kind → id → how often it is connected with the item."""


class ItemPageReader:
    """Brings together what is connected with an item; owned by the content store."""

    def __init__(self, connection: PackConnection, cards: CardReader) -> None:
        self._connection = connection
        self._cards = cards

    def page(self, lang: str, own_lang: str, reference: Reference, shown: Mapping[Section, int]) -> ItemPage:
        """The page in a language; ``shown`` says of which sections more than a few entries are wanted.

        Raises UnknownItemError when the pack has no such item.
        """
        card = self._cards.card(lang, reference)
        ties = self._ties(lang, own_lang, card, max(MOST, shown.get("event", 0)))
        events = self._events(lang, reference, ties)
        for _, _, _, sources in self._noted("claim", lang, ties):
            ties["source"].update(json.loads(sources))
        travelled = self._journey(lang, reference)
        if travelled is not None:
            ties["place"] = Counter({stop.place: 1 for stop in travelled.stops if stop.place})
        if reference.scheme in ties:
            del ties[reference.scheme][reference.target]
        if reference.scheme == "source":
            ties["source"].clear()
        return ItemPage(
            card,
            self.uses(lang, own_lang, reference, shown.get("passage", first_of("passage"))),
            int(self._connection.rows(sql.USE_COUNT, _named(reference))[0][0]),
            self._lists(lang, reference, ties, events, shown),
            self._places(lang, reference, ties),
            _year(reference, travelled, events),
            travelled,
        )

    # -- what is connected ---------------------------------------------------------------------------------

    def _ties(self, lang: str, own_lang: str, card: Card, most: int) -> Ties:
        """What the passages of the item name beside it, what its words lead to, and whose words lead to it."""
        reference = card.reference
        ties: Ties = {kind: Counter() for kind in SECTIONS}
        for scheme, target, count, _ in self._connection.rows(
            sql.BESIDE, _named(reference) | {"limit": MOST}
        ):
            if scheme in ties:
                ties[scheme][target] += count
        own = {str(link.reference) for link in (*card.links, *card.sources)}
        own |= {unescape(found) for found in _HREF.findall(card.html + card.details)}
        for href in sorted(own):
            led = Reference.parse(href)
            if led is not None and led.scheme in ties:
                ties[led.scheme][led.target] += 1
        for scheme, target in self._linked(own_lang, reference):
            ties[scheme][target] += 1
        self._keep_own(reference, ties, most)
        if reference.scheme == "event":
            ties["event"][reference.target] += 1
        return ties

    def _linked(self, own_lang: str, reference: Reference) -> Iterable[tuple[str, str]]:
        """Items whose words lead to this one."""
        values = {
            "lang": own_lang,
            "limit": MOST,
            "href": f'href="{reference}"',
            "href_in_json": f'href=\\"{reference}\\"',
            "quoted_reference": _quoted(str(reference)),
        }
        return sorted({(scheme, id_) for scheme, id_ in self._connection.rows(sql.LINKED, values)})

    def _keep_own(self, reference: Reference, ties: Ties, most: int) -> None:
        """Where the tables say what belongs to the item, that alone is listed, not what is told beside it."""
        kinds, statements = _OWN.get(reference.scheme, ((), ()))
        for kind in kinds:
            ties[kind].clear()
        values = {"id": reference.target, "quoted": _quoted(reference.target), "limit": most}
        for statement in statements:
            for scheme, id_ in self._connection.rows(statement, values):
                ties[scheme][id_] += 1

    def _events(self, lang: str, reference: Reference, ties: Ties) -> list[Any]:
        """The events in order of time; their people, places and sources are connected too.

        Not those of the events told beside an event: it has its own.
        """
        found = self._rows(sql.EVENTS, lang, ties["event"])
        for _, _, _, place, people, sources, _ in found if reference.scheme != "event" else ():
            ties["person"].update(json.loads(people))
            ties["source"].update(json.loads(sources))
            ties["place"].update([place] if place else [])
        return found

    # -- lists ---------------------------------------------------------------------------------------------

    def _lists(
        self, lang: str, reference: Reference, ties: Ties, events: list[Any], shown: Mapping[Section, int]
    ) -> tuple[ItemList, ...]:
        """The sections that are not empty, in reading order."""
        lists = []
        for section in SECTIONS:
            if section == "event":
                found = [row for row in events if str(reference) != f"event:{row[0]}"]
            else:
                found = self._noted(section, lang, ties) if section in sql.NOTED else []
            entries = tuple(
                ItemEntry(
                    Reference(section, id_),
                    title,
                    labels.VERDICTS.get(note, note) if section == "claim" else note,
                    ties[section][id_],
                )
                for id_, title, note, *_ in found[: shown.get(section, first_of(section))]
            )
            if entries:
                count = self._event_count(reference) if section == "event" else 0
                lists.append(ItemList(section, entries, max(count, len(found))))
        return tuple(lists)

    def _event_count(self, reference: Reference) -> int:
        """How many events a place or a person has in all; 0 for another kind, whose events are all looked at."""
        statement = sql.EVENT_COUNTS.get(reference.scheme)
        values = {"id": reference.target, "quoted": _quoted(reference.target)}
        return int(self._connection.rows(statement, values)[0][0]) if statement is not None else 0

    def _noted(self, kind: str, lang: str, ties: Ties) -> list[Any]:
        """Rows of the connected items of a kind, the most connected first where the kind has no order."""
        return self._rows(sql.NOTED[kind], lang, [id_ for id_, _ in ties[kind].most_common()])

    def _rows(self, statement: Any, lang: str, ids: Iterable[str]) -> list[Any]:
        wanted = list(ids)
        return (
            list(self._connection.rows(statement, {"lang": lang, "ids": rows.ids_json(wanted)}))
            if wanted
            else []
        )

    def uses(self, lang: str, own_lang: str, reference: Reference, limit: int) -> tuple[Use, ...]:
        """The first passages that name an item, with about 120 characters around the mention."""
        values = {**_named(reference), "lang": lang, "own_lang": own_lang, "limit": limit}
        uses = []
        for chapter, number, title, passage, html, text in self._connection.rows(items.USES, values):
            place = mention(html, text, str(reference))
            short, marks = excerpt(text, [place] if place else [])
            uses.append(Use(chapter, number, title, passage, short, tuple(mark for mark in marks if mark[1])))
        return tuple(uses)

    # -- map -----------------------------------------------------------------------------------------------

    def _places(self, lang: str, reference: Reference, ties: Ties) -> tuple[MapPlace, ...]:
        """The item's own place, else those connected with it."""
        ids = [id_ for id_, _ in ties["place"].most_common(ON_MAP)]
        if reference.scheme == "place":
            ids = [reference.target]
        return tuple(map(rows.map_place, self._rows(PLACES_BY_ID, lang, ids)))

    def _journey(self, lang: str, reference: Reference) -> Journey | None:
        if reference.scheme != "journey":
            return None
        found = self._connection.rows(items.JOURNEY_WHOLE, {"lang": lang, "id": reference.target})
        return journey(found[0]) if found else None


def _named(reference: Reference) -> dict[str, Any]:
    return {"scheme": reference.scheme, "id": reference.target}


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _year(reference: Reference, travelled: Journey | None, events: Iterable[Any]) -> int:
    """The year of a journey's first dated stop, of the event itself, else of the event in the middle."""
    if travelled is not None:
        return next((stop.year for stop in travelled.stops if stop.year), 0)
    known = [(id_, day) for id_, *_, day in events if 0 < day <= date.max.toordinal()]
    own = [day for id_, day in known if str(reference) == f"event:{id_}"]
    days = own or [day for _, day in known]
    return date.fromordinal(days[len(days) // 2]).year if days else 0
