"""The card of a place on a map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import Card, CardEntry, CardLink, CardSection, Fact, MapPlace
from historydesk.domain.reference import Reference
from historydesk.ui.map.place_card import LISTED, PlaceCard, named_as
from historydesk.ui.theme import Appearance, load_theme
from historydesk.ui.theme.entry_button import EntryButton

EVENTS = tuple(
    CardEntry(CardLink(f"Event {number}", Reference("event", f"e{number}")), f"{1900 + number}")
    for number in range(LISTED + 3)
)
CARD = Card(
    Reference("place", "tbilisi"),
    "Place",
    "Tiflis",
    "today Tbilisi, Georgia",
    "<p>The seminary.</p><p>And more.</p>",
    facts=(Fact("Names", "Tiflis (1801), Tbilisi (1936)"), Fact("To visit", "The city can be visited.")),
    sections=(
        CardSection("event", "What happened here", EVENTS),
        CardSection(
            "journey",
            "Journeys that stop here",
            (CardEntry(CardLink("To exile", Reference("journey", "j-1")), "to 1901"),),
        ),
        CardSection(
            "chapter",
            "Told in",
            (CardEntry(CardLink("Underground", Reference("chapter", "underground#search")), "Chapter 4"),),
        ),
    ),
)


def card_of(qtbot: QtBot, *, full: bool, percent: int = 100) -> PlaceCard:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    card = PlaceCard(window, full=full)
    card.window_kept = window  # type: ignore[attr-defined]
    card.set_appearance(Appearance(load_theme("paper"), text_percent=percent))
    card.show_card(CARD)
    card.resize(card.fit(420, 500))
    window.show()
    return card


def said(card: PlaceCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def test_a_short_card_is_the_first_paragraph_only(qtbot: QtBot) -> None:
    card = card_of(qtbot, full=False)
    assert "The seminary." in said(card)
    assert "And more." not in said(card)
    assert "The city can be visited." not in said(card)
    assert card.findChildren(EntryButton) == []


def test_a_full_card_says_names_and_what_can_be_visited(qtbot: QtBot) -> None:
    card = card_of(qtbot, full=True)
    assert "Tiflis (1801), Tbilisi (1936)" in said(card)
    assert "The city can be visited." in said(card)


def test_a_full_card_leads_to_events_journeys_and_passages(qtbot: QtBot) -> None:
    card = card_of(qtbot, full=True)
    buttons = card.findChildren(EntryButton)
    assert [button.text() for button in buttons] == [
        *(f"Event {number}" for number in range(LISTED)),
        "To exile",
        "Underground",
    ]
    for button in (buttons[0], buttons[-2], buttons[-1]):
        with qtbot.waitSignal(card.reference_requested) as asked:
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert asked.args == [button.reference]


@pytest.mark.parametrize("percent", [100, 200])
def test_a_full_card_scrolls_and_nothing_is_cut_off_at_its_side(qtbot: QtBot, percent: int) -> None:
    card = card_of(qtbot, full=True, percent=percent)
    area = card.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().height() > area.viewport().height())
    assert area.widget().width() <= area.viewport().width()
    last = card.findChildren(EntryButton)[-1]
    last.setFocus()
    area.ensureWidgetVisible(last)
    assert area.viewport().rect().contains(last.mapTo(area.viewport(), last.rect().center()))
    assert card.height() <= 500


TIFLIS = MapPlace("tbilisi", "Tiflis", "Tbilisi", 44.8, 41.7, 0, 0, 1, ((1801, "Tiflis"), (1936, "Tbilisi")))
CAPITAL = MapPlace(
    "capital", "St Petersburg", "", 30.3, 59.9, 0, 0, 1, ((1914, "Petrograd"), (1924, "Leningrad"))
)


def test_a_card_is_called_as_in_the_year_shown_with_today_beside_it() -> None:
    then = named_as(CARD, TIFLIS, TIFLIS.name_in(1929))
    assert (then.title, then.note) == ("Tiflis", "today Tbilisi, Georgia")
    later = named_as(CARD, TIFLIS, TIFLIS.name_in(1936))
    assert (later.title, later.note) == ("Tbilisi", "Georgia")
    card = Card(Reference("place", "capital"), "Place", "St Petersburg", "Russia", "")
    for year, name in ((1915, "Petrograd"), (1929, "Leningrad")):
        renamed = named_as(card, CAPITAL, CAPITAL.name_in(year))
        assert (renamed.title, renamed.note) == (name, "today St Petersburg, Russia")


def test_a_card_without_a_place_keeps_its_name() -> None:
    assert named_as(CARD, None, "") is CARD
