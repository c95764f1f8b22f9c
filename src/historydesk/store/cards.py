"""Cards: what a popup or an index shows of any item, composed from its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from historydesk.domain.entities import Card, CardEntry, CardLink, CardSection, Fact
from historydesk.domain.reference import Reference
from historydesk.errors import UnknownItemError
from historydesk.store import card_labels as labels
from historydesk.store import card_statements as lists
from historydesk.store import item_statements as sql
from historydesk.store import rows
from historydesk.store.journey_text import journey_facts, stops_html
from historydesk.store.pack_connection import PackConnection

LINKS = 6
"""Events that a card leads to in short, at most."""
LISTED = 60
"""Entries of each of a card's lists, at most."""
_SEPARATOR = " · "


class CardReader:
    """Composes the card of any reference; owned by the content store."""

    def __init__(self, connection: PackConnection) -> None:
        self._connection = connection
        self._readers: dict[str, Callable[[str, Reference], Card]] = {
            "term": self._term,
            "place": self._place,
            "person": self._person,
            "event": self._event,
            "claim": self._claim,
            "source": self._source,
            "journey": self._journey,
            "debate": self._debate,
            "note": self._note,
            "chapter": self._chapter,
        }

    def card(self, lang: str, reference: Reference) -> Card:
        """The card; raises UnknownItemError when the pack has no such item."""
        reader = self._readers.get(reference.scheme)
        if reader is None:
            raise self._unknown(reference)
        return reader(lang, reference)

    def titles(self, lang: str, references: Iterable[Reference]) -> tuple[CardLink, ...]:
        """Links with the titles of the items, in the order given; items that are not there are left out."""
        wanted = list(references)
        found: dict[tuple[str, str], str] = {}
        for scheme in dict.fromkeys(reference.scheme for reference in wanted):
            statement = sql.TITLES.get(scheme)
            if statement is not None:
                ids = {_item(each) for each in wanted if each.scheme == scheme}
                values = {"lang": lang, "ids": rows.ids_json(sorted(ids))}
                found.update(
                    ((scheme, id_), title) for id_, title in self._connection.rows(statement, values)
                )
        return tuple(
            CardLink(found[each.scheme, _item(each)], each)
            for each in wanted
            if (each.scheme, _item(each)) in found
        )

    def uses(self, reference: Reference) -> int:
        """How many chapters name the item."""
        values = {"scheme": reference.scheme, "id": reference.target}
        return int(self._connection.rows(sql.USE_COUNT, values)[0][0])

    # -- kinds ---------------------------------------------------------------------------------------------

    def _term(self, lang: str, reference: Reference) -> Card:
        title, say, body, script, script_lang, related = self._one(sql.TERM, lang, reference)
        language = labels.LANGUAGES.get(script_lang, "")
        original = f"{language} {script}".strip() if script else ""
        parsed = (Reference.parse(each) for each in related or ())
        return self._card(
            reference,
            title,
            _joined(say, original),
            body,
            links=self.titles(lang, (each for each in parsed if each is not None)),
        )

    def _place(self, lang: str, reference: Reference) -> Card:
        name, today, names, history, then, now, body, visit = self._one(sql.PLACE, lang, reference)
        note = place_note(name, today, now)
        changes = ", ".join(f"{each} ({year})" for year, each in names or ())
        facts = _facts(
            (labels.NAMES, changes),
            (labels.OTHER_NAMES if changes else labels.NAMES, history),
            (labels.COUNTRY_THEN, then if then != now else ""),
            (labels.VISIT, visit),
        )
        happened = self._events(lists.EVENTS_AT, lang, reference)
        journeys = self._journeys_at(lang, reference)
        return self._card(
            reference,
            name,
            note,
            body,
            facts=facts,
            links=_short(happened) + _short(journeys),
            sections=_sections(
                ("event", labels.HAPPENED_HERE, happened),
                ("journey", labels.STOPS_HERE, journeys),
                ("chapter", labels.TOLD_IN, self._told_in(lang, reference)),
            ),
        )

    def _person(self, lang: str, reference: Reference) -> Card:
        name, life, role, fate, body, allegiances, script, sources = self._one(sql.PERSON, lang, reference)
        sides = [
            (when, side)
            for when, side in zip(labels.ALLEGIANCES, allegiances or (), strict=False)
            if side.strip() not in ("", "–", "-", "—")
        ]
        happened = self._events(lists.EVENTS_OF, lang, reference)
        journeys = self._journeys_of(lang, reference)
        return self._card(
            reference,
            name,
            _joined(script, life),
            body,
            facts=_facts((labels.ROLE, role), (labels.FATE, fate), *sides, *self._seats(lang, reference)),
            links=_short(happened) + _short(journeys),
            sources=self._sources(lang, sources),
            sections=_sections(
                ("journey", labels.FOLLOW, journeys),
                ("event", labels.IN_THIS_LIFE, happened),
                ("chapter", labels.TOLD_IN, self._told_in(lang, reference)),
            ),
        )

    def _event(self, lang: str, reference: Reference) -> Card:
        title, display, body, place, people, confidence, sources = self._one(sql.EVENT_ITEM, lang, reference)
        ways = [Reference("place", place)] if place else []
        ways += [Reference("person", person) for person in people or ()]
        return self._card(
            reference,
            title,
            display,
            body,
            facts=_confidence(confidence),
            links=self.titles(lang, ways),
            sources=self._sources(lang, sources),
        )

    def _claim(self, lang: str, reference: Reference) -> Card:
        title, note, body, verdict, confidence, sources = self._one(sql.CLAIM, lang, reference)
        return self._card(
            reference,
            title,
            note,
            body,
            kicker=labels.VERDICTS.get(verdict, verdict),
            facts=_confidence(confidence),
            sources=self._sources(lang, sources),
        )

    def _source(self, lang: str, reference: Reference) -> Card:
        short, citation, is_primary, note = self._one(sql.SOURCE, lang, reference)
        html = citation if citation.lstrip().startswith("<p") else f"<p>{citation}</p>"
        if note:
            html += f"<p>{note if note.lstrip().startswith('<') else escape(note)}</p>"
        kicker = labels.PRIMARY if is_primary else labels.KINDS["source"]
        return self._card(reference, short, "", html, kicker=kicker)

    def _journey(self, lang: str, reference: Reference) -> Card:
        title, body, words, person, sources, stops, legs = self._one(sql.JOURNEY, lang, reference)
        places = [Reference("place", stop["place"]) for stop in stops or () if stop["place"]]
        told = [Reference("chapter", stop["passage"]) for stop in stops or () if stop.get("passage")]
        named = {str(link.reference): link.label for link in self.titles(lang, places + told)}
        return self._card(
            reference,
            title,
            "",
            body,
            facts=_facts(*journey_facts(stops or (), legs or ())),
            links=self.titles(lang, [Reference("person", person)] if person else []),
            sources=self._sources(lang, sources),
            details=stops_html(stops or (), words or (), legs or (), named),
        )

    def _debate(self, lang: str, reference: Reference) -> Card:
        title, body, positions, sources = self._one(sql.DEBATE, lang, reference)
        html, cited = body, list(sources or ())
        for position in positions or ():
            html += f"<h3>{escape(str(position.get('title', '')))}</h3>{_position_body(position)}"
            holders = [str(each) for each in _list(position.get("holders"))]
            if holders:
                html += f"<p><em>{labels.HELD_BY}: {escape(', '.join(holders))}</em></p>"
            cited += [str(each) for each in _list(position.get("sources"))]
        return self._card(reference, title, "", html, sources=self._sources(lang, dict.fromkeys(cited)))

    def _note(self, lang: str, reference: Reference) -> Card:
        label, html = self._one(sql.NOTE, lang, reference)
        return self._card(reference, label, "", html)

    def _chapter(self, lang: str, reference: Reference) -> Card:
        id_, _, passage = reference.target.partition("#")
        number, title, subtitle, span, minutes = self._one(sql.CHAPTER_ITEM, lang, Reference("chapter", id_))
        values = {"lang": lang, "number": number, "passage": passage}
        body = self._connection.rows(sql.PASSAGE_BY_ID, values) if passage else []
        if passage and not body:
            raise self._unknown(reference)
        body = body or self._connection.rows(sql.FIRST_PARAGRAPH, {"lang": lang, "number": number})
        facts = _facts((labels.TIME, span), (labels.READING_TIME, f"{minutes} {labels.MINUTES}"))
        kicker = f"{labels.KINDS['chapter']} {number}"
        html = body[0][0] if body else ""
        return self._card(reference, title, subtitle, html, kicker=kicker, facts=facts)

    # -- parts ---------------------------------------------------------------------------------------------

    def _card(
        self,
        reference: Reference,
        title: str,
        note: str,
        html: str,
        *,
        kicker: str = "",
        facts: tuple[Fact, ...] = (),
        links: tuple[CardLink, ...] = (),
        sources: tuple[CardLink, ...] = (),
        sections: tuple[CardSection, ...] = (),
        details: str = "",
    ) -> Card:
        kicker = kicker or labels.KINDS[reference.scheme]
        return Card(
            reference,
            kicker,
            title,
            note,
            html,
            facts,
            links,
            sources,
            self.uses(reference),
            sections,
            details,
        )

    def _one(self, statement: Any, lang: str, reference: Reference) -> Sequence[Any]:
        found = self._connection.rows(statement, {"lang": lang, "id": reference.target})
        if not found:
            raise self._unknown(reference)
        return found[0]

    def _events(self, statement: Any, lang: str, reference: Reference) -> tuple[CardEntry, ...]:
        """Events in order of time, with their dates."""
        found = self._listed(statement, lang, reference)
        return tuple(CardEntry(CardLink(title, Reference("event", id_)), when) for id_, title, when in found)

    def _seats(self, lang: str, reference: Reference) -> list[tuple[str, str]]:
        """In which ruling bodies a person sat as what, and since when."""
        found: dict[tuple[str, str], list[str]] = {}
        for (data,) in self._listed(lists.COUNCILS_OF, lang, reference):
            for place, label in (("full", labels.FULL_MEMBER), ("candidates", labels.CANDIDATE)):
                if reference.target in data.get(place, ()):
                    found.setdefault((label, data["title"]), []).append(data["dates"])
        return [(label, f"{title}: {', '.join(dates)}") for (label, title), dates in found.items()]

    def _journeys_of(self, lang: str, reference: Reference) -> tuple[CardEntry, ...]:
        """The journeys of a person."""
        found = self._listed(lists.JOURNEYS_OF, lang, reference)
        return tuple(CardEntry(CardLink(title, Reference("journey", id_))) for id_, title in found)

    def _journeys_at(self, lang: str, reference: Reference) -> tuple[CardEntry, ...]:
        """The journeys that stop at a place, with the dates of the stops."""
        entries = []
        for id_, title, stops, words in self._listed(lists.JOURNEYS_AT, lang, reference):
            here = [
                said.get("dates", "")
                for stop, said in zip(stops, words, strict=False)
                if stop["place"] == reference.target
            ]
            if here:
                link = CardLink(title, Reference("journey", id_))
                entries.append(CardEntry(link, "; ".join(filter(None, here))))
        return tuple(entries)

    def _told_in(self, lang: str, reference: Reference) -> tuple[CardEntry, ...]:
        """The chapters that name the item, each at the first passage that does."""
        found = self._listed(lists.TOLD_IN, lang, reference, scheme=reference.scheme)
        return tuple(
            CardEntry(
                CardLink(title, Reference("chapter", f"{id_}#{passage}")),
                f"{labels.KINDS['chapter']} {number}",
            )
            for id_, number, title, passage in found
        )

    def _listed(self, statement: Any, lang: str, reference: Reference, **more: str) -> Sequence[Any]:
        values = {"lang": lang, "id": reference.target, "quoted": f'"{reference.target}"', "limit": LISTED}
        return list(self._connection.rows(statement, values | more))

    def _sources(self, lang: str, ids: Iterable[str] | None) -> tuple[CardLink, ...]:
        return self.titles(lang, (Reference("source", id_) for id_ in ids or ()))

    def _unknown(self, reference: Reference) -> UnknownItemError:
        return UnknownItemError(f"This pack has nothing called “{reference}”.", path=self._connection.path)


def place_note(name: str, today: str, country: str) -> str:
    """Where a place is now: “today Tbilisi, Georgia”, or the country alone when the name has not changed."""
    if not today or today == name:
        return country
    return f"{labels.TODAY} {', '.join(filter(None, (today, country)))}"


def _item(reference: Reference) -> str:
    return reference.target.partition("#")[0] if reference.scheme == "chapter" else reference.target


def _joined(*parts: str) -> str:
    return _SEPARATOR.join(part for part in parts if part)


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, value) for label, value in pairs if value)


def _confidence(grade: str) -> tuple[Fact, ...]:
    return _facts((labels.CONFIDENCE_LABEL, labels.CONFIDENCE.get(grade, grade)))


def _short(entries: tuple[CardEntry, ...]) -> tuple[CardLink, ...]:
    return tuple(entry.link for entry in entries[:LINKS])


def _sections(*lists_of: tuple[str, str, tuple[CardEntry, ...]]) -> tuple[CardSection, ...]:
    return tuple(CardSection(*each) for each in lists_of if each[2])


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _position_body(position: Mapping[str, object]) -> str:
    return str(position.get("html") or position.get("body_html") or "")
