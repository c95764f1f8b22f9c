"""Reads the evidence of a pack as a whole: claims, debates, published figures, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache as later
from pathlib import Path
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from historydesk.domain.citation import STYLES, CitationStyle
from historydesk.domain.entities import CardLink
from historydesk.domain.evidence import Claim, Debate, Evidence, Figure, FigureTable, Position, Source
from historydesk.domain.reference import Reference
from historydesk.store.card_labels import CONFIDENCE
from historydesk.store.content import ContentStore
from historydesk.store.tables import (
    ClaimRow,
    ClaimTextRow,
    DebateRow,
    EstimateRow,
    SourceCitationRow,
    SourceRow,
)

_lang: BindParameter[str] = bindparam("lang")

_CLAIMS = later(
    lambda: (
        select(ClaimRow.id, ClaimTextRow.title, ClaimRow.verdict, ClaimRow.sources)
        .join(ClaimTextRow, ClaimTextRow.id == ClaimRow.id)
        .where(ClaimTextRow.lang == _lang)
        .order_by(ClaimRow.ordinal)
    )
)
_DEBATES = later(
    lambda: (
        select(DebateRow.id, DebateRow.title, DebateRow.body_html, DebateRow.positions, DebateRow.sources)
        .where(DebateRow.lang == _lang)
        .order_by(DebateRow.ordinal)
    )
)
_ESTIMATES = later(
    lambda: (
        select(EstimateRow.id, EstimateRow.data)
        .where(EstimateRow.lang == _lang)
        .order_by(EstimateRow.ordinal)
    )
)
_SOURCES = later(
    lambda: (
        select(SourceRow.id, SourceCitationRow.short, SourceCitationRow.html, SourceRow.is_primary)
        .join(SourceCitationRow, SourceCitationRow.id == SourceRow.id)
        .where(SourceCitationRow.style == bindparam("style"))
        .order_by(SourceCitationRow.ordinal)
    )
)


def read_evidence(path: Path, language: str, style: CitationStyle = STYLES[0]) -> Evidence:
    """Everything the evidence screen lists, in a connection of its own; raises PackDamagedError."""
    with EvidenceStore(path) as store:
        store.set_style(style)
        return store.evidence(language)


class EvidenceStore(ContentStore):
    """Reads one pack's evidence; made, used and closed by ``read_evidence``, in one thread."""

    def evidence(self, lang: str) -> Evidence:
        """All of it, in a language."""
        lang = self._lang(lang)
        sources = tuple(
            Source(id_, short, html, bool(primary)) for id_, short, html, primary in self._rows(_SOURCES)
        )
        links = {each.id: CardLink(each.short, Reference("source", each.id)) for each in sources}
        return Evidence(
            claims=tuple(
                Claim(id_, title, verdict, tuple(cited or ()))
                for id_, title, verdict, cited in self._rows(_CLAIMS, lang=lang)
            ),
            debates=tuple(_debate(row, links) for row in self._rows(_DEBATES, lang=lang)),
            tables=tuple(_table(id_, data, links) for id_, data in self._rows(_ESTIMATES, lang=lang)),
            sources=sources,
        )


Links = Mapping[str, CardLink]


def _debate(row: Any, links: Links) -> Debate:
    id_, title, html, positions, sources = row
    return Debate(
        id_,
        title,
        html,
        tuple(
            Position(
                str(each.get("id", "")),
                str(each.get("title", "")),
                str(each.get("html", "")),
                tuple(map(str, each.get("holders", ()))),
                _cited(each.get("sources", ()), links),
            )
            for each in positions or ()
        ),
        _cited(sources or (), links),
    )


def _table(id_: str, data: Mapping[str, Any], links: Links) -> FigureTable:
    return FigureTable(
        id_,
        str(data.get("title", "")),
        str(data.get("unit", "")),
        str(data.get("html", "")),
        tuple(
            Figure(
                str(each.get("author", "")),
                str(each.get("year", "")),
                str(each.get("label", "")),
                _number(each.get("low")),
                _number(each.get("high")),
                each.get("kind") == "recorded",
                str(each.get("counts", "")),
                str(each.get("note", "")),
                links.get(str(each.get("source", ""))),
                CONFIDENCE.get(str(each.get("confidence", "")), ""),
            )
            for each in data.get("rows", ())
        ),
        _cited(data.get("sources", ()), links),
    )


def _cited(ids: Iterable[object], links: Links) -> tuple[CardLink, ...]:
    return tuple(links[str(id_)] for id_ in ids if str(id_) in links)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
