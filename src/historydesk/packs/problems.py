"""Problems found in authored text: gathered while reading, shown all at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

_MANY = 2000
"""Known words among which a like one is looked for: that takes a millisecond for every hundred."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right; ``path`` is relative to the pack, with forward slashes; lines count from 1."""

    path: str
    line: int
    what: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}: {mark}{self.what}; {self.remedy}"


@dataclass(slots=True)
class Problems:
    """The problems of one build, each once; owned by whoever started it."""

    found: dict[Problem, None] = field(default_factory=dict)
    errors: int = 0
    """How many problems stop the build."""

    def error(self, path: str, line: int, what: str, remedy: str) -> None:
        """Something that stops the build."""
        problem = Problem(path, line, what, remedy)
        if problem not in self.found:
            self.found[problem] = None
            self.errors += 1

    def warning(self, path: str, line: int, what: str, remedy: str) -> None:
        """Something the author should know."""
        self.found[Problem(path, line, what, remedy, "warning")] = None

    @property
    def warnings(self) -> int:
        """How many problems do not stop the build."""
        return len(self.found) - self.errors

    def in_order(self) -> list[Problem]:
        """Every problem, by file and line."""
        return sorted(
            self.found, key=lambda each: (each.path, each.line, each.what, each.remedy, each.severity)
        )


def did_you_mean(word: str, known: Collection[str], otherwise: str) -> str:
    """A remedy that names the nearest known word, or ``otherwise``; among too many none is looked for."""
    near = get_close_matches(word, known, n=1, cutoff=0.7) if len(known) <= _MANY else []
    return f"did you mean “{near[0]}”?" if near else otherwise
