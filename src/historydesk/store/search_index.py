"""The shape of the full-text index: its definition, and where each language and kind lies in it.

Standard library only, because the reader's queries use it as well as the writer.
"""

from __future__ import annotations

SEARCH_KINDS = ("term", "person", "place", "event", "claim", "source", "chapter")
"""Kinds in the order in which they lie in the index: the few items before the many passages."""

SEARCH_BASE_BITS = 32
"""Row ids are ``language ordinal × 8 + kind``, shifted by this many bits, plus a running number."""

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search USING fts5(title, body, folded, content='search_document', "
    "content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
SEARCH_CONFIG: tuple[str, ...] = ()


def search_base(language_ordinal: int, kind: str) -> int:
    """The row id below the first document of a kind in a language."""
    return (language_ordinal * 8 + SEARCH_KINDS.index(kind)) << SEARCH_BASE_BITS
