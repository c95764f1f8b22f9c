"""Tables of a compiled pack: invariant columns once, texts by language.

Every text row exists for every language of the pack: where a translation is missing the compiler stores the
first language's text with ``fallback`` set, so a query never needs to fall back itself.
Prose columns (``*_html``) hold the compiler's safe subset; lists are JSON arrays.
"""

# No deferred annotations here: as text SQLAlchemy would have to evaluate each of them at every start.

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class PackTable(DeclarativeBase):
    """Base of the tables of a pack."""


class ManifestRow(PackTable):
    """Identity of the pack: id, version, license, hash, counts … as key and value."""

    __tablename__ = "manifest"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class LanguageRow(PackTable):
    """Languages, the first one being the pack's own."""

    __tablename__ = "language"
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class HomeRow(PackTable):
    """Home page texts."""

    __tablename__ = "home"
    lang: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    span: Mapped[str]
    lead: Mapped[str]
    minutes: Mapped[int]
    """Reading time of all chapters in this language, so that home needs no sum over them."""
    places: Mapped[list[list[str]]] = mapped_column(JSON)
    """[place id, year, short name or ""] for the home picture."""


class PartRow(PackTable):
    """A heading of the contents."""

    __tablename__ = "part"
    __table_args__ = (UniqueConstraint("lang", "id"),)
    lang: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    title: Mapped[str]


class ChapterRow(PackTable):
    """A chapter in a language; ``number`` counts from 1 over the pack, so it is also the order."""

    __tablename__ = "chapter"
    __table_args__ = (UniqueConstraint("lang", "id"),)
    lang: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    part_id: Mapped[str]
    title: Mapped[str]
    subtitle: Mapped[str]
    words: Mapped[int]
    minutes: Mapped[int]
    span: Mapped[str]
    start_day: Mapped[int]
    end_day: Mapped[int]
    fallback: Mapped[int]
    question: Mapped[str]
    """What the chapter asks; may be empty."""
    brief_html: Mapped[str]
    """The short version; may be empty. It is no passage."""


class PassageRow(PackTable):
    """One block of a chapter. ``id`` is the passage id inside its chapter; ``rowid`` is that of the full-text index."""

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("lang", "chapter", "ordinal"),
        UniqueConstraint("lang", "chapter", "id"),
    )
    rowid: Mapped[int] = mapped_column(primary_key=True)
    lang: Mapped[str]
    chapter: Mapped[int]
    """The chapter's number."""
    ordinal: Mapped[int]
    id: Mapped[str]
    kind: Mapped[str]
    html: Mapped[str | None]
    """NULL where it is ``text`` between ``<p>`` and ``</p>`` and nothing else: most text is kept once."""
    text: Mapped[str]
    """What it says without marks; may be empty."""
    places: Mapped[str]
    """Place ids in reading order, separated by spaces."""
    events: Mapped[str]
    view: Mapped[str]


class ReferenceRow(PackTable):
    """Which passage names which item; one row per item and passage, in the pack's own first language."""

    __tablename__ = "reference"
    __table_args__ = (Index("reference_item", "scheme", "target", "chapter", "ordinal"),)
    chapter: Mapped[int] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    scheme: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(primary_key=True)


class NoteRow(PackTable):
    """A footnote; ``id`` is ``<chapter id>/<label>``."""

    __tablename__ = "note"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    html: Mapped[str]


class SourceRow(PackTable):
    """A source; ``csl`` is what citations and RIS are made from, ``bibtex`` what the author wrote."""

    __tablename__ = "source"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    title: Mapped[str]
    is_primary: Mapped[int]
    note: Mapped[str]
    bibtex: Mapped[str]
    csl: Mapped[dict[str, Any]] = mapped_column(JSON)


class SourceCitationRow(PackTable):
    """A source in one citation style: ``short`` without brackets ("Kotkin 2014"), ``html`` the whole entry."""

    __tablename__ = "source_citation"
    style: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("source.id"), primary_key=True)
    ordinal: Mapped[int]
    """Place in the bibliography of the style."""
    short: Mapped[str]
    html: Mapped[str]


