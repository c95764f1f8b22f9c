"""The page of an item: from place to person to event and back, as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.map.item_map import ItemMap
from historydesk.ui.map.place_button import PlaceButton
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor


def _pane(visitor: Visitor) -> ItemPane:
    assert visitor.window.surfaces.index is not None
    return visitor.window.surfaces.index.pane


def _see(visitor: Visitor, item: str) -> None:
    """Wait until the index shows an item."""

    def shown() -> bool:
        page = _pane(visitor).item
        return page is not None and str(page.card.reference) == item

    visitor.qtbot.waitUntil(shown, timeout=10_000)


def _control(visitor: Visitor, name: str) -> QAbstractButton:
    found = [b for b in _pane(visitor).findChildren(QAbstractButton) if b.isVisible()]
    return next(b for b in found if b.accessibleName() == name)


def test_one_thing_leads_to_the_next_and_back_returns(start: Start) -> None:
    visitor = start()
    visitor.go("index", item="place:gori")
    _see(visitor, "place:gori")
    visitor.click(_control(visitor, "Keke Geladze"))
    _see(visitor, "person:keke")
    visitor.click(_control(visitor, "Serf"))
    _see(visitor, "term:serf")
    visitor.click(_control(visitor, "Chapter 1: A Boy from Gori"))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    location = visitor.services.reading.location
    assert location is not None
    assert location.find == "serfs"
    for item in ("term:serf", "person:keke", "place:gori"):
        visitor.window.go_back()
        _see(visitor, item)
    visitor.window.go_forward()
    _see(visitor, "person:keke")


def test_the_map_of_an_item_leads_to_its_places_and_to_the_large_map(start: Start) -> None:
    visitor = start()
    visitor.go("index", item="event:e001")
    _see(visitor, "event:e001")
    picture = _pane(visitor).findChild(ItemMap)
    visitor.qtbot.waitUntil(lambda: bool(picture.findChildren(PlaceButton)))
    visitor.click(next(b for b in picture.findChildren(PlaceButton) if b.isVisible()))
    _see(visitor, "place:gori")
    visitor.click(_control(visitor, "Show on the map: Gori"))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "map")
    location = visitor.services.reading.location
    assert location is not None
    assert location.item == "place:gori"


@pytest.mark.parametrize("item", ["claim:cl-01", "debate:d-1"])
def test_evidence_named_on_a_page_opens_among_the_evidence(start: Start, item: str) -> None:
    visitor = start()
    visitor.go("index", item="source:kotkin2014")
    _see(visitor, "source:kotkin2014")
    page = _pane(visitor).item
    assert page is not None
    section = page.list_of("claim" if item.startswith("claim") else "debate")
    assert section is not None
    entry = next(each for each in section.entries if str(each.reference) == item)
    visitor.click(next(b for b in _pane(visitor).findChildren(QAbstractButton) if b.text() == entry.title))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")
    evidence = visitor.window.surfaces.evidence
    assert evidence is not None
    visitor.qtbot.waitUntil(lambda: evidence.shown() == item, timeout=10_000)


def test_a_claim_of_the_list_stands_beside_it_and_leads_to_the_evidence(start: Start) -> None:
    visitor = start()
    visitor.go("index")
    index = visitor.window.surfaces.index
    assert index is not None
    index.show_kind("claim")
    index.focus_filter()
    visitor.press(Qt.Key.Key_Return)
    _see(visitor, "claim:cl-01")
    assert visitor.screen == "index"
    visitor.click(
        next(b for b in _pane(visitor).findChildren(QAbstractButton) if b.text() == "Open in Evidence")
    )
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")


def test_an_item_the_pack_lacks_is_told_of(start: Start) -> None:
    visitor = start()
    visitor.go("index", item="term:nothing")
    visitor.qtbot.waitUntil(visitor.window.notice.isVisible)
    assert _pane(visitor).item is None


def test_back_finds_opened_sections_and_the_place_on_the_page(start: Start) -> None:
    visitor = start()
    visitor.window.resize(1024, 500)
    visitor.go("index", item="person:stalin")
    _see(visitor, "person:stalin")
    pane = _pane(visitor)
    pane.wanted.emit("event", 4)
    visitor.qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 200)
    pane.verticalScrollBar().setValue(150)
    visitor.go("map")
    visitor.window.go_back()
    _see(visitor, "person:stalin")
    visitor.qtbot.waitUntil(lambda: pane.scroll_position() == 150)
    desk = visitor.window.desks.get("index")
    assert desk is not None
    *_, left = desk.position()  # type: ignore[misc]
    assert left.opened == (("event", 4),)
