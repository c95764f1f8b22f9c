"""The content store with what only exports read: whole lists instead of one item at a time."""

from __future__ import annotations

from functools import cache as later

from sqlalchemy import BindParameter, bindparam, select

from historydesk.domain.listing import ListedPlace, ListedSource, ListedTerm
from historydesk.store.content import ContentStore
from historydesk.store.tables import (
    EventTextRow,
    FigureRow,
    NoteRow,
    PlaceRow,
    PlaceTextRow,
    ReferenceRow,
    SourceCitationRow,
    SourceRow,
    TermRow,
    TermTextRow,
)

_lang: BindParameter[str] = bindparam("lang")

_TERMS = later(
    lambda: (
        select(
            TermRow.id,
            TermTextRow.title,
            TermTextRow.say,
            TermRow.script,
            TermRow.script_lang,
            TermTextRow.body_html,
            TermTextRow.aliases,
        )
        .join(TermTextRow, TermTextRow.id == TermRow.id)
        .where(TermTextRow.lang == _lang)
        .order_by(TermRow.ordinal)
    )
)
_TERM_CHAPTERS = later(
    lambda: (
        select(ReferenceRow.target, ReferenceRow.chapter)
        .where(ReferenceRow.scheme == "term")
        .distinct()
        .order_by(ReferenceRow.target, ReferenceRow.chapter)
    )
)
_SOURCES = later(
    lambda: (
        select(SourceRow.id, SourceRow.is_primary, SourceRow.note, SourceRow.bibtex, SourceRow.csl)
        .join(SourceCitationRow, SourceCitationRow.id == SourceRow.id)
        .where(SourceCitationRow.style == bindparam("style"))
        .order_by(SourceCitationRow.ordinal)
    )
)
_PLACES = later(
    lambda: (
        select(
            PlaceRow.id,
            PlaceTextRow.country_then,
            PlaceTextRow.country_now,
            PlaceRow.precision_m,
            PlaceTextRow.body_html,
        )
        .join(PlaceTextRow, PlaceTextRow.id == PlaceRow.id)
        .where(PlaceTextRow.lang == _lang)
    )
)
_EVENT_TEXTS = later(
    lambda: select(EventTextRow.id, EventTextRow.body_html).where(EventTextRow.lang == _lang)
)
_NOTES = later(lambda: select(NoteRow.id, NoteRow.label, NoteRow.html).where(NoteRow.lang == _lang))
_FIGURES = later(lambda: select(FigureRow.path).order_by(FigureRow.path))


class ExportStore(ContentStore):
    """Reads one pack for an export; made, used and closed by it, in one thread."""

    def terms(self, lang: str) -> tuple[ListedTerm, ...]:
        """The whole glossary in the author's order."""
        chapters: dict[str, list[int]] = {}
        for term, number in self._rows(_TERM_CHAPTERS):
            chapters.setdefault(term, []).append(number)
        return tuple(
            ListedTerm(id_, title, say, script, tag, html, tuple(aliases), tuple(chapters.get(id_, ())))
            for id_, title, say, script, tag, html, aliases in self._rows(_TERMS, lang=self._lang(lang))
        )

    def sources(self) -> tuple[ListedSource, ...]:
        """Every source, in the order of a bibliography."""
        return tuple(
            ListedSource(id_, bool(primary), note, bibtex, csl)
            for id_, primary, note, bibtex, csl in self._rows(_SOURCES)
        )

    def place_texts(self, lang: str) -> dict[str, ListedPlace]:
        """What is said of every place, by id."""
        found = (ListedPlace(*row) for row in self._rows(_PLACES, lang=self._lang(lang)))
        return {place.id: place for place in found}

    def event_texts(self, lang: str) -> dict[str, str]:
        """The HTML of every event, by id."""
        return dict(map(tuple, self._rows(_EVENT_TEXTS, lang=self._lang(lang))))

    def notes(self, lang: str) -> dict[str, tuple[str, str]]:
        """Label and HTML of every note, by id (``chapter/number``)."""
        return {id_: (label, html) for id_, label, html in self._rows(_NOTES, lang=self._lang(lang))}

    def figure_paths(self) -> tuple[str, ...]:
        """Where the pictures lie in the authored folder."""
        return tuple(path for (path,) in self._rows(_FIGURES))
