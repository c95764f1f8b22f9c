"""The lists of an item's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Card, CardEntry, CardLink, CardSection
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.card_lists import CardLists
from historydesk.ui.index.card_pane import CardPane
from historydesk.ui.theme import default_appearance
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


def lists_of(qtbot: QtBot, *, compact: bool = False) -> CardLists:
    lists = CardLists(compact=compact)
    qtbot.addWidget(lists)
    lists.show_sections(SECTIONS, default_appearance())
    lists.resize(600, 300)
    lists.show()
    return lists


def words_of(lists: CardLists) -> list[str]:
    return [words.text() for words in lists.findChildren(Words)]


def test_each_list_has_its_heading_and_each_entry_its_date(qtbot: QtBot) -> None:
    assert words_of(lists_of(qtbot)) == [
        "What happened here",
        "6 December 1878 O.S.\u202818 December 1878 N.S.",
        "Journeys that stop here",
        "to Nov 1901",
    ]


def test_an_event_leads_to_its_card_and_a_journey_to_the_map(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    event, journey = lists.findChildren(QPushButton)
    with qtbot.waitSignal(lists.reference_activated) as asked:
        qtbot.mouseClick(event, Qt.MouseButton.LeftButton)
    assert asked.args == [BORN.reference]
    with qtbot.waitSignal(lists.location_requested) as led:
        qtbot.mouseClick(journey, Qt.MouseButton.LeftButton)
    assert led.args == [Location("map", item="journey:j-1")]


def test_a_button_says_its_date_and_is_large_enough_for_a_finger(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    event, journey = lists.findChildren(QPushButton)
    assert event.accessibleName() == "6 December 1878 O.S. / 18 December 1878 N.S.: He is born"
    assert journey.accessibleName() == "to Nov 1901: Follow the journey: To exile and back"
    assert min(event.height(), journey.height()) >= default_appearance().target


def test_other_lists_take_the_place_of_the_first(qtbot: QtBot) -> None:
    lists = lists_of(qtbot)
    lists.show_sections((), default_appearance())
    assert lists.isHidden()
    lists.show_sections(SECTIONS[:1], default_appearance())
    shown = [
        button.text() for button in lists.findChildren(QPushButton) if not button.parentWidget().isHidden()
    ]
    assert shown == ["He is born"]


def test_in_a_narrow_pane_the_date_stands_below(qtbot: QtBot) -> None:
    lists = lists_of(qtbot, compact=True)
    date = next(words for words in lists.findChildren(Words) if words.text().startswith("6 December"))
    button = lists.findChildren(QPushButton)[0]
    qtbot.waitUntil(lambda: date.y() > 0)
    assert date.y() >= button.geometry().bottom()


def test_a_page_lists_each_way_on_once_and_leads_to_the_map(qtbot: QtBot) -> None:
    pane = CardPane()
    qtbot.addWidget(pane)
    pane.show_card(CARD, ())
    pane.resize(800, 700)
    pane.show()
    shown = [button for button in pane.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["Show on the map", "He is born", "To exile and back"]
    with qtbot.waitSignal(pane.location_requested) as led:
        qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert led.args == [Location("map", item="place:gori")]


def test_a_journey_is_followed_from_its_page(qtbot: QtBot) -> None:
    pane = CardPane()
    qtbot.addWidget(pane)
    pane.show_card(Card(EXILE.reference, "Journey", EXILE.label, "", "<ol><li>Gori</li></ol>"), ())
    pane.show()
    (button,) = [each for each in pane.findChildren(QPushButton) if not each.isHidden()]
    assert (button.text(), button.accessibleName()) == (
        "Follow this journey",
        "Follow this journey: To exile and back",
    )
