"""The pictures of the timeline in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from historydesk.domain.location import Location
from historydesk.tour_stage import Shot, Stage, wait_for

if TYPE_CHECKING:
    from historydesk.ui.timeline.timeline_page import TimelinePage

Days = tuple[date, date]

YEAR: Days = (date(1917, 1, 1), date(1918, 3, 1))
JULY: Days = (date(1917, 7, 8), date(1917, 7, 26))
REFORM: Days = (date(1918, 1, 20), date(1918, 2, 24))
CHOSEN: Days = (date(1917, 3, 15), date(1917, 11, 7))
NOBODY: Days = (date.min, date.min)


def timeline_shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """The timeline from the whole story down to its days; ``brief``: what shows a theme or size best."""
    event = _event_in(stage, JULY)
    yield Shot("timeline", partial(_show, stage, None))
    if event:
        yield Shot("timeline-event", partial(_show, stage, YEAR, event=event))
    yield Shot("timeline-range", partial(_show, stage, YEAR, range_=CHOSEN))
    if brief:
        return
    yield Shot("timeline-people", partial(_show, stage, YEAR, range_=CHOSEN, people=True))
    yield Shot("timeline-days", partial(_show, stage, JULY))
    yield Shot("timeline-old-style", partial(_show, stage, REFORM, old_style=True))
    yield Shot("timeline-legend", partial(_show, stage, None, legend=True))
    yield Shot("timeline-find", partial(_show, stage, None, find="congress"))
    yield Shot("map-period", partial(_show_map, stage))
    yield Shot("index-period", partial(_show_index, stage))


def _show(
    stage: Stage,
    days: Days | None,
    *,
    event: str = "",
    range_: Days = NOBODY,
    people: bool = False,
    old_style: bool = False,
    legend: bool = False,
    find: str = "",
) -> None:
    stage.program_settings("old_style", "1" if old_style else "")
    stage.go(Location("timeline", item=f"event:{event}" if event else ""))
    page = _ready(stage)
    page.set_old_style(old_style)
    page.tools.legend.setChecked(legend)
    page.tools.field.setText(find)
    page.range_changed.emit(*_ordinals(range_))
    if people:
        page.panel.show_people()
    else:
        page.panel.show_events()
    if days is None:
        page.view.show_all()
    else:
        page.view.set_view(*map(float, _ordinals(days)), animated=False)
    if event:
        page.choose_event(event)


def _show_map(stage: Stage) -> None:
    _show(stage, YEAR, range_=CHOSEN)
    stage.go(Location("map"))


def _show_index(stage: Stage) -> None:
    _show(stage, YEAR, range_=CHOSEN)
    stage.go(Location("index"))
    index = stage.window.surfaces.index
    if index is not None:
        index.show_kind("person")


def _ready(stage: Stage) -> TimelinePage:
    """The page, once its events are there."""
    page = stage.window.surfaces.timeline
    if page is None:
        raise RuntimeError("no timeline")
    wait_for(lambda: bool(page.events()) and not page.view.is_taking_in())
    return page


def _ordinals(days: Days) -> tuple[int, int]:
    return (0, 0) if days == NOBODY else (days[0].toordinal(), days[1].toordinal())


def _event_in(stage: Stage, days: Days) -> str:
    """An event of these days, the first of the pack where there is none."""
    services = stage.program.services
    events = services.library.events() if services is not None else ()
    first, last = _ordinals(days)
    inside = [each.id for each in events if each.date.first_day >= first and each.date.last_day <= last]
    return (inside or [each.id for each in events] or [""])[0]
