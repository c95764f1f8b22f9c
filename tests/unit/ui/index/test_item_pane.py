"""The page of an item: its sections, its ways on, one column and two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.unit.ui.index.sample_items import LISTS, SALT, USES, entries, item_of

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.index.use_button import UseButton
from historydesk.ui.theme import default_appearance, stylesheet
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.chip import Chip
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[ItemPane]:
    register_fonts()
    pane = ItemPane()
    qtbot.addWidget(pane)
    pane.setStyleSheet(stylesheet(default_appearance()))
    pane.resize(930, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield pane


def control(pane: ItemPane, name: str) -> QAbstractButton:
    return next(b for b in pane.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible())


def words(pane: ItemPane) -> list[str]:
    return [each.text() for each in pane.findChildren(Words) if each.isVisible()]


def left(pane: ItemPane, text: str) -> int:
    heading = next(each for each in pane.findChildren(Words) if each.isVisible() and each.text() == text)
    return heading.mapTo(pane.widget(), QPoint(0, 0)).x()


def test_every_section_that_has_something_is_shown_and_no_other(pane: ItemPane) -> None:
    pane.show_item(item_of())
    headings = [
        "Events",
        "Journeys",
        "People",
        "Terms",
        "Claims",
        "Debates",
        "Where it appears",
        "Places",
        "Sources",
    ]
    assert [each for each in words(pane) if each in headings] == headings
    pane.show_item(item_of(lists=(), places=()))
    assert [each for each in words(pane) if each in headings] == ["Where it appears"]
    assert not any(b.text() == "Show on the map" for b in pane.findChildren(QPushButton) if b.isVisible())


def test_nothing_chosen_invites(pane: ItemPane) -> None:
    assert words(pane) == ["Choose an entry to read about it."]
    pane.show_item(item_of())
    pane.show_item(None)
    assert words(pane) == ["Choose an entry to read about it."]


def test_what_happened_is_the_word_for_people_and_places_only(pane: ItemPane) -> None:
    pane.show_item(item_of(replace(SALT, reference=Reference("person", "anna"))))
    assert "What happened" in words(pane)
    pane.show_item(item_of())
    assert "What happened" not in words(pane)


def test_a_verdict_has_its_word(pane: ItemPane) -> None:
    pane.show_item(item_of(replace(SALT, reference=Reference("claim", "c1"), kicker="Wrong")))
    assert pane.findChild(Chip).text() == "Wrong"
    assert pane.findChild(Chip).isVisible()
    assert "WRONG" not in words(pane)


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("1 May 1900: Salt is found", "event:salt is found"),
        ("The salt road", "journey:the salt road"),
        ("Anna", "person:anna"),
        ("Barge", "term:barge"),
        ("Wrong: The sea was made of wine.", "claim:the sea was made of wine."),
        ("Who salted the sea?", "debate:who salted the sea?"),
        ("Gori", "place:gori"),
        ("Stalin · cited 3 times: Kotkin 2014", "source:kotkin 2014"),
    ],
)
def test_every_entry_leads_to_its_item(qtbot: QtBot, pane: ItemPane, name: str, reference: str) -> None:
    pane.show_item(item_of())
    with qtbot.waitSignal(pane.reference_activated) as asked:
        qtbot.keyClick(control(pane, name), Qt.Key.Key_Space)
    assert str(asked.args[0]) == reference


def test_passages_stand_below_their_chapter_and_lead_to_the_words(qtbot: QtBot, pane: ItemPane) -> None:
    pane.show_item(item_of())
    uses = pane.findChildren(UseButton)
    assert [each._is_titled for each in uses] == [True, False, True]
    assert [each.accessibleDescription() for each in uses] == [each.excerpt for each in USES]
    with qtbot.waitSignal(pane.location_requested) as went:
        qtbot.keyClick(uses[1], Qt.Key.Key_Space)
    assert went.args == [Location("read", "one", "p5", "term:salt")]
    with qtbot.waitSignal(pane.location_requested) as went:
        qtbot.keyClick(uses[0], Qt.Key.Key_Space)
    assert went.args == [Location("read", "one", "p3", "term:salt", "salt")]


@pytest.mark.parametrize(
    ("scheme", "words_on_it", "location"),
    [
        ("claim", "Open in Evidence", Location("evidence", item="claim:salt")),
        ("source", "Show in the bibliography", Location("evidence", item="source:salt")),
        ("event", "Show on the timeline", Location("timeline", item="event:salt")),
        ("journey", "Follow this journey", Location("map", item="journey:salt")),
        ("place", "Show on the map", Location("map", item="place:gori")),
        ("term", "Show on the map", Location("map", item="place:gori")),
    ],
)
def test_each_kind_leads_where_there_is_more_of_it(
    qtbot: QtBot, pane: ItemPane, scheme: str, words_on_it: str, location: Location
) -> None:
    pane.show_item(item_of(replace(SALT, reference=Reference(scheme, "salt"))))
    shown = next(b for b in pane.findChildren(QPushButton) if b.isVisible() and b.text() == words_on_it)
    with qtbot.waitSignal(pane.location_requested) as went:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert went.args == [location]


def test_more_is_asked_for_and_the_keyboard_goes_on_with_the_first_new_entry(
    qtbot: QtBot, pane: ItemPane
) -> None:
    names = [f"Name {number}" for number in range(20)]
    pane.show_item(item_of(lists=(entries("person", *names[:12], count=20),)))
    more = control(pane, "Show all 20: People")
    more.setFocus()
    with qtbot.waitSignal(pane.wanted) as asked:
        qtbot.keyClick(more, Qt.Key.Key_Space)
    assert asked.args == ["person", 20]
    pane.show_item(item_of(lists=(entries("person", *names),)))
    assert pane.window().focusWidget() is control(pane, "Name 12")
    with qtbot.waitSignal(pane.wanted) as asked:
        qtbot.mouseClick(control(pane, "Show fewer: People"), Qt.MouseButton.LeftButton)
    assert asked.args == ["person", 12]
    pane.show_item(item_of(lists=(entries("person", *names[:12], count=20),)))
    assert pane.window().focusWidget() is control(pane, "Show all 20: People")


def test_of_very_many_a_part_is_asked_for(qtbot: QtBot, pane: ItemPane) -> None:
    pane.show_item(item_of(lists=(entries("event", "A", "B", count=5000),)))
    with qtbot.waitSignal(pane.wanted) as asked:
        qtbot.mouseClick(control(pane, "Show 200 more of 5000: Events"), Qt.MouseButton.LeftButton)
    assert asked.args == ["event", 202]


def test_map_and_sources_stand_beside_the_words_where_there_is_room(qtbot: QtBot, pane: ItemPane) -> None:
    pane.show_item(item_of())
    qtbot.waitUntil(lambda: left(pane, "Sources") > left(pane, "Events"))
    pane.resize(600, 700)
    qtbot.waitUntil(lambda: left(pane, "Sources") == left(pane, "Events"))
    pane.resize(930, 700)
    pane.set_appearance(replace(default_appearance(), text_percent=200))
    qtbot.waitUntil(lambda: left(pane, "Sources") == left(pane, "Events"))


@pytest.mark.parametrize("width", [600, 930])
def test_tab_goes_down_the_page_as_one_reads(qtbot: QtBot, pane: ItemPane, width: int) -> None:
    pane.resize(width, 700)
    pane.show_item(item_of(replace(SALT, html="<p>Salt.</p>")))
    pane.focus_start()
    seen = []
    for _ in range(30):
        qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
        seen.append(pane.focusWidget().accessibleName())
    order = [
        "1 May 1900: Salt is found",
        "Anna",
        "Wrong: The sea was made of wine.",
        "Chapter 1: Salt and sails",
        "Gori",
        "Stalin · cited 3 times: Kotkin 2014",
    ]
    assert sorted(order, key=seen.index) == order
    map_first = seen.index("Show on the map: Gori") < seen.index("1 May 1900: Salt is found")
    assert map_first == (width == 600)


def test_a_page_left_halfway_is_shown_there_again(qtbot: QtBot, pane: ItemPane) -> None:
    long = item_of(lists=(entries("event", *(f"Event {number}" for number in range(60)), note="1900"),))
    pane.show_item(long)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 900)
    pane.verticalScrollBar().setValue(800)
    left_at = pane.scroll_position()
    pane.show_item(item_of(replace(SALT, reference=Reference("term", "brine"))))
    qtbot.waitUntil(lambda: pane.scroll_position() == 0)
    pane.show_item(long, left_at)
    qtbot.waitUntil(lambda: pane.scroll_position() == left_at)


def test_following_a_link_puts_the_keyboard_at_the_beginning(qtbot: QtBot, pane: ItemPane) -> None:
    pane.show_item(item_of())
    control(pane, "Anna").setFocus()
    pane.show_item(item_of(replace(SALT, reference=Reference("person", "anna"))))
    assert isinstance(pane.window().focusWidget(), BodyText)


def test_every_control_has_a_name(pane: ItemPane) -> None:
    pane.show_item(item_of())
    nameless = [
        w
        for w in pane.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("width", [400, 640, 930, 1440])
def test_nothing_is_cut_off_and_nothing_overlaps(
    qtbot: QtBot, pane: ItemPane, percent: int, width: int
) -> None:
    pane.resize(width, 600)
    pane.set_appearance(replace(default_appearance(), text_percent=percent))
    long = replace(
        LISTS[-1], entries=entries("source", "A source with a title of many words and more").entries
    )
    pane.show_item(
        item_of(
            replace(SALT, title="A very long title of a thing that needs two lines"),
            lists=(*LISTS[:-1], long),
        )
    )

    def parts() -> list[QWidget]:
        kinds = (Words, BodyText, QAbstractButton)
        return [w for w in pane.widget().findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]

    def whole() -> bool:
        high = all(w.height() >= w.heightForWidth(w.width()) for w in parts() if w.hasHeightForWidth())
        return high and pane.widget().width() <= pane.viewport().width()

    qtbot.waitUntil(whole)
    boxes = [w.rect().translated(w.mapTo(pane.widget(), QPoint(0, 0))) for w in parts()]
    assert all(box.right() <= pane.viewport().width() for box in boxes)
    pairs = [(a, b) for number, a in enumerate(boxes) for b in boxes[number + 1 :]]
    assert not any(a.intersects(b) for a, b in pairs)
