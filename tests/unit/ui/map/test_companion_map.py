"""The map beside the chapter: follows the passage, obeys the author's view, shows a place's card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import Card, Journey, Leg, MapPlace, Stop, Way
from historydesk.domain.reference import Reference
from historydesk.ui.map.authored_view import View, parse_view
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.companion_map import CompanionMap, is_nearly
from historydesk.ui.map.place_card import PlaceCard
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.appearance import Appearance

CARD = Card(
    Reference("place", "tbilisi"),
    "Place",
    "Tiflis",
    "today Tbilisi, Georgia",
    '<p>Near <a href="place:gori">Gori</a>.</p><p>More.</p>',
)

START = Stop("gori", "", "rail", "", "A")
END = Stop("moscow", "", "", "", "A")


def companion_of(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap | None = None) -> CompanionMap:
    companion = CompanionMap(base)
    qtbot.addWidget(companion)
    companion.set_appearance(Appearance(default_appearance().theme, reduced_motion=True))
    companion.resize(430, 634)
    companion.set_places(places, 1894)
    companion.show()
    return companion


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("", View()),
        ("place:gori zoom:6 era:1900", View("gori", 625.0, 1900)),
        ("zoom:6", View("", 625.0, 0)),
        ("place:gori zoom:far era:old", View("gori", 0.0, 0)),
        ("nonsense", View()),
        ("zoom:99", View()),
        ("journey:j-1 step:3", View(journey="j-1", step=3)),
        ("journey:j-1 step:third place:gori", View("gori", journey="j-1")),
    ],
)
def test_a_view_is_read_and_nonsense_left_out(text: str, view: View) -> None:
    assert parse_view(text) == view


def test_a_passage_with_one_place_shows_its_surroundings(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori",))
    qtbot.waitUntil(lambda: companion.map.chosen() == "gori")
    assert companion.map.camera().width_km == pytest.approx(700)


def test_a_passage_with_several_places_shows_them_all(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori", "moscow"))
    end = companion.map.camera_on(("gori", "moscow"))
    qtbot.waitUntil(lambda: companion.map.camera() == end)
    assert companion.map.chosen() == ""


def test_the_authors_view_wins(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("moscow",), "place:gori zoom:7 era:1936")
    qtbot.waitUntil(lambda: companion.map.chosen() == "gori")
    assert companion.map.camera().width_km == pytest.approx(40_000 / 2**7 * 430 / 256)
    assert companion.map.name_of(places[1]) == "Tbilisi"


def test_only_the_last_of_quick_wishes_is_followed(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    seen = []
    companion.map.settled_at.connect(lambda: seen.append(companion.map.chosen()))
    companion.show_places(("moscow",))
    companion.show_places(("gori",))
    qtbot.waitUntil(lambda: companion.map.chosen() == "gori")
    assert "moscow" not in seen


def test_a_passage_without_places_leaves_the_map_alone(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.choose_place("gori")
    camera = companion.map.camera()
    companion.show_places(())
    companion._follow()
    assert companion.map.camera() == camera


def test_a_jump_is_followed_at_once(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places((), "place:gori zoom:7", at_once=True)
    assert companion.is_settled()
    assert companion.map.chosen() == "gori"
    assert companion.map.camera().width_km == pytest.approx(40_000 / 2**7 * 430 / 256)


def test_a_view_of_an_unknown_place_falls_back_on_the_passages_places(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori",), "place:nowhere", at_once=True)
    free = companion.map.free_rect()
    gori = next(each for each in places if each.id == "gori")
    x, y = companion.map.camera().to_view(gori.x, -gori.y, companion.map.width(), companion.map.height())
    assert free.contains(round(x), round(y))


def test_a_card_keeps_its_place_in_sight(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap) -> None:
    companion = companion_of(qtbot, places, base)
    companion.set_place_card(CARD)
    companion.choose_place("tbilisi")
    card = companion.findChild(PlaceCard)
    place = places[1]
    _, y = companion.map.camera().to_view(place.x, -place.y, 430, 634)
    assert card.isVisible()
    assert y < card.card_rect().translated(card.pos()).top()
    assert companion.rect().contains(card.card_rect().translated(card.pos()))


def test_more_and_links_of_a_card_are_wishes(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.set_place_card(CARD)
    card = companion.findChild(PlaceCard)
    more = next(b for b in card.findChildren(QPushButton) if b.accessibleName() == "More about Tiflis")
    with qtbot.waitSignal(companion.place_requested) as wish:
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert wish.args == ["tbilisi"]
    body = next(label for label in card.findChildren(QLabel) if "Gori" in label.text())
    with qtbot.waitSignal(companion.reference_requested) as wish:
        body.linkActivated.emit("place:gori")
    assert wish.args == [Reference("place", "gori")]


def test_a_chosen_place_is_reported(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    with qtbot.waitSignal(companion.place_chosen) as chosen:
        companion.map.place_chosen.emit("gori")
    assert chosen.args == ["gori"]


def test_at_rest_no_timer_runs(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori",))
    qtbot.waitUntil(lambda: companion.map.chosen() == "gori")
    assert not companion._delay.isActive()
    assert companion.map.is_idle()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_theme_and_size_draws(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap, theme: str, percent: int
) -> None:
    companion = companion_of(qtbot, places, base)
    companion.set_place_card(CARD)
    companion.set_appearance(Appearance(load_theme(theme), text_percent=percent, reduced_motion=True))
    card = companion.findChild(PlaceCard)
    assert companion.rect().contains(card.card_rect().translated(card.pos()))
    assert not companion.grab().isNull()


def test_a_journey_is_shown_whole_with_its_stops_and_goes_with_the_passage(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places[:1])
    gori, moscow = places[0], places[2]
    way = ((gori.x, gori.y), (moscow.x, moscow.y))
    journey = Journey("j-1", "To Moscow", "stalin", (START, END), (Leg((Way("rail", way, 2000.0),)),))
    companion.show_places((), "journey:j-1", at_once=True, journey=journey, stops=(gori, moscow))
    assert companion.map.camera() == companion.map.camera_on(("gori", "moscow"))
    red = companion.map.grab().toImage()
    companion.show_places(("gori",), at_once=True)
    assert companion.map.camera().width_km == pytest.approx(700)
    companion.map.look(companion.map.camera_on(("moscow",)))
    assert companion.map.camera_on_journey() != companion.map.camera_on(("gori", "moscow"))
    assert red != companion.map.grab().toImage()


def flights_of(companion: CompanionMap) -> list[Camera]:
    """Where the map was sent since."""
    flights: list[Camera] = []
    fly_to = companion.map.fly_to

    def noted(camera: Camera) -> None:
        flights.append(camera)
        fly_to(camera)

    companion.map.fly_to = noted  # type: ignore[method-assign]
    return flights


def test_a_step_of_a_journey_is_drawn_up_to_its_stop_and_shows_the_leg(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places)
    journey = journey_of(places)
    companion.show_places((), "journey:j-1 step:3", at_once=True, journey=journey, stops=places)
    painter = companion.map.journey_painter
    assert painter is not None
    assert painter.track is not None
    assert companion.map.camera() == companion.map.camera_on_points(painter.track.leg_points(1), 6.0)
    drawn = companion.map.grab().toImage()
    painter.clear_progress()
    assert companion.map.grab().toImage() != drawn
    companion.show_places((), "journey:j-1 step:1", at_once=True, journey=journey, stops=places)
    assert companion.map.camera().width_km == pytest.approx(700)
    companion.show_places((), "journey:j-1", at_once=True, journey=journey, stops=places)
    assert companion.map.camera() == companion.map.camera_on_journey()


def test_a_place_in_the_view_decides_what_is_in_sight_beside_a_step(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places)
    view = "journey:j-1 step:2 place:moscow zoom:7"
    companion.show_places((), view, at_once=True, journey=journey_of(places), stops=places)
    assert companion.map.chosen() == "moscow"
    assert companion.map.camera().width_km == pytest.approx(40_000 / 2**7 * 430 / 256)


def test_the_journey_shown_can_be_followed_from_its_step(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places((), "journey:j-1 step:3", at_once=True, journey=journey_of(places), stops=places)
    button = next(b for b in companion.findChildren(QPushButton) if b.text().strip() == "Follow this journey")
    assert button.isVisible()
    with qtbot.waitSignal(companion.journey_requested) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wish.args == ["j-1#3"]
    companion.show_places(("gori",), at_once=True)
    assert not button.isVisible()


def test_scrolling_through_many_passages_starts_one_flight(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places)
    flights = flights_of(companion)
    for number in range(40):
        companion.show_places((places[number % 4].id,))
    assert flights == []
    qtbot.waitUntil(lambda: companion.map.chosen() == "coyoacan")
    assert len(flights) == 1


def test_an_equal_view_starts_no_flight(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori",), at_once=True)
    flights = flights_of(companion)
    for view in ("", "place:gori", ""):
        companion.show_places(("gori",), view, at_once=True)
    assert flights == []


def test_nearly_the_same_view_is_left_as_it_is_until_a_hand_moves_the_map(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    companion = companion_of(qtbot, places)
    companion.show_places(("gori",), "place:gori zoom:6", at_once=True)
    flights = flights_of(companion)
    companion.show_places(("gori",), "place:gori zoom:6.02", at_once=True)
    assert flights == []
    companion.map.moved_by_hand = True
    companion.show_places(("gori",), "place:gori zoom:6.02", at_once=True)
    assert len(flights) == 1


def test_a_flight_under_way_is_not_begun_anew(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    companion = companion_of(qtbot, places)
    companion.set_appearance(Appearance(default_appearance().theme))
    companion.show_places(("coyoacan",), at_once=True)
    flights = flights_of(companion)
    assert companion.map.is_moving()
    companion.show_places(("coyoacan",), at_once=True)
    assert flights == []
    companion.show_places(("gori",), at_once=True)
    assert len(flights) == 1
    qtbot.waitUntil(companion.is_settled, timeout=10_000)


def test_cameras_are_nearly_the_same_by_the_narrower_view() -> None:
    assert is_nearly(Camera(0, 0, 100), Camera(3, 0, 103))
    assert not is_nearly(Camera(0, 0, 100), Camera(0, 5, 100))
    assert not is_nearly(Camera(0, 0, 100), Camera(0, 0, 110))
