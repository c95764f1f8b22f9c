"""Reads the glossary of a pack as a whole: terms, where each is used first, and what it is found by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache as later
from pathlib import Path
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select

from historydesk.domain.glossary import (
    UNTOLD,
    Glossary,
    GlossaryChapter,
    GlossaryTerm,
    words_to_find,
)
from historydesk.store import item_statements as items
from historydesk.store.content import ContentStore
from historydesk.store.excerpts import plain
from historydesk.store.search_index import ROW_BITS, search_base
from historydesk.store.tables import ChapterRow, ReferenceRow, SearchDocumentRow, TermRow, TermTextRow

_lang: BindParameter[str] = bindparam("lang")

_TERMS = later(
    lambda: (
        select(
            TermTextRow.id,
            TermTextRow.title,
            TermTextRow.say,
            TermTextRow.aliases,
            TermRow.script,
            TermRow.script_lang,
        )
        .join(TermRow, TermRow.id == TermTextRow.id)
        .where(TermTextRow.lang == _lang)
    )
)
_DOCUMENTS = later(
    lambda: select(SearchDocumentRow.target, SearchDocumentRow.body, SearchDocumentRow.folded).where(
        SearchDocumentRow.rowid.between(bindparam("first"), bindparam("last"))
    )
)
_FIRST_USES = later(
    lambda: (
        select(ReferenceRow.target, ReferenceRow.chapter, func.min(ReferenceRow.ordinal))
        .where(ReferenceRow.scheme == "term")
        .group_by(ReferenceRow.target, ReferenceRow.chapter)
        .order_by(ReferenceRow.target, ReferenceRow.chapter)
    )
)
_CHAPTERS = later(
    lambda: (
        select(ChapterRow.number, ChapterRow.id, ChapterRow.title)
        .where(ChapterRow.lang == _lang)
        .order_by(ChapterRow.number)
    )
)


def read_glossary(path: Path, language: str) -> Glossary:
    """The whole glossary, in a connection of its own; raises PackDamagedError."""
    with GlossaryStore(path) as store:
        return store.glossary(language)


class GlossaryStore(ContentStore):
    """Reads one pack's glossary; made, used and closed by ``read_glossary``, in one thread."""

    def glossary(self, lang: str) -> Glossary:
        """Every term from A to Z."""
        lang = self._lang(lang)
        uses = _first_uses(self._rows(_FIRST_USES))
        ordinals = dict(map(tuple, self._rows(items.LANGUAGE_ORDINALS)))
        base = search_base(ordinals.get(lang, 0), "term")
        found = self._rows(_DOCUMENTS, first=base, last=base + (1 << ROW_BITS) - 1)
        texts = {target: (body, folded) for target, body, folded in found}
        known: dict[str, str] = {}
        terms = []
        for id_, title, say, aliases, script, script_lang in self._rows(_TERMS, lang=lang):
            body, folded = texts.get(id_, ("", ""))
            names = words_to_find(" ".join((title, *aliases, script)), known)
            term = GlossaryTerm(
                id=id_,
                title=title,
                say=say,
                script=script,
                language=base_tag(script_lang) if script else UNTOLD,
                sort_key=plain(title),
                chapters=uses.get(id_, ()),
                aliases=tuple(aliases),
                names=f"{names} {folded}",
                meaning=words_to_find(body, known),
            )
            terms.append(term)
        chapters = (GlossaryChapter(*row) for row in self._rows(_CHAPTERS, lang=lang))
        return Glossary(tuple(sorted(terms, key=lambda each: (each.sort_key, each.id))), tuple(chapters))


def base_tag(tag: str) -> str:
    """The language of a tag without script or country: ``ru`` of ``ru-Cyrl``; ``und`` of nothing."""
    return tag.replace("_", "-").partition("-")[0].strip().lower() or UNTOLD


def _first_uses(rows: Iterable[Any]) -> dict[str, tuple[tuple[int, int], ...]]:
    """(term, chapter, ordinal) rows in order of chapters → the chapters of each term."""
    found: dict[str, list[tuple[int, int]]] = {}
    for id_, chapter, ordinal in rows:
        found.setdefault(id_, []).append((chapter, ordinal))
    return {id_: tuple(uses) for id_, uses in found.items()}
