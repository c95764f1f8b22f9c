"""The pictures of people in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from historydesk.domain.location import Location
from historydesk.tour_stage import Shot, Stage, wait_for


def people_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """Who stood with whom in all phases, in one, as a list, and with a card; ``brief``: what shows a theme best."""
    yield Shot("people", partial(_show, stage, 0))
    yield Shot("people-moved", partial(_show, stage, 3))
    if not brief:
        yield Shot("people-phase", partial(_show, stage, 3, together=False))
        yield Shot("people-most", partial(_show, stage, 5, together=False))
        yield Shot("people-list", partial(_show, stage, 3, as_list=True))
    yield Shot("people-council", partial(stage.go, Location("people", item="council")))
    yield Shot("people-card", partial(_show_person, stage))


def _show(stage: Stage, number: int, *, as_list: bool = False, together: bool = True) -> None:
    stage.go(Location("people"))
    page = stage.window.surfaces.people
    if page is None:
        raise RuntimeError("no screen of people")
    wait_for(lambda: page.number >= 0)
    page.as_list.setChecked(as_list)
    page.show_flow(together)
    page.phase_requested.emit(min(number, len(page.bar.chips) - 1))


def _show_person(stage: Stage) -> None:
    _show(stage, 3)
    page = stage.window.surfaces.people
    known = (
        [chip.member.person for chip in page.flow.chips(3) if chip.member.person] if page is not None else []
    )
    if page is not None and known:
        page.person_requested.emit(known[min(1, len(known) - 1)])
