"""The shape of the full-text indexes: their definitions, and where each language and kind lies in them.

Standard library only, because the reader's queries use it as well as the writer.
"""

from __future__ import annotations

HEADING = "heading"
"""A chapter's own title: the writer adds a document for it, so that titles need no ranking of passages."""

PASSAGE = "chapter"
"""A passage of a chapter, or its short version."""

SEARCH_KINDS = (HEADING, "term", "person", "place", "event", "journey", "claim", "debate", "source", PASSAGE)
"""Kinds as they lie in the indexes: titles and items in ``search``, the many passages in ``search_passage``."""

ROW_BITS = 32
"""Row ids are ``language ordinal × KIND_SLOTS + kind``, shifted by this many bits, plus a running number."""

KIND_SLOTS = 16
"""Room for so many kinds in each language."""

MEDIUM, LARGE = 15_000_000, 30_000_000
"""Characters of text from which passages need lists of beginnings: two and a half and five million words."""
_TOKENS = "tokenize='unicode61 remove_diacritics 2'"
_ITEMS_DDL = (
    f"CREATE VIRTUAL TABLE search USING fts5(title, body, folded, content='', {_TOKENS}, prefix='2 3 4')"
)
_PASSAGES_DDL = f"CREATE VIRTUAL TABLE search_passage USING fts5(title, body, content='', {_TOKENS}%s)"

HEADINGS = f"""
INSERT INTO search_document (rowid, lang, kind, target, passage, title, body, folded)
SELECT ((language.ordinal * {KIND_SLOTS}) << {ROW_BITS}) + chapter.number,
       chapter.lang, '{HEADING}', chapter.id, '', chapter.title, chapter.subtitle, fold(chapter.title)
FROM chapter JOIN language ON language.tag = chapter.lang
ORDER BY language.ordinal, chapter.number
"""

FILL_ITEMS = f"""
INSERT INTO search (rowid, title, body, folded)
SELECT rowid, title, body, folded FROM search_document WHERE kind <> '{PASSAGE}' ORDER BY rowid
"""
FILL_PASSAGES = f"""
INSERT INTO search_passage (rowid, title, body)
SELECT passage.rowid, chapter.title, passage.text
FROM passage CROSS JOIN chapter ON chapter.lang = passage.lang AND chapter.number = passage.chapter
WHERE passage.text <> ''
UNION ALL
SELECT rowid, title, body FROM search_document WHERE kind = '{PASSAGE}'
ORDER BY 1
"""


def search_ddl(characters: int = LARGE) -> tuple[str, str]:
    """The definitions of the indexes of items and of passages for so much text.

    In a large pack beginnings of two and three letters have lists of their own: they match too much to be merged
    in time. In a smaller one a list for two letters is enough, and in one of up to 2.5 million words none is
    needed: each list takes half as long to make as the words themselves.
    """
    prefixes = ", prefix='2 3'" if characters >= LARGE else ", prefix='2'" if characters >= MEDIUM else ""
    return _ITEMS_DDL, _PASSAGES_DDL % prefixes


def index_statements(characters: int) -> tuple[str, ...]:
    """What makes the indexes when so much text is in the documents and passages.

    4 MiB of words are gathered before a segment is written: faster than SQLite's 1 MiB, and still little memory.
    Only a large pack has so many segments that merging them makes search faster.
    """
    items, passages = search_ddl(characters)
    gather = f"INSERT INTO search_passage(search_passage, rank) VALUES('hashsize', {4 << 20})"
    apart = "INSERT INTO search_passage(search_passage, rank) VALUES('automerge', 0)"
    if characters >= LARGE:
        merge = "INSERT INTO search_passage(search_passage) VALUES('optimize')"
        return items, FILL_ITEMS, passages, gather, FILL_PASSAGES, merge
    return items, FILL_ITEMS, passages, gather, apart, FILL_PASSAGES


def search_base(language_ordinal: int, kind: str) -> int:
    """The row id below the first document of a kind in a language."""
    return (language_ordinal * KIND_SLOTS + SEARCH_KINDS.index(kind)) << ROW_BITS


def kind_of(rowid: int) -> str:
    """The kind of the document with this row id."""
    return SEARCH_KINDS[(rowid >> ROW_BITS) % KIND_SLOTS]
