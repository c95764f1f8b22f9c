"""The shape of the full-text index: its definition, and where each language and kind lies in it.

Standard library only, because the reader's queries use it as well as the writer.
"""

from __future__ import annotations

HEADING = "heading"
"""A chapter's own title: the writer adds a document for it, so that titles need no ranking of passages."""

PASSAGE = "chapter"
"""A passage of a chapter."""

SEARCH_KINDS = (HEADING, "term", "person", "place", "event", "journey", "claim", "debate", "source", PASSAGE)
"""Kinds as they lie in the index: the few titles and items before the many passages."""

ROW_BITS = 32
"""Row ids are ``language ordinal × KIND_SLOTS + kind``, shifted by this many bits, plus a running number."""

KIND_SLOTS = 16
"""Room for so many kinds in each language."""

LARGE = 30_000_000
"""Characters of text from which a pack is large: about five million words."""
_SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search USING fts5(title, body, folded, content='search_document', "
    "content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='{prefixes}')"
)

HEADINGS = f"""
INSERT INTO search_document (rowid, lang, kind, target, passage, title, body, folded)
SELECT ((language.ordinal * {KIND_SLOTS}) << {ROW_BITS}) + chapter.number,
       chapter.lang, '{HEADING}', chapter.id, '', chapter.title, chapter.subtitle, fold(chapter.title)
FROM chapter JOIN language ON language.tag = chapter.lang
ORDER BY language.ordinal, chapter.number
"""


def search_ddl(characters: int = LARGE) -> str:
    """The definition of the index for so much text.

    In a large pack prefixes of two to four letters have lists of their own: they match too much to be merged in
    time. In a smaller one a list for two letters is enough, and the index is made in half the time.
    """
    return _SEARCH_DDL.format(prefixes="2 3 4" if characters >= LARGE else "2")


def index_statements(characters: int) -> tuple[str, ...]:
    """What makes the index when so much text is in the documents.

    4 MiB of words are gathered before a segment is written: faster than SQLite's 1 MiB, and still little memory.
    Only a large pack has so many segments that merging them makes search faster.
    """
    define, gather = search_ddl(characters), f"INSERT INTO search(search, rank) VALUES('hashsize', {4 << 20})"
    rebuild = "INSERT INTO search(search) VALUES('rebuild')"
    if characters >= LARGE:
        return define, gather, rebuild, "INSERT INTO search(search) VALUES('optimize')"
    return define, gather, "INSERT INTO search(search, rank) VALUES('automerge', 0)", rebuild


def search_base(language_ordinal: int, kind: str) -> int:
    """The row id below the first document of a kind in a language."""
    return (language_ordinal * KIND_SLOTS + SEARCH_KINDS.index(kind)) << ROW_BITS


def kind_of(rowid: int) -> str:
    """The kind of the document with this row id."""
    return SEARCH_KINDS[(rowid >> ROW_BITS) % KIND_SLOTS]
