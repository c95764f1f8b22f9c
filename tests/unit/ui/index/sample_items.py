"""Pages of items for the tests of the index."""

from __future__ import annotations

from historydesk.domain.chapter import Use
from historydesk.domain.entities import Card, Fact, MapPlace
from historydesk.domain.item_page import ItemEntry, ItemList, ItemPage, Section
from historydesk.domain.reference import Reference

SALT = Card(
    Reference("term", "salt"),
    "Term",
    "Salt",
    "/sɔːlt/",
    '<p>Carried by <a href="term:barge">barges</a> to <a href="place:gori">Gori</a>.'
    '<a class="cite" href="source:k"><sup>1</sup></a></p>',
    facts=(Fact("Country then", "Nowhere"),),
)
USES = (
    Use("one", 1, "Salt and sails", "p3", "Ships carried salt.", ((14, 4),)),
    Use("one", 1, "Salt and sails", "p5", "More salt came."),
    Use("two", 2, "Harbours", "p1", "There was salt."),
)
GORI = MapPlace("gori", "Gori", "Gori", 44.1, 41.98, 3900.0, -1100.0)


def entries(section: Section, *titles: str, note: str = "", count: int = 0) -> ItemList:
    """A list of these titles, whose ids are the titles in small letters."""
    made = tuple(ItemEntry(Reference(section, each.lower()), each, note, 3) for each in titles)
    return ItemList(section, made, count or len(made))


LISTS = (
    entries("event", "Salt is found", "Salt is lost", note="1 May 1900"),
    entries("journey", "The salt road"),
    entries("person", "Anna", "Boris"),
    entries("term", "Barge", "Brine"),
    entries("claim", "The sea was made of wine.", note="Wrong"),
    entries("debate", "Who salted the sea?"),
    entries("place", "Gori"),
    entries("source", "Kotkin 2014", note="Stalin"),
)


def item_of(
    card: Card = SALT,
    uses: tuple[Use, ...] = USES,
    lists: tuple[ItemList, ...] = LISTS,
    places: tuple[MapPlace, ...] = (GORI,),
) -> ItemPage:
    """A page with every section, unless something else is asked for."""
    return ItemPage(card, uses, len(uses), lists, places)