class PlaceRow(PackTable):
    """A place. ``x``/``y`` are km on the map plane."""

    __tablename__ = "place"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    lon: Mapped[float]
    lat: Mapped[float]
    x: Mapped[float]
    y: Mapped[float]
    rank: Mapped[int]
    precision_m: Mapped[int]
    """Half-width of the doubt about the pin, in metres."""


class PlaceTextRow(PackTable):
    """What a place is called and why it matters."""

    __tablename__ = "place_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("place.id"), primary_key=True)
    name: Mapped[str]
    """The historical name used in the text (Tiflis)."""
    name_today: Mapped[str]
    names: Mapped[list[list[str]]] = mapped_column(JSON)
    """[[first year, name], …]; empty when the name never changed."""
    historical_names: Mapped[str]
    country_then: Mapped[str]
    country_now: Mapped[str]
    body_html: Mapped[str]
    visit: Mapped[str]
    fallback: Mapped[int]


class PersonRow(PackTable):
    """A person; ``allegiances`` is [1923–25, 1925–27, 1928–29]."""

    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    script: Mapped[str]
    """The name in its own scripts."""
    sources: Mapped[list[str]] = mapped_column(JSON)


class PersonTextRow(PackTable):
    """What is said of a person."""

    __tablename__ = "person_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    name: Mapped[str]
    sort_name: Mapped[str]
    life: Mapped[str]
    role: Mapped[str]
    fate: Mapped[str]
    body_html: Mapped[str]
    allegiances: Mapped[list[str]] = mapped_column(JSON)
    aliases: Mapped[list[str]] = mapped_column(JSON)
    fallback: Mapped[int]


class TermRow(PackTable):
    """A glossary term; ``script`` is the word in its original language."""

    __tablename__ = "term"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    script: Mapped[str]
    script_lang: Mapped[str]
    related: Mapped[list[str]] = mapped_column(JSON)
    """References (``term:…``, ``person:…``, ``place:…``)."""


class TermTextRow(PackTable):
    """A term's word, pronunciation and meaning."""

    __tablename__ = "term_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("term.id"), primary_key=True)
    title: Mapped[str]
    say: Mapped[str]
    body_html: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(JSON)
    fallback: Mapped[int]


