"""Tables of the reader's own records; ``db/records`` holds the migrations that make them."""

# No deferred annotations here: as text SQLAlchemy would have to evaluate each of them at every start.

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class RecordsTable(DeclarativeBase):
    """Base of the tables of the records."""


class SettingRow(RecordsTable):
    """A setting under its declared key, as text."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ReadingPlaceRow(RecordsTable):
    """How far a chapter of a pack was read."""

    __tablename__ = "reading_place"
    pack: Mapped[str] = mapped_column(primary_key=True)
    chapter: Mapped[str] = mapped_column(primary_key=True)
    passage: Mapped[str]
    share: Mapped[float]
    finished: Mapped[bool]


class LastLocationRow(RecordsTable):
    """Where the person was last in a pack."""

    __tablename__ = "last_location"
    pack: Mapped[str] = mapped_column(primary_key=True)
    screen: Mapped[str]
    chapter: Mapped[str]
    passage: Mapped[str]
    item: Mapped[str]


class QuizAnswerRow(RecordsTable):
    """The answer given last to a question of a chapter's quiz."""

    __tablename__ = "quiz_answer"
    pack: Mapped[str] = mapped_column(primary_key=True)
    chapter: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    attempt: Mapped[int]
    given: Mapped[str]
    """A JSON list of strings."""
    right: Mapped[bool]


class JudgementRow(RecordsTable):
    """Which position of a debate someone placed their judgement on, by its id."""

    __tablename__ = "judgement"
    pack: Mapped[str] = mapped_column(primary_key=True)
    debate: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[str]
    made: Mapped[str]


class KnownTermRow(RecordsTable):
    """A term someone knew when they practised; one that was not known has no row."""

    __tablename__ = "known_term"
    pack: Mapped[str] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(primary_key=True)


class BookmarkRow(RecordsTable):
    """A passage someone marked."""

    __tablename__ = "bookmark"
    __table_args__ = (UniqueConstraint("pack", "chapter", "passage"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    pack: Mapped[str]
    chapter: Mapped[str]
    passage: Mapped[str]
    made: Mapped[str]
