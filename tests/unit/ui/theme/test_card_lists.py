"""The lists of an item's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Card, CardEntry, CardLink, CardSection
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.card_pane import CardPane
from historydesk.ui.theme import Appearance, default_appearance, load_theme
from historydesk.ui.theme.card_lists import CardLists
from historydesk.ui.theme.entry_button import EntryButton
from historydesk.ui.theme.words import Words

BORN = CardLink("He is born", Reference("event", "e001"))
EXILE = CardLink("To exile and back", Reference("journey", "j-1"))
TOLD = CardLink("A boy from Gori", Reference("chapter", "gori#keke"))
SECTIONS = (
    CardSection(
        "event", "What happened here", (CardEntry(BORN, "6 December 1878 O.S. / 18 December 1878 N.S."),)
    ),
    CardSection("journey", "Journeys that stop here", (CardEntry(EXILE, "to Nov 1901"),)),
)
CARD = Card(
    Reference("place", "gori"),
    "Place",
    "Gori",
    "Georgia",
    "<p>A town.</p>",
    links=(BORN, EXILE),
    sections=(*SECTIONS, CardSection("chapter", "Told in", (CardEntry(TOLD, "Chapter 1"),))),
)


def lists_of(qtbot: QtBot, percent: int = 100) -> CardLists:
    lists = CardLists()
    qtbot.addWidget(lists)
    lists.show_sections(SECTIONS, Appearance(load_theme("paper"), text_percent=percent))
    lists.resize(660, 300)
    lists.show()
    return lists


def test_each_list_has_its_heading(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    headings = [words.text() for words in lists.findChildren(Words)]
    assert headings == ["What happened here", "Journeys that stop here"]


def test_an_entry_asks_for_what_it_names(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    for button, link in zip(lists.findChildren(EntryButton), (BORN, EXILE), strict=True):
        with qtbot.waitSignal(lists.reference_activated) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [link.reference]
        with qtbot.waitSignal(lists.reference_activated) as again:
            qtbot.keyClick(button, Qt.Key.Key_Return)
        assert again.args == [link.reference]


def test_an_entry_says_its_date_and_is_large_enough_for_a_finger(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    event, journey = lists.findChildren(EntryButton)
    assert event.accessibleName() == "6 December 1878 O.S. / 18 December 1878 N.S.: He is born"
    assert journey.accessibleName() == "to Nov 1901: Follow the journey: To exile and back"
    assert min(event.height(), journey.height()) >= default_appearance().target


def test_other_lists_take_the_place_of_the_first(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    lists.show_sections((), default_appearance())
    assert lists.isHidden()
    lists.show_sections(SECTIONS[:1], default_appearance())
    assert [button.text() for button in lists.findChildren(EntryButton) if not button.isHidden()] == [
        "He is born"
    ]


def test_in_a_narrow_list_the_date_stands_above_the_words(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    event = lists.findChildren(EntryButton)[0]
    (wide, _), (narrow, _) = event._lay_out(660)[0], event._lay_out(300)[0]
    assert wide[0].position().x() == 0
    assert event._lay_out(660)[0][1][0].lineAt(0).x() > 200
    assert event._lay_out(300)[0][1][0].lineAt(0).x() < 10
    assert narrow[0].position().y() < event._lay_out(300)[0][1][0].position().y()


def test_large_words_break_and_are_not_cut_off(qtbot: QtBot) -> None:
    lists = lists_of(qtbot, percent=200)
    event = lists.findChildren(EntryButton)[0]
    parts, height = event._lay_out(240)
    for layout, _ in parts:
        for number in range(layout.lineCount()):
            assert layout.lineAt(number).naturalTextWidth() <= 240
        assert layout.position().y() + layout.boundingRect().bottom() <= height + 1


@pytest.mark.parametrize("theme", ["paper", "gallery", "contrast"])
def test_an_entry_draws_in_every_theme(qtbot: QtBot, theme: str) -> None:
    lists = CardLists()
    qtbot.addWidget(lists)
    look = Appearance(load_theme(theme))
    lists.show_sections(SECTIONS, look)
    lists.resize(660, 300)
    lists.show()
    event = lists.findChildren(EntryButton)[0]
    event.setFocus()
    colors = {
        event.grab().toImage().pixelColor(x, y).name() for x in range(0, 400, 1) for y in range(0, 40, 1)
    }
    assert look.theme.color("blue").name() in colors


def test_a_page_lists_each_way_on_once_and_leads_to_the_map(qtbot: QtBot) -> None:
    pane = CardPane()
    qtbot.addWidget(pane)
    pane.show_card(CARD, ())
    pane.resize(800, 700)
    pane.show()
    shown = [button for button in pane.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["Show on the map", "He is born", "To exile and back"]
    with qtbot.waitSignal(pane.location_requested) as led:
        qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert led.args == [Location("map", item="place:gori")]
    with qtbot.waitSignal(pane.location_requested) as followed:
        qtbot.mouseClick(shown[2], Qt.MouseButton.LeftButton)
    assert followed.args == [Location("map", item="journey:j-1")]
    with qtbot.waitSignal(pane.reference_activated) as asked:
        qtbot.mouseClick(shown[1], Qt.MouseButton.LeftButton)
    assert asked.args == [BORN.reference]


def test_a_journey_is_followed_from_its_page(qtbot: QtBot) -> None:
    pane = CardPane()
    qtbot.addWidget(pane)
    pane.show_card(Card(EXILE.reference, "Journey", EXILE.label, "", "<ol><li>Gori</li></ol>"), ())
    pane.show()
    (button,) = [each for each in pane.findChildren(QAbstractButton) if each.isVisible()]
    assert (button.text(), button.accessibleName()) == (
        "Follow this journey",
        "Follow this journey: To exile and back",
    )
