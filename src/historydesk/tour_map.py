"""The pictures of the map in the tour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from historydesk.domain.location import Location
from historydesk.tour_stage import Shot, Stage, wait_for
from historydesk.ui.map.camera import home_camera

if TYPE_CHECKING:
    from historydesk.ui.map.atlas_page import AtlasPage

LONG, RIVERS = "j-3", "j-2"
"""A journey over an ocean, and one by rail, river and sledge."""

CROWDED_KM = 3_200.0
PERIOD = ("gori", "tbilisi", "batumi", "baku", "novaya-uda")


def map_shots(stage: Stage, place: str, *, brief: bool = False) -> Iterator[Shot]:
    """A place, eras, journeys, plates, what lies over the map; ``brief``: what shows a theme or size best."""
    services = stage.program.services
    library = services.library if services is not None else None
    plates = [plate.id for plate in library.plates()] if library is not None else []
    journeys = {journey.id for journey in library.journeys()} if library is not None else set()
    yield Shot("map", partial(_show_over, stage))
    if place:
        yield Shot("map-place", partial(_show_place, stage, place))
    yield Shot("map-journeys", partial(_show_journeys, stage))
    if LONG in journeys:
        yield Shot("map-journey", partial(_show_journey, stage, LONG))
        yield Shot("map-journey-stop", partial(_show_stop, stage, LONG, 5))
        yield Shot("map-journey-playing", partial(_show_ride, stage, LONG, 0.52))
    for plate in plates[-1:] if brief else plates:
        yield Shot(f"map-plate-{plate}", partial(_show_plate, stage, plate))
    yield Shot("map-legend", partial(_show_over, stage, legend=True))
    if brief:
        return
    if RIVERS in journeys:
        yield Shot("map-journey-rivers", partial(_show_ride, stage, RIVERS, 0.8))
        yield Shot("map-journey-card", partial(_show_card, stage, RIVERS, 2))
    for year in ("1900", "1924", "1936", "Today"):
        yield Shot(f"map-era-{year.lower()}", partial(_show_era, stage, year))
    yield Shot("map-graticule", partial(_show_over, stage, graticule=True))
    yield Shot("map-crowded", partial(_show_crowd, stage))
    yield Shot("map-chosen-time", partial(_show_period, stage))


def _atlas(stage: Stage, item: str = "") -> AtlasPage:
    """The map at an address, with nothing over it and no year chosen."""
    stage.go(Location("map", item=item))
    wait_for(lambda: stage.window.surfaces.atlas is not None and not stage.program.is_busy)
    atlas = stage.window.surfaces.atlas
    if atlas is None:
        raise RuntimeError("no map")
    atlas.set_place_card(None)
    atlas.map.choose("")
    atlas.panel.mark_place("")
    atlas.switches.legend.setChecked(False)
    atlas.switches.graticule.setChecked(False)
    atlas.set_period("", None, 0)
    if not atlas.eras.follows():
        atlas.eras.follow.click()
    if not item:
        atlas.panel.places_tab.setChecked(True)
        atlas.map.look(home_camera())
    return atlas


def _show_place(stage: Stage, place: str) -> None:
    atlas = _atlas(stage)
    atlas.choose_place(place)
    atlas.place_chosen.emit(place)


def _show_journeys(stage: Stage) -> None:
    _atlas(stage).panel.journeys_tab.setChecked(True)


def _show_journey(stage: Stage, journey: str) -> None:
    _atlas(stage, f"journey:{journey}")


def _show_stop(stage: Stage, journey: str, stop: int) -> None:
    _atlas(stage, f"journey:{journey}#{stop}")


def _show_ride(stage: Stage, journey: str, share: float) -> None:
    atlas = _atlas(stage, f"journey:{journey}#2")
    atlas.player.scrubbed.emit(share)
    atlas.player.set_playing(True)


def _show_card(stage: Stage, journey: str, stop: int) -> None:
    atlas = _atlas(stage, f"journey:{journey}#{stop}")
    opened = atlas.guide.journey
    if opened is not None:
        atlas.map.choose(opened.stops[stop - 1].place)
        atlas.place_chosen.emit(opened.stops[stop - 1].place)


def _show_plate(stage: Stage, plate: str) -> None:
    _atlas(stage).show_plate(plate)


def _show_era(stage: Stage, words: str) -> None:
    atlas = _atlas(stage)
    next(button for button in atlas.eras.buttons.values() if button.text() == words).click()


def _show_over(stage: Stage, *, legend: bool = False, graticule: bool = False) -> None:
    atlas = _atlas(stage)
    atlas.switches.legend.setChecked(legend)
    atlas.switches.graticule.setChecked(graticule)


def _show_crowd(stage: Stage) -> None:
    atlas = _atlas(stage)
    atlas.map.look(atlas.map.camera_at("vologda", CROWDED_KM))


def _show_period(stage: Stage) -> None:
    _atlas(stage).set_period("1901 – 1904", frozenset(PERIOD), 1904)
