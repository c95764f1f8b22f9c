"""The pictures of the pages of items in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.tour_stage import Shot, Stage, wait_for
from historydesk.ui.index.kind_tabs import KINDS


def item_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """An item of every kind, and the fullest person further down; ``brief``: what shows a theme or size best."""
    for kind in ("term",) if brief else KINDS:
        item = _item(stage, kind)
        if item:
            yield Shot(f"index-{kind}", partial(_show, stage, item))
    fullest = _fullest_person(stage)
    if fullest:
        yield Shot("index-full", partial(_show, stage, fullest))
        yield Shot("index-full-below", partial(_show, stage, fullest, below=True))


def _show(stage: Stage, item: str, *, below: bool = False) -> None:
    """An item from its beginning, or its passages with all of them opened."""
    stage.go(Location("index", item=item))
    index = stage.window.surfaces.index
    if index is None:
        raise RuntimeError("no index")
    pane = index.pane
    wait_for(lambda: pane.item is not None and str(pane.item.card.reference) == item)
    if below and pane.item is not None:
        pane.wanted.emit("passage", pane.item.use_count)
        bar = pane.verticalScrollBar()
        wait_for(lambda: pane.item is not None and len(pane.item.uses) == pane.item.use_count)
        wait_for(lambda: bar.maximum() > 0)
        bar.setValue(bar.maximum())


def _item(stage: Stage, kind: str) -> str:
    services = stage.program.services
    entries = services.library.index(kind) if services is not None else ()
    return str(entries[min(2, len(entries) - 1)].reference) if entries else ""


def _fullest_person(stage: Stage) -> str:
    """The person whom most chapters name."""
    services = stage.program.services
    if services is None:
        return ""
    library = services.library
    people: list[Reference] = [entry.reference for entry in library.index("person")]
    return str(max(people, key=lambda each: library.card(each).uses)) if people else ""
