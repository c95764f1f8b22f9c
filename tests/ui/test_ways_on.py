"""Each kind of card has ways on, and each of them leads to what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from historydesk.domain.reference import SCHEMES, Reference
from historydesk.ui.index.kind_tabs import KINDS
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor

TARGETS = {
    "term": "serf",
    "place": "gori",
    "person": "stalin",
    "event": "e002",
    "claim": "cl-01",
    "source": "kotkin2014",
    "journey": "j-1",
    "debate": "d-1",
    "note": "gori/1",
    "chapter": "seminary",
}


def _open(visitor: Visitor, reference: Reference) -> dict[str, str]:
    """Open a card over the first chapter; what its buttons do, with their words."""
    visitor.go("read", chapter="gori")
    word = QRect(visitor.window.mapToGlobal(QPoint(400, 300)), QSize(60, 20))
    visitor.window.overlays.cards.open(reference, word)
    visitor.qtbot.waitUntil(lambda: visitor.popup.isVisible() and visitor.popup.card is not None)
    assert visitor.popup.card is not None
    assert visitor.popup.card.reference == reference
    return {each.objectName(): each.text() for each in visitor.popup.buttons()}


def _press(visitor: Visitor, name: str) -> None:
    visitor.click(next(each for each in visitor.popup.buttons() if each.objectName() == name))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_way_on_from_a_card_leads_to_what_it_says(start: Start, scheme: str) -> None:
    visitor = start()
    visitor.services.settings.set("reduced_motion", True)
    reference = Reference(scheme, TARGETS[scheme])
    ways = _open(visitor, reference)
    assert ("index" in ways) == (scheme in (*KINDS, "debate"))
    listed = "evidence" if scheme in ("claim", "debate") else "index"
    assert ("map" in ways) == (scheme in ("place", "journey"))
    assert visitor.popup.close_button.isVisible()
    for name in ("index", "uses", "map"):
        if name in ways:
            _open(visitor, reference)
            _press(visitor, name)
            visitor.qtbot.waitUntil(
                lambda wanted=name: visitor.screen == ("map" if wanted == "map" else listed)
            )
            location = visitor.services.reading.location
            assert location is not None
            assert location.item == str(reference)
            assert visitor.window.notice.isHidden()
            visitor.window.go_back()
    for name in [each for each in ways if each.startswith("reference ")]:
        _open(visitor, reference)
        _press(visitor, name)
        wanted = name.removeprefix("reference ")
        if wanted.startswith("chapter:"):
            assert visitor.chapter() == wanted.removeprefix("chapter:")
        else:
            assert visitor.popup.card is not None
            assert str(visitor.popup.card.reference) == wanted
            assert visitor.popup.back.isVisible()
    for name in [each for each in ways if each.startswith("follow ")]:
        _open(visitor, reference)
        _press(visitor, name)
        visitor.qtbot.waitUntil(lambda: visitor.screen == "map")
        location = visitor.services.reading.location
        assert location is not None
        assert location.item == name.removeprefix("follow ")
        visitor.window.go_back()


@pytest.mark.parametrize("scheme", ["claim", "debate"])
def test_all_evidence_opens_its_screen_at_the_item(start: Start, scheme: str) -> None:
    visitor = start()
    _open(visitor, Reference(scheme, TARGETS[scheme]))
    _press(visitor, "index")
    page = visitor.window.surfaces.evidence
    assert page is not None
    key = f"{scheme}:{TARGETS[scheme]}"
    visitor.qtbot.waitUntil(lambda: page.shown() == key)
    assert page.side.list.hasFocus()


@pytest.mark.parametrize("scheme", [kind for kind in KINDS if kind != "claim"])
def test_all_of_a_kind_opens_the_index_at_the_item_with_its_list(start: Start, scheme: str) -> None:
    visitor = start()
    _open(visitor, Reference(scheme, TARGETS[scheme]))
    _press(visitor, "index")
    index = visitor.window.surfaces.index
    assert index is not None
    visitor.qtbot.waitUntil(lambda: index.side._kind == scheme and index.side._model.rowCount() > 0)
