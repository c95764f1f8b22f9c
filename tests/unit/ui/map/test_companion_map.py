"""The map beside the chapter: follows the passage, obeys the author's view, shows a place's card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Card, Journey, Leg, MapPlace, Stop, Way
from historydesk.domain.reference import Reference
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.companion_map import CompanionMap, View, parse_view
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
