"""The atlas with plates and legend: a site's card, the legend's button, what follows the view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.domain.plate import Plate, PlateSite
from historydesk.domain.projection import forward
from historydesk.ui.map.atlas_page import AtlasPage
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.site_layer import SiteButton
from historydesk.ui.theme import default_appearance
from historydesk.ui.theme.appearance import Appearance


def site(own: str, lon: float, lat: float, place: str = "") -> PlateSite:
    at = forward(lon, lat)
    assert at is not None
    return PlateSite(own, own.title(), place, *at, 300, f"The {own}.")


@pytest.fixture
def page(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap) -> AtlasPage:
    made = AtlasPage(base)
    qtbot.addWidget(made)
    made.set_appearance(Appearance(default_appearance().theme, reduced_motion=True))
    made.resize(1366, 700)
    made.set_places(places)
    sites = (
        site("fortress", 44.105, 41.99),
        site("station", 44.10, 41.975),
        site("gori", 44.11, 41.98, "gori"),
    )
    x, y = sites[0].x, sites[0].y
    made.set_plates([Plate("gori", "Gori", "gori", "Loose.", (x - 1, y - 2, x + 1, y + 1), sites, (), ())])
    made.show()
    made.show_plate("gori")
    return made


def buttons(page: AtlasPage) -> dict[str, SiteButton]:
    found = page.map.viewport().findChildren(SiteButton)
    return {each.site.id: each for each in found if not each.isHidden()}


def test_a_site_opens_a_card_with_its_note_and_its_doubt(page: AtlasPage) -> None:
    buttons(page)["station"].click()
    said = " ".join(label.text() for label in page.card.findChildren(QLabel))
    assert page.card.isVisible()
    assert "Station" in said and "The station." in said and "300\u00a0m" in said


def test_a_site_that_is_a_place_is_the_place(page: AtlasPage) -> None:
    assert set(buttons(page)) == {"fortress", "station"}


def test_the_chosen_site_is_marked_until_its_card_closes(page: AtlasPage) -> None:
    before = page.map.grab().toImage()
    buttons(page)["fortress"].click()
    page.card.closed.emit()
    assert page.card.isHidden()
    page.show_plate("gori")
    after = page.map.grab().toImage()
    buttons(page)["fortress"].click()
    assert page.map.grab().toImage() != after
    assert before.size() == after.size()


def test_the_legend_opens_by_its_button_and_closes_by_escape(qtbot: QtBot, page: AtlasPage) -> None:
    assert page.legend.isHidden()
    page.switches.legend.click()
    assert page.legend.isVisible()
    assert "Loose." in page.legend.texts()
    qtbot.keyClick(page.legend, Qt.Key.Key_Escape)
    assert page.legend.isHidden()
    assert not page.switches.legend.isChecked()


def test_the_legend_follows_the_year_and_the_view(page: AtlasPage) -> None:
    page.switches.legend.click()
    page.map.look(page.map.camera_on(("gori", "moscow"), 2500.0))
    assert "Soviet Union" in page.legend.texts()
    page.eras.buttons[1900].click()
    assert "Russian Empire" in page.legend.texts()
    assert "Soviet Union" not in page.legend.texts()
    assert "Loose." not in page.legend.texts()


def test_the_legend_stays_inside_the_page(page: AtlasPage) -> None:
    page.switches.legend.click()
    for width, height in ((1366, 700), (900, 480), (600, 420)):
        page.resize(width, height)
        assert page.rect().contains(page.legend.card_rect().translated(page.legend.pos()))
