"""What each table of a pack may hold: the fields, their kinds, which are required and which are translated.

The checks, the compiler and the reference in the author's guide all read these tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
SOURCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+-]*")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ID_RULE = "use lower-case letters a–z, digits and hyphens, beginning with a letter or digit"

Kind = Literal[
    "id",  # the item's own id
    "line",  # plain text
    "tag",  # of a language
    "markdown",  # text with Markdown and references
    "lines",  # a list of plain texts
    "ref",  # id of one item of ``scheme``
    "refs",  # ids of items of ``scheme``
    "links",  # references written scheme:id
    "choice",
    "date",
    "passage",  # chapter#passage
    "number",
    "year",
    "names",  # [[first year, name], …]
]

CONFIDENCES = ("A", "B", "C", "A/B", "A/C", "B/C")
MODES = ("rail", "road", "sea", "river", "sledge")
VERDICTS = ("accurate", "imprecise", "disputed", "wrong", "unsourced")
LANES = ("life", "party", "country", "world")
CALENDARS = ("gregorian", "julian")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``neutral`` ones are the same in every language and stand only in the first."""

    name: str
    kind: Kind
    note: str
    required: bool = False
    neutral: bool = False
    scheme: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One array of tables (``[[term]]`` in ``glossary.toml``) and the arrays inside it."""

    name: str
    file: str
    note: str
    fields: tuple[Field, ...]
    children: tuple[Table, ...] = field(default=())

    @property
    def scheme(self) -> str:
        """The reference scheme that names its items."""
        return self.name


def _sources(note: str = "Keys of sources.bib.") -> Field:
    return Field("sources", "refs", note, neutral=True, scheme="source")


_ID = Field("id", "id", "Unique in the pack for its kind.", required=True)
_PART_ID = Field("id", "id", "As in plates.geojson.", required=True)

TABLES: tuple[Table, ...] = (
    Table(
        "term",
        "glossary.toml",
        "A word of the glossary.",
        (
            _ID,
            Field("title", "line", "The word.", required=True),
            Field("say", "line", "How to say it, in plain letters."),
            Field("script", "line", "The word in its own language and script.", neutral=True),
            Field(
                "script_lang",
                "tag",
                "Language of script, such as ru or ka; readers can ask for one.",
                neutral=True,
            ),
            Field("text", "markdown", "What it means.", required=True),
            Field("related", "links", "Where to go on, such as term:serf.", neutral=True),
            Field("aliases", "lines", "Other spellings that search should find."),
        ),
    ),
    Table(
        "person",
        "people.toml",
        "A person.",
        (
            _ID,
            Field("name", "line", "The name as the text uses it.", required=True),
            Field("sort_name", "line", "The name as an index sorts it; without it, the name."),
            Field("script", "line", "The name in its own scripts.", neutral=True),
            Field("life", "line", "Years of life, such as 1878–1953."),
            Field("role", "line", "Who this was, in a few words."),
            Field("fate", "line", "What became of the person."),
            Field("text", "markdown", "More, in a paragraph or two."),
            Field("allegiances", "lines", "Sides taken in 1923–25, 1925–27 and 1928–29."),
            Field("aliases", "lines", "Other names and spellings that search should find."),
            _sources(),
        ),
    ),
    Table(
        "place",
        "places.toml",
        "What a place of places.geojson is called.",
        (
            _ID,
            Field("name", "line", "The name as the text uses it.", required=True),
            Field("name_today", "line", "The name today, if it differs."),
            Field(
                "names", "names", 'Names by first year, such as [["1801", "Tiflis"], ["1936", "Tbilisi"]].'
            ),
            Field("historical_names", "line", "Other names it has had, in words."),
            Field("country_then", "line", "The country it was in."),
            Field("country_now", "line", "The country it is in."),
            Field("text", "markdown", "Why it matters."),
            Field("visit", "line", "What is there to see today."),
            Field("aliases", "lines", "Other spellings that search should find."),
        ),
    ),
    Table(
        "event",
        "events.toml",
        "Something that happened.",
        (
            _ID,
            Field("date", "date", "EDTF, New Style (Gregorian).", required=True, neutral=True),
            Field(
                "calendar",
                "choice",
                "The calendar in force there; julian shows Old Style beside New Style.",
                neutral=True,
                choices=CALENDARS,
            ),
            Field("title", "line", "What happened, in a few words.", required=True),
            Field("text", "markdown", "What happened, in a sentence or two."),
            Field("place", "ref", "Where.", neutral=True, scheme="place"),
            Field("people", "refs", "Who.", neutral=True, scheme="person"),
            Field("lane", "choice", "Lane of the timeline.", neutral=True, choices=LANES),
            Field("confidence", "choice", "How sure scholarship is.", neutral=True, choices=CONFIDENCES),
            _sources(),
        ),
    ),
    Table(
        "claim",
        "claims.toml",
        "A statement under examination.",
        (
            _ID,
            Field("title", "line", "The claim.", required=True),
            Field("verdict", "choice", "What became of it.", required=True, neutral=True, choices=VERDICTS),
            Field("verdict_note", "line", "The finer shade of the verdict."),
            Field("text", "markdown", "What scholarship says.", required=True),
            Field("confidence", "choice", "How sure scholarship is.", neutral=True, choices=CONFIDENCES),
            _sources("Keys of sources.bib; required unless the verdict is unsourced."),
        ),
    ),
    Table(
        "journey",
        "journeys.toml",
        "A journey; its lines are in journeys.geojson.",
        (
            _ID,
            Field("title", "line", "Its name.", required=True),
            Field("person", "ref", "Who travelled.", neutral=True, scheme="person"),
            Field("text", "markdown", "An introduction."),
            _sources(),
        ),
        (
            Table(
                "stop",
                "journeys.toml",
                "A stop, in order.",
                (
                    Field("place", "ref", "Where, if the pack has the place.", neutral=True, scheme="place"),
                    Field("name", "line", "What to call the stop; without it, the name of the place."),
                    Field("dates", "line", "When, in words."),
                    Field(
                        "edtf",
                        "date",
                        "When: EDTF, New Style. Days are counted between dates that give the day.",
                        neutral=True,
                    ),
                    Field(
                        "mode",
                        "choice",
                        "How one travels on; empty at the end.",
                        neutral=True,
                        choices=("", *MODES),
                    ),
                    Field("onward", "line", "How one travels on, in words."),
                    Field("note", "line", "What is not known of the way on."),
                    Field(
                        "passage",
                        "passage",
                        "The passage that tells of the stop, such as seminary#arrival.",
                        neutral=True,
                    ),
                    Field(
                        "confidence",
                        "choice",
                        "How sure scholarship is.",
                        neutral=True,
                        choices=("", *CONFIDENCES),
                    ),
                ),
            ),
        ),
    ),
    Table(
        "plate",
        "plates.toml",
        "A plate of a city, drawn in plates.geojson.",
        (
            _ID,
            Field("title", "line", "Its name.", required=True),
            Field(
                "place", "ref", "The place it belongs to, if the pack has it.", neutral=True, scheme="place"
            ),
            Field("note", "line", "How certain the drawing is."),
        ),
        (
            Table(
                "site",
                "plates.toml",
                "What a site is called.",
                (
                    _PART_ID,
                    Field("name", "line", "Its name; without it, the name of the place."),
                    Field("note", "line", "What it is, or how certain the pin is."),
                ),
            ),
            Table(
                "line",
                "plates.toml",
                "What a river, street, railway, wall or sketch is called.",
                (_PART_ID, Field("name", "line", "Its name.", required=True)),
            ),
            Table(
                "area",
                "plates.toml",
                "What a water, park or town is called.",
                (_PART_ID, Field("name", "line", "Its name.", required=True)),
            ),
        ),
    ),
    Table(
        "debate",
        "debates.toml",
        "A question historians answer differently.",
        (
            _ID,
            Field("title", "line", "The question.", required=True),
            Field("text", "markdown", "What it is about."),
            _sources(),
        ),
        (
            Table(
                "position",
                "debates.toml",
                "One side, with its best case.",
                (
                    Field("title", "line", "The answer in a few words.", required=True),
                    Field("text", "markdown", "The best case for it.", required=True),
                    Field("holders", "lines", "Who holds it."),
                    _sources(),
                    Field(
                        "key",
                        "id",
                        "Its name in the reader’s judgements, made from the title; give it before you change the title.",
                        neutral=True,
                    ),
                ),
            ),
        ),
    ),
    Table(
        "alliance",
        "alliances.toml",
        "Who stood with whom, in one phase of a struggle.",
        (
            _ID,
            Field("dates", "line", "When, in words.", required=True),
            Field(
                "date", "date", "When: EDTF, New Style; the screen then follows the timeline.", neutral=True
            ),
            Field("title", "line", "Its name."),
            Field("won_name", "line", "What the side that won is called."),
            Field("won", "refs", "People of the side that won.", neutral=True, scheme="person"),
            Field("won_also", "lines", "Names of others there, who are not in people.toml."),
            Field("against_name", "line", "What the other side is called."),
            Field("against", "refs", "People of the other side.", neutral=True, scheme="person"),
            Field("against_also", "lines", "Names of others there, who are not in people.toml."),
            Field("apart", "refs", "People of neither side.", neutral=True, scheme="person"),
            Field("others", "line", "What else there is to know of the sides."),
            Field("issue", "line", "What it was about."),
            Field("outcome", "line", "How it ended."),
            _sources(),
        ),
        (
            Table(
                "note",
                "alliances.toml",
                "A few words beside a person in the diagram.",
                (
                    Field("person", "ref", "Who.", required=True, neutral=True, scheme="person"),
                    Field("text", "line", "The words.", required=True),
                ),
            ),
        ),
    ),
    Table(
        "council",
        "councils.toml",
        "Who sat in a ruling body from one date on.",
        (
            _ID,
            Field("title", "line", "What the body is called.", required=True),
            Field("dates", "line", "Since when, in words.", required=True),
            Field("full", "refs", "Full members.", neutral=True, scheme="person"),
            Field("full_also", "lines", "Names of full members who are not in people.toml."),
            Field("candidates", "refs", "Candidate members.", neutral=True, scheme="person"),
            Field("candidates_also", "lines", "Names of candidates who are not in people.toml."),
            Field("note", "line", "What else there is to know of it."),
        ),
    ),
    Table(
        "band",
        "timeline.toml",
        "A stretch of time with a name, drawn as a band behind the timeline.",
        (
            _ID,
            Field("date", "date", "EDTF interval, New Style (Gregorian).", required=True, neutral=True),
            Field("title", "line", "Its name, in two or three words.", required=True),
        ),
    ),
    Table(
        "lane",
        "lanes.toml",
        "What a lane of the timeline is called, where its plain name is not enough.",
        (
            Field("id", "id", "The lane: life, party or world (which shows country too).", required=True),
            Field("title", "line", "Its name, in two or three words.", required=True),
        ),
    ),
    Table(
        "estimate",
        "estimates.toml",
        "Published figures of one thing, for a chart.",
        (
            _ID,
            Field("title", "line", "What is counted.", required=True),
            Field("unit", "line", "The unit of low and high."),
            Field("note", "markdown", "What to keep in mind."),
            _sources(),
        ),
        (
            Table(
                "row",
                "estimates.toml",
                "One figure.",
                (
                    Field("author", "line", "Who gives it.", required=True),
                    Field("year", "year", "When it was published.", neutral=True),
                    Field("label", "line", "The figure in words."),
                    Field("low", "number", "The lowest value.", neutral=True),
                    Field(
                        "high",
                        "number",
                        "The highest value; the same as low for a single figure.",
                        neutral=True,
                    ),
                    Field(
                        "kind",
                        "choice",
                        "Whether records or estimates are counted.",
                        neutral=True,
                        choices=("", "recorded", "estimated"),
                    ),
                    Field("counts", "line", "Exactly what is counted."),
                    Field("note", "line", "A remark."),
                    Field("source", "ref", "Key of sources.bib.", neutral=True, scheme="source"),
                    Field(
                        "confidence",
                        "choice",
                        "How sure scholarship is.",
                        neutral=True,
                        choices=("", *CONFIDENCES),
                    ),
                ),
            ),
        ),
    ),
)

BY_NAME = {table.name: table for table in TABLES}
