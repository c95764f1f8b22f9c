"""The legend explains what the view shows, no more, and can be read and closed without a mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Journey, Leg, MapPlace, Stop, Way
from historydesk.domain.projection import forward
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import around
from historydesk.ui.map.legend import MapLegend
from historydesk.ui.map.legend_keys import ORDER, LegendView, row_words
from historydesk.ui.map.map_view import MapView
from historydesk.ui.theme import default_appearance, load_theme


@pytest.fixture
def view(qtbot: QtBot, base: BaseMap, places: Sequence[MapPlace]) -> MapView:
    shown = MapView()
    qtbot.addWidget(shown)
    shown.set_base_map(base)
    shown.set_places(places, 1929)
    shown.resize(800, 600)
    return shown


def look(view: MapView, lon: float, lat: float, width_km: float, year: int) -> LegendView:
    at = forward(lon, lat)
    assert at is not None
    view.set_year(year, today=year == 2025)
    view.look(around(at[0], -at[1], width_km))
    return view.legend_view()


def test_the_legend_knows_the_lines_of_each_era(view: MapView) -> None:
    asia = {year: set(look(view, 64, 41.5, 2400, year).keys) for year in (1900, 1929, 2025)}
    assert {"state", "protectorate", "frontier", "internal", "soft", "water"} <= asia[1900]
    assert {"state", "frontier", "internal", "autonomy", "soft"} <= asia[1929]
    assert "protectorate" not in asia[1929]
    assert asia[2025] & {"state", "frontier", "internal", "autonomy", "soft"} == set()
    assert "neighbour" in asia[2025]


def test_a_view_of_the_sea_needs_no_word_about_countries(view: MapView) -> None:
    assert look(view, -38, 40, 600, 1929).keys == ()


def test_lines_are_soft_only_where_soft_lines_are(view: MapView) -> None:
    assert "soft" not in look(view, 25, 60, 500, 1929).keys
    assert "soft" in look(view, 60, 41, 900, 1900).keys


def test_a_journey_brings_its_means_of_travel(view: MapView, places: Sequence[MapPlace]) -> None:
    (a, b) = (places[0], places[2])
    stops = tuple(Stop(p.id, "1900", "rail", "", "certain") for p in (a, b))
    way = Way("rail", ((a.x, a.y), (b.x, b.y)), 1500.0)
    view.set_journey(Journey("j", "A journey", "", stops, (Leg((way,), 20.0, ""),)))
    keys = look(view, 42, 48, 3000, 1929).keys
    assert "rail" in keys
    assert not {"sea", "river", "road", "sledge"} & set(keys)


def test_every_row_says_something_in_every_era() -> None:
    for key in ORDER:
        for era in (1900, 1924, 1929, 1936, 2025):
            assert row_words(key, era)
    assert row_words("state", 1900) != row_words("state", 1929)


@pytest.fixture
def legend(qtbot: QtBot) -> MapLegend:
    made = MapLegend(None)
    qtbot.addWidget(made)
    made.set_view(LegendView(1929, ("state", "frontier", "soft", "place", "rail", "plate-loose")))
    return made


def test_the_legend_says_all_of_it_to_assistive_technology(legend: MapLegend) -> None:
    said = legend.accessibleDescription()
    for words in ("Soviet Union", "15\u00a0km or worse", "By rail", "within the ring", "Natural Earth"):
        assert words in said
    assert "Empire" not in said


def test_other_words_come_with_another_view(legend: MapLegend) -> None:
    legend.set_view(LegendView(1900, ("state",)))
    assert "Russian Empire" in legend.texts()
    assert "By rail" not in legend.texts()


def test_a_plate_says_how_certain_it_is(legend: MapLegend) -> None:
    legend.set_view(LegendView(1929, ("plate-river",), ("The rivers are drawn by hand.",)))
    assert "The rivers are drawn by hand." in legend.texts()


def test_escape_and_the_button_close_it(qtbot: QtBot, legend: MapLegend) -> None:
    legend.show()
    with qtbot.waitSignal(legend.closed):
        qtbot.keyClick(legend, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", ["paper", "gallery", "contrast"])
def test_every_sample_shows_something_of_its_own(qtbot: QtBot, legend: MapLegend, theme: str) -> None:
    appearance = replace(default_appearance(), theme=load_theme(theme))
    legend.set_appearance(appearance)
    legend.resize(400, 1600)
    pictures: dict[bytes, str] = {}
    for key in ORDER:
        legend.set_view(LegendView(1929, (key,)))
        sample = legend.samples()[0]
        picture = sample.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        content = bytes(picture.constBits())
        assert content not in pictures, f"{key} looks like {pictures.get(content)}"
        pictures[content] = key


def test_a_long_legend_scrolls_within_its_height(legend: MapLegend) -> None:
    legend.set_view(LegendView(1929, ORDER))
    assert legend.fit(360, 300).height() == 300
    assert legend.fit(360, 5000).height() < 5000
