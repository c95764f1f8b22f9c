"""One text while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from historydesk.packs.compiled_text import CompiledBrief, CompiledNote
from historydesk.packs.problems import Problems


@dataclass(slots=True)
class TextDocument:
    """What the walk over one text has seen so far; made by the reader for each text."""

    problems: Problems
    path: str
    first_line: int
    owner: str = ""
    """Chapter id, or empty for the prose of an item."""
    citations: dict[str, int] = field(default_factory=dict)
    references: dict[tuple[str, str], None] = field(default_factory=dict)
    """Of the passage being read."""
    definitions: dict[str, list[Token]] = field(default_factory=dict)
    note_lines: dict[str, int] = field(default_factory=dict)
    notes: dict[str, CompiledNote] = field(default_factory=dict)
    in_note: bool = False
    cites: bool = False
    """Whether the passage being read cites a source, known or not."""
    text: str = ""
    has_section: bool = False
    """Whether a heading of level two has been read."""
    brief: CompiledBrief | None = None

    def line(self, token: Token) -> int:
        """The line of the file at which a block begins."""
        return (token.map[0] if token.map else 0) + self.first_line

    def error(self, line: int, what: str, remedy: str) -> None:
        """Report what is wrong in this text."""
        self.problems.error(self.path, line, what, remedy)
