"""What a person leaves behind: place, progress, bookmarks, settings."""

from __future__ import annotations

from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """How far a chapter was read: the passage at the top, the share seen (0–1), whether it was finished."""

    chapter: str
    passage: str
    share: float
    finished: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which position of a debate convinced someone: its id, "" for none; ``made`` is the ISO date."""

    debate: str
    position: str
    made: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A passage someone marked; ``made`` is when, as an ISO 8601 time in UTC."""

    chapter: str
    passage: str
    made: str = ""
