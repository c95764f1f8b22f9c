"""The atlas: finding a place however it is spelt, choosing it, the frontiers of a year."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Card, MapPlace
from historydesk.domain.plate import Plate
from historydesk.domain.reference import Reference
from historydesk.ui.map.atlas_page import AtlasPage
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import home_camera
from historydesk.ui.map.era_chooser import TODAY
from historydesk.ui.map.place_card import PlaceCard
from historydesk.ui.theme import default_appearance
from historydesk.ui.theme.appearance import Appearance


def atlas_of(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap | None = None) -> AtlasPage:
    page = AtlasPage(base)
    qtbot.addWidget(page)
    page.set_appearance(Appearance(default_appearance().theme, reduced_motion=True))
    page.resize(1366, 634)
    page.set_places(places)
    page.show()
    return page


def listed(page: AtlasPage) -> list[str]:
    return [str(page.panel.model.index(row).data()) for row in range(page.panel.model.rowCount())]


def test_it_opens_on_the_whole_story(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap) -> None:
    page = atlas_of(qtbot, places, base)
    assert page.map.camera() == home_camera()
    assert listed(page) == ["Coyoacán", "Gori", "Moscow", "Tiflis"]


def test_a_place_is_found_by_any_of_its_names(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    page.panel.field.setText("tbil")
    assert listed(page) == ["Tiflis"]
    page.panel.field.setText("COYOACAN")
    assert listed(page) == ["Coyoacán"]
    page.panel.field.setText("xyz")
    assert listed(page) == []
    page.panel.field.clear()
    assert len(listed(page)) == len(places)


def test_enter_in_the_field_goes_to_the_first_place(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    page.panel.field.setText("gor")
    with qtbot.waitSignal(page.place_chosen) as chosen:
        qtbot.keyClick(page.panel.field, Qt.Key.Key_Return)
    assert chosen.args == ["gori"]
    assert page.map.chosen() == "gori"
    assert page.map.camera().width_km < 3_000


def test_a_place_chosen_on_the_map_is_marked_in_the_list(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    with qtbot.waitSignal(page.place_chosen):
        page.map.place_chosen.emit("moscow")
    assert page.panel.list.currentIndex().data() == "Moscow"


def test_an_era_changes_frontiers_and_names(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    page = atlas_of(qtbot, places, base)
    qtbot.mouseClick(page.eras.buttons[TODAY], Qt.MouseButton.LeftButton)
    assert "Tbilisi" in listed(page)
    assert [year for year, button in page.eras.buttons.items() if button.isChecked()] == [TODAY]
    qtbot.mouseClick(page.eras.buttons[1900], Qt.MouseButton.LeftButton)
    assert "Tiflis" in listed(page)


def test_every_era_can_be_reached_by_tab_and_has_a_name(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    for button in page.eras.buttons.values():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName().startswith("Frontiers of ")


def test_a_narrow_page_folds_the_lists_behind_a_button(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    page.resize(600, 500)
    assert not page.panel.list.isVisible()
    assert page.map.geometry().left() == 0
    qtbot.mouseClick(page.lists, Qt.MouseButton.LeftButton)
    assert page.panel.list.isVisible()
    page.panel.place_chosen.emit("gori")
    assert not page.panel.list.isVisible()
    page.resize(1366, 634)
    assert page.panel.list.isVisible()
    assert not page.lists.isVisible()


def test_a_card_can_be_closed_again(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    page.choose_place("gori")
    page.set_place_card(Card(Reference("place", "gori"), "Place", "Gori", "", "<p>A town.</p>"))
    card = page.findChild(PlaceCard)
    assert card.isVisible()
    with qtbot.waitSignal(page.place_requested) as wish:
        card.more_requested.emit()
    assert wish.args == ["gori"]
    card.closed.emit()
    assert not card.isVisible()
    assert page.map.chosen() == ""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_stretch_of_time_keeps_its_places_and_its_year_until_it_is_cleared(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    page = atlas_of(qtbot, places, base)
    page.set_period("1901–1904", frozenset({"gori", "tbilisi"}), 1904)
    assert listed(page) == ["Gori", "Tiflis"]
    assert page.eras.buttons[1900].isChecked()
    with qtbot.waitSignal(page.period_cleared):
        qtbot.mouseClick(page.chip, Qt.MouseButton.LeftButton)
    assert len(listed(page)) == len(places)
    assert not page.chip.isVisible()
    assert page.eras.buttons[1929].isChecked()


def test_the_year_follows_the_chapter_until_the_person_chooses_one(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    page = atlas_of(qtbot, places, base)
    page.set_chapter_year(1894)
    assert page.eras.buttons[1900].isChecked()
    assert not page.eras.follow.isVisible()
    qtbot.mouseClick(page.eras.buttons[1936], Qt.MouseButton.LeftButton)
    page.set_chapter_year(1925)
    assert page.eras.buttons[1936].isChecked()
    assert "Tbilisi" in listed(page)
    qtbot.mouseClick(page.eras.follow, Qt.MouseButton.LeftButton)
    assert page.eras.buttons[1924].isChecked()
    assert "Tiflis" in listed(page)
    assert not page.eras.follow.isVisible()


def test_the_menu_of_plates_flies_to_the_city(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    assert not page.plates.isVisible()
    gori = places[0]
    bounds = (gori.x - 2, gori.y - 1, gori.x + 2, gori.y + 1)
    page.set_plates((Plate("gori", "Gori", "gori", "", bounds, (), (), ()),))
    assert page.plates.isVisible()
    menu = page.plates.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Gori"]
    menu.actions()[0].trigger()
    assert page.map.camera().width_km < 12
    x, y = page.map.camera().to_view(gori.x, -gori.y, page.map.width(), page.map.height())
    assert page.map.free_rect().contains(round(x), round(y))
    corners = ((px, -py) for px in bounds[0::2] for py in bounds[1::2])
    size = page.map.width(), page.map.height()
    assert all(page.map.camera().to_view(*at, *size)[1] > page.eras.geometry().bottom() for at in corners)


def test_button_and_key_of_the_graticule_agree(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    qtbot.mouseClick(page.switches.graticule, Qt.MouseButton.LeftButton)
    assert page.map.shows_graticule()
    qtbot.keyClick(page.map, Qt.Key.Key_G)
    assert not page.switches.graticule.isChecked()


@pytest.mark.parametrize("width", [900, 1366, 1920])
def test_a_chosen_place_is_seen_beside_its_card_and_the_legend(
    qtbot: QtBot, places: tuple[MapPlace, ...], width: int
) -> None:
    page = atlas_of(qtbot, places)
    page.resize(width, 700)
    page.switches.legend.setChecked(True)
    page.choose_place("gori")
    page.set_place_card(Card(Reference("place", "gori"), "Place", "Gori", "", "<p>A town.</p>"))
    x, y = page.map.camera().to_view(places[0].x, -places[0].y, page.map.width(), page.map.height())
    spot = page.map.mapTo(page, QPoint(round(x), round(y)))
    for part in (page.card, page.legend):
        assert part.isHidden() or not part.geometry().contains(spot)
    assert page.legend.isVisible() == page.switches.legend.isChecked() == (width > 900)


def test_an_open_card_is_renamed_with_the_year(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    page = atlas_of(qtbot, places)
    page.choose_place("tbilisi")
    page.set_place_card(
        Card(Reference("place", "tbilisi"), "Place", "Tiflis", "today Tbilisi, Georgia", "<p>A city.</p>")
    )
    card = page.findChild(PlaceCard)
    assert card.accessibleDescription() == "Tiflis. today Tbilisi, Georgia"
    qtbot.mouseClick(page.eras.buttons[1936], Qt.MouseButton.LeftButton)
    assert card.accessibleDescription() == "Tbilisi. Georgia"
    card.closed.emit()
    qtbot.mouseClick(page.eras.buttons[1900], Qt.MouseButton.LeftButton)
    assert not card.isVisible()
