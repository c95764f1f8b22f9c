"""Chapters and passages as they are read."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.values import dataclass

PassageKind = Literal[
    "heading",
    "paragraph",
    "list",
    "quote",
    "pull",
    "aside",
    "caution",
    "figure",
    "table",
    "rule",
]

BRIEF_ID = "in-brief"
"""The short version's id where a passage may be named: no passage has it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a chapter. ``id`` is unique inside the chapter; ``html`` is the safe subset of the compiler.

    ``places`` and ``events`` are ids named in it, in reading order. ``view`` is an author's map view
    (``place``, ``zoom``, ``era``, ``journey``), empty when the passage's places decide.
    """

    id: str
    ordinal: int
    kind: PassageKind
    html: str
    text: str
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    view: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A whole chapter; ``previous``/``next`` are chapter ids or empty.

    ``brief`` is its short version as HTML, paragraphs only; empty when there is none. ``questions`` is how
    many there are at its end. An untranslated one is in the pack's first language.
    """

    summary: ChapterSummary
    passages: tuple[Passage, ...]
    previous: str
    next: str
    previous_title: str = ""
    next_title: str = ""
    brief: str = ""
    questions: int = 0
    is_untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """Where an item is used: a passage of a chapter, with a short plain-text excerpt.

    ``marks`` are (start, length) of the words in the excerpt that name the item.
    """

    chapter_id: str
    chapter_number: int
    chapter_title: str
    passage_id: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()
