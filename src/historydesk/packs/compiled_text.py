"""What a chapter's text becomes: passages, notes and a short version, ready to be stored."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class CompiledPassage:
    """One block of a chapter, ready to be stored. ``references`` are (scheme, target) without repetition."""

    id: str
    kind: str
    html: str
    text: str
    view: str = ""
    references: list[tuple[str, str]] = field(default_factory=list)
    line: int = 0
    """Where it begins in its file."""
    is_fact: bool = False
    is_unsourced: bool = False
    """Whether its author says that there is no source to name."""


@dataclass(slots=True)
class CompiledNote:
    """A footnote; ``number`` counts from 1 over the chapter, ``label`` is its letter."""

    number: int
    label: str
    html: str


@dataclass(slots=True)
class CompiledBrief:
    """A chapter's short version, which is no passage: paragraphs of plain words."""

    html: str
    text: str
    line: int
    """Where its container begins."""


@dataclass(slots=True)
class CompiledText:
    """The passages and notes of one chapter in one language, and its short version if it has one."""

    passages: list[CompiledPassage]
    notes: list[CompiledNote]
    brief: CompiledBrief | None = None