class EventRow(PackTable):
    """A dated event. Days are proleptic Gregorian ordinals; ``calendar`` (julian, gregorian) was in force."""

    __tablename__ = "event"
    __table_args__ = (Index("event_time", "first_day"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    edtf: Mapped[str]
    calendar: Mapped[str]
    first_day: Mapped[int]
    last_day: Mapped[int]
    approximate: Mapped[int]
    uncertain: Mapped[int]
    place: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    people: Mapped[list[str]] = mapped_column(JSON)
    lane: Mapped[str]
    confidence: Mapped[str]
    sources: Mapped[list[str]] = mapped_column(JSON)


class EventTextRow(PackTable):
    """What is said of an event; ``display`` is its date in words, both calendars where both belong."""

    __tablename__ = "event_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("event.id"), primary_key=True)
    title: Mapped[str]
    display: Mapped[str]
    body_html: Mapped[str]
    fallback: Mapped[int]


class ClaimRow(PackTable):
    """A claim and its verdict (accurate, imprecise, disputed, wrong, unsourced)."""

    __tablename__ = "claim"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    verdict: Mapped[str]
    confidence: Mapped[str]
    sources: Mapped[list[str]] = mapped_column(JSON)


class ClaimTextRow(PackTable):
    """The claim, the finer shade of its verdict, and what scholarship says."""

    __tablename__ = "claim_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    title: Mapped[str]
    verdict_note: Mapped[str]
    body_html: Mapped[str]
    fallback: Mapped[int]


class JourneyRow(PackTable):
    """A journey: its stops, and the legs between them with their ways in km on the plane."""

    __tablename__ = "journey"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    person: Mapped[str]
    sources: Mapped[list[str]] = mapped_column(JSON)
    stops: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    """Objects with place (empty where the pack has none), mode, confidence, passage (chapter#passage),
    first_day and last_day (0: not known to the day), year, about (a day is about right)."""
    legs: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    """Objects with ways ([[mode, km over the ground, [[x, y], …]], …]) and precision_km."""


class JourneyTextRow(PackTable):
    """A journey's title, introduction and per-stop words ({name, dates, onward, note} in stop order)."""

    __tablename__ = "journey_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("journey.id"), primary_key=True)
    title: Mapped[str]
    body_html: Mapped[str]
    stops: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    fallback: Mapped[int]


class PlateRow(PackTable):
    """A plate of a city, in km on the plane; its bounds lie around everything drawn."""

    __tablename__ = "plate"
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    place: Mapped[str]
    """The place it belongs to; may be empty."""
    x0: Mapped[float]
    y0: Mapped[float]
    x1: Mapped[float]
    y1: Mapped[float]
    sites: Mapped[list[list[object]]] = mapped_column(JSON)
    """[[id, place or "", x, y, metres of doubt], …]"""
    lines: Mapped[list[list[object]]] = mapped_column(JSON)
    """[[id or "", kind, metres of doubt, [[x, y], …]], …]"""
    areas: Mapped[list[list[object]]] = mapped_column(JSON)
    """[[id or "", kind, metres of doubt, [[[x, y], …], …]], …]: rings, the outer one first."""


class PlateTextRow(PackTable):
    """A plate's title, how certain it is, and what its sites, lines and areas are called."""

    __tablename__ = "plate_text"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ForeignKey("plate.id"), primary_key=True)
    title: Mapped[str]
    note: Mapped[str]
    sites: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    """{id: [name, note]}"""
    lines: Mapped[dict[str, str]] = mapped_column(JSON)
    """{id: name}"""
    areas: Mapped[dict[str, str]] = mapped_column(JSON)
    """{id: name}"""
    fallback: Mapped[int]


class DebateRow(PackTable):
    """A historians' debate: the positions, each with its best case, who holds it and sources."""

    __tablename__ = "debate"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    title: Mapped[str]
    body_html: Mapped[str]
    positions: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    sources: Mapped[list[str]] = mapped_column(JSON)
    fallback: Mapped[int]


class AllianceRow(PackTable):
    """A phase of the struggle: who won, against whom, over what, with what outcome."""

    __tablename__ = "alliance"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    data: Mapped[dict[str, object]] = mapped_column(JSON)
    fallback: Mapped[int]


class CouncilRow(PackTable):
    """Who sat in a ruling body from one date on: full members and candidates."""

    __tablename__ = "council"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    data: Mapped[dict[str, object]] = mapped_column(JSON)
    fallback: Mapped[int]


class BandRow(PackTable):
    """A stretch of time with a name, behind the timeline; days are proleptic Gregorian ordinals."""

    __tablename__ = "band"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    title: Mapped[str]
    first_day: Mapped[int]
    last_day: Mapped[int]
    fallback: Mapped[int]


class LaneRow(PackTable):
    """What a lane of the timeline (life, party, world) is called."""

    __tablename__ = "lane"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    fallback: Mapped[int]


class EstimateRow(PackTable):
    """A table of published estimates for a chart; each row names author, year and what is counted."""

    __tablename__ = "estimate"
    lang: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    data: Mapped[dict[str, object]] = mapped_column(JSON)
    fallback: Mapped[int]


class QuestionRow(PackTable):
    """A quiz question of a chapter, parsed from GIFT."""

    __tablename__ = "question"
    lang: Mapped[str] = mapped_column(primary_key=True)
    chapter: Mapped[int] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    kind: Mapped[str]
    data: Mapped[dict[str, object]] = mapped_column(JSON)


class FigureRow(PackTable):
    """A picture of the pack, by its path inside the authored folder."""

    __tablename__ = "figure"
    path: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    data: Mapped[bytes]


class SearchDocumentRow(PackTable):
    """What search finds beside passages: a row for each item, chapter title and short version in each language."""

    __tablename__ = "search_document"
    rowid: Mapped[int] = mapped_column(primary_key=True)
    lang: Mapped[str]
    kind: Mapped[str]
    """heading (a chapter's title), term, person, place, event, journey, claim, debate, source; chapter (a short
    version)."""
    target: Mapped[str]
    """Chapter id for a title or a short version, else the item's id."""
    passage: Mapped[str]
    """The id by which a short version is opened; else empty."""
    title: Mapped[str]
    body: Mapped[str]
    folded: Mapped[str]
    """Other spellings and scripts of the names in the title, folded by ``domain.spelling``."""
