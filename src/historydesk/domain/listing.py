"""Everything of one kind in full, as an export takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term of the glossary; ``html`` is the compiler's safe subset, ``chapters`` the numbers that name it."""

    id: str
    title: str
    say: str
    script: str
    script_lang: str
    html: str
    aliases: tuple[str, ...]
    chapters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source; ``bibtex`` is its entry, a field a line, ``csl`` the same as data of a citation (CSL-JSON)."""

    id: str
    is_primary: bool
    note: str
    bibtex: str
    csl: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """What is said of a place beside its name: countries, certainty of the pin in metres, text."""

    id: str
    country_then: str
    country_now: str
    precision_m: int
    html: str
