"""The questions behind the page of an item: what is connected with it, each bounded by a limit."""

from __future__ import annotations

from sqlalchemy import TextClause, text

BESIDE = text(
    "SELECT near.scheme, near.target, count(*), min(near.chapter * 100000 + near.ordinal) AS first FROM ("
    "SELECT chapter, ordinal FROM reference WHERE scheme = :scheme AND target = :id "
    "ORDER BY chapter, ordinal LIMIT :limit) AS own "
    "JOIN reference AS near ON near.chapter = own.chapter AND near.ordinal = own.ordinal "
    "GROUP BY near.scheme, near.target ORDER BY first"
)
"""What is named in the passages that name an item: scheme, id, in how many of them; in reading order."""

USE_COUNT = text("SELECT count(*) FROM reference WHERE scheme = :scheme AND target = :id")
"""How many passages name an item."""

_WITH_WORDS = ("term", "person", "place", "event", "claim", "journey")
_WORDS_LEAD = "lang = :lang AND instr(body_html, :href) > 0"
LINKED = text(
    " UNION ALL ".join(
        f"SELECT * FROM (SELECT '{scheme}', id FROM {table} WHERE {condition} LIMIT :limit)"
        for scheme, table, condition in (
            *((each, f"{each}_text", _WORDS_LEAD) for each in _WITH_WORDS),
            ("term", "term", "instr(related, :quoted_reference) > 0"),
            ("debate", "debate", _WORDS_LEAD),
            ("debate", "debate", "lang = :lang AND instr(positions, :href_in_json) > 0"),
        )
    )
)
"""The items whose own words lead to an item: scheme and id."""

LEANING = tuple(
    text(f"SELECT '{kind}', id FROM {table} WHERE {condition} LIMIT :limit")
    for kind, table, condition in (
        ("event", "event", "instr(sources, :quoted) > 0"),
        ("claim", "claim", "instr(sources, :quoted) > 0"),
        ("person", "person", "instr(sources, :quoted) > 0"),
        ("journey", "journey", "instr(sources, :quoted) > 0"),
        (
            "debate",
            "debate JOIN language ON language.ordinal = 1 AND language.tag = debate.lang",
            "instr(sources, :quoted) > 0 OR instr(positions, :quoted) > 0",
        ),
    )
)
"""The items that cite a source: scheme and id."""

EVENTS_HERE = text("SELECT 'event', id FROM event WHERE place = :id ORDER BY first_day, ordinal LIMIT :limit")
EVENTS_WITH = text(
    "SELECT 'event', id FROM event WHERE instr(people, :quoted) > 0 ORDER BY first_day, ordinal LIMIT :limit"
)
EVENT_COUNTS = {
    "place": text("SELECT count(*) FROM event WHERE place = :id"),
    "person": text("SELECT count(*) FROM event WHERE instr(people, :quoted) > 0"),
}
"""How many events belong to a place or a person, however many are looked at."""

PLACE_OF = text("SELECT 'place', place FROM event WHERE id = :id AND place IS NOT NULL")
JOURNEYS_WITH = text("SELECT 'journey', id FROM journey WHERE person = :id ORDER BY ordinal LIMIT :limit")
JOURNEYS_THROUGH = text(
    "SELECT 'journey', id FROM journey WHERE EXISTS (SELECT 1 FROM json_each(stops) AS stop "
    "WHERE json_extract(stop.value, '$.place') = :id) ORDER BY ordinal LIMIT :limit"
)

EVENTS = text(
    "SELECT event.id, said.title, said.display, event.place, event.people, event.sources, event.first_day "
    "FROM json_each(:ids) AS given JOIN event ON event.id = given.value "
    "JOIN event_text AS said ON said.id = event.id AND said.lang = :lang ORDER BY event.first_day, event.ordinal"
)
"""Events in order of time; JSON columns as text."""

_NOTED = (
    "SELECT said.id, said.{title}, {note} FROM json_each(:ids) AS given "
    "JOIN {table} AS said ON said.id = given.value AND said.lang = :lang {more}ORDER BY {order}"
)
NOTED: dict[str, TextClause] = {
    "person": text(
        _NOTED.format(title="name", note="said.life", table="person_text", more="", order="given.key")
    ),
    "term": text(
        _NOTED.format(
            title="title",
            note="term.script",
            table="term_text",
            more="JOIN term ON term.id = said.id ",
            order="given.key",
        )
    ),
    "place": text(_NOTED.format(title="name", note="''", table="place_text", more="", order="given.key")),
    "journey": text(
        _NOTED.format(
            title="title",
            note="''",
            table="journey_text",
            more="JOIN journey ON journey.id = said.id ",
            order="journey.ordinal",
        )
    ),
    "claim": text(
        _NOTED.format(
            title="title",
            note="claim.verdict, claim.sources",
            table="claim_text",
            more="JOIN claim ON claim.id = said.id ",
            order="claim.ordinal",
        )
    ),
    "debate": text(_NOTED.format(title="title", note="''", table="debate", more="", order="said.ordinal")),
    "source": text(
        "SELECT source.id, cited.short, source.title FROM json_each(:ids) AS given "
        "JOIN source ON source.id = given.value "
        "JOIN source_citation AS cited ON cited.id = source.id AND cited.style = :style ORDER BY given.key"
    ),
}
"""Id, title and note of given items, people, terms, places and sources in the order given."""
