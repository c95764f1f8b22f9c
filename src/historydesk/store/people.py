"""Reads who stood with whom: the phases of a pack, with the names of their people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache as later
from pathlib import Path
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from historydesk.domain.alliances import SIDES, Council, Member, Phase, Sitter, Struggle
from historydesk.domain.citation import STYLES, CitationStyle
from historydesk.domain.entities import CardLink
from historydesk.domain.reference import Reference
from historydesk.store.content import ContentStore
from historydesk.store.tables import AllianceRow, CouncilRow, PersonTextRow, SourceCitationRow

_lang: BindParameter[str] = bindparam("lang")

_PHASES = later(
    lambda: (
        select(AllianceRow.id, AllianceRow.data)
        .where(AllianceRow.lang == _lang)
        .order_by(AllianceRow.ordinal)
    )
)
_COUNCILS = later(
    lambda: (
        select(CouncilRow.id, CouncilRow.data).where(CouncilRow.lang == _lang).order_by(CouncilRow.ordinal)
    )
)
_NAMES = later(
    lambda: select(PersonTextRow.id, PersonTextRow.name, PersonTextRow.sort_name, PersonTextRow.fate).where(
        PersonTextRow.lang == _lang
    )
)
_SOURCES = later(
    lambda: select(SourceCitationRow.id, SourceCitationRow.short).where(
        SourceCitationRow.style == bindparam("style")
    )
)


def read_struggle(path: Path, language: str, style: CitationStyle = STYLES[0]) -> Struggle:
    """Every phase in a language, in a connection of its own; raises PackDamagedError."""
    with PeopleStore(path) as store:
        store.set_style(style)
        return store.struggle(language)


class PeopleStore(ContentStore):
    """Reads one pack's alliances; made, used and closed by ``read_struggle``, in one thread."""

    def struggle(self, lang: str) -> Struggle:
        """All phases in order; a person whom the pack does not know is left out."""
        lang = self._lang(lang)
        names: Names = {id_: tuple(words) for id_, *words in self._rows(_NAMES, lang=lang)}
        sources = {id_: CardLink(short, Reference("source", id_)) for id_, short in self._rows(_SOURCES)}
        return Struggle(
            tuple(_phase(id_, data, names, sources) for id_, data in self._rows(_PHASES, lang=lang)),
            tuple(_council(id_, data, names) for id_, data in self._rows(_COUNCILS, lang=lang)),
        )


Names = Mapping[str, tuple[str, ...]]
"""Person → name, name as an index sorts it, fate."""


def _council(id_: str, data: Mapping[str, Any], names: Names) -> Council:
    sitters: list[Sitter] = []
    for place, is_full in (("full", True), ("candidates", False)):
        for person in data.get(place, ()):
            if person in names:
                name, sort_name, fate = names[person]
                sitters.append(Sitter(person, name, sort_name.partition(",")[0], is_full, fate))
        sitters += [Sitter("", name, name, is_full) for name in data.get(f"{place}_also", ())]
    title, dates, note = (str(data.get(word, "")) for word in ("title", "dates", "note"))
    return Council(id_, title, dates, tuple(sitters), note)


def _phase(id_: str, data: Mapping[str, Any], names: Names, sources: Mapping[str, CardLink]) -> Phase:
    notes = data.get("notes", {})
    members: list[Member] = []
    for side in SIDES:
        for person in data.get(side, ()):
            if person in names:
                name, sort_name, _ = names[person]
                label = sort_name.partition(",")[0]
                members.append(Member(person, name, label, side, notes.get(person, "")))
        members += [Member("", name, name, side) for name in data.get(f"{side}_also", ())]
    return Phase(
        id_,
        str(data.get("dates", "")),
        str(data.get("title", "")),
        tuple(members),
        str(data.get("won_name", "")),
        str(data.get("against_name", "")),
        str(data.get("others", "")),
        str(data.get("issue", "")),
        str(data.get("outcome", "")),
        tuple(sources[each] for each in data.get("sources", ()) if each in sources),
        int(data.get("first_day", 0)),
        int(data.get("last_day", 0)),
    )
