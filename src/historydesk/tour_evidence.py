"""The pictures of the evidence in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from historydesk.domain.citation import STYLES, CitationStyle
from historydesk.domain.location import Location
from historydesk.tour_stage import Shot, Stage, wait_for

if TYPE_CHECKING:
    from historydesk.ui.evidence.evidence_page import EvidencePage


def evidence_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """Claims, a debate, a chart, its table, a source; ``brief``: what shows a theme or size best."""
    yield Shot("evidence-claims", partial(_show, stage, "claim"))
    yield Shot("evidence-debate", partial(_show, stage, "debate"))
    yield Shot("evidence-numbers", partial(_show, stage, "estimate", longest=True))
    if brief:
        return
    yield Shot("evidence-wrong", partial(_show, stage, "claim", kind="wrong"))
    yield Shot("evidence-table", partial(_show, stage, "estimate", table=True))
    yield Shot("evidence-source", partial(_show, stage, "source"))
    yield Shot("evidence-primary", partial(_show, stage, "source", kind="primary"))
    for style in STYLES[1:]:
        yield Shot(f"evidence-{style}", partial(_show_cited, stage, style))
    stage.program_settings("citations", STYLES[0])


def _show(stage: Stage, tab: str, *, kind: str = "", table: bool = False, longest: bool = False) -> None:
    stage.go(Location("evidence", item=tab))
    page = _ready(stage)
    evidence = page.evidence()
    if tab in page.side.filters:
        page.side.filters[tab].kind_chosen.emit(kind)
    page.show_tab(tab)
    if longest and evidence is not None:
        # The one that takes the most words to read.
        told = max(evidence.tables, key=lambda each: len(each.html), default=None)
        if told is not None:
            page.show_item(f"estimate:{told.id}")
    if table:
        page.numbers.show_sheet()
    else:
        page.numbers.show_chart()


def _show_cited(stage: Stage, style: CitationStyle) -> None:
    """The sources in another style."""
    _show(stage, "source")
    before = _ready(stage).evidence()
    stage.program_settings("citations", style)
    wait_for(lambda: _ready(stage).evidence() is not before)


def _ready(stage: Stage) -> EvidencePage:
    """The page, once it was filled."""
    page = stage.window.surfaces.evidence
    if page is None:
        raise RuntimeError("no evidence")
    wait_for(lambda: page.evidence() is not None)
    return page
