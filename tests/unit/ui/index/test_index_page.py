"""The index by mouse and keyboard, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.unit.ui.index.sample_items import SALT, item_of

from historydesk.domain.entities import IndexEntry
from historydesk.domain.glossary import Glossary, GlossaryTerm
from historydesk.domain.reference import Reference
from historydesk.ui.index.index_page import IndexPage
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words

TERMS = Glossary(
    tuple(
        GlossaryTerm(word, word.title(), "", "", "und", word, (), (), f" {word}", "")
        for word in ("barge", "brine", "harbour", "salt")
    )
)
CLAIMS = (IndexEntry(Reference("claim", "c1"), "The sea was made of wine.", "Wrong", "000000001 the sea"),)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[IndexPage]:
    register_fonts()
    page = IndexPage()
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(default_appearance()))
    page.resize(1200, 700)
    page.set_glossary(TERMS)
    page.set_entries("claim", CLAIMS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page


def control(page: IndexPage, name: str) -> QAbstractButton:
    return next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible())


def rows(page: IndexPage) -> QListView:
    return page.findChild(QListView)


def field(page: IndexPage) -> QLineEdit:
    return page.findChild(QLineEdit)


def words(page: IndexPage) -> list[str]:
    return [each.text() for each in page.findChildren(Words) if each.isVisible()]


def prose(page: IndexPage) -> BodyText:
    return next(each for each in page.findChildren(BodyText) if each.isVisible())


def tap_row(qtbot: QtBot, page: IndexPage, row: int) -> None:
    view = rows(page)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_tabs_name_their_kind_and_count(page: IndexPage) -> None:
    page.set_counts({"person": 38})
    assert control(page, "Terms, 4").isChecked()
    assert control(page, "People, 38").text().startswith("People")
    assert control(page, "Sources")


def test_a_tab_asks_for_its_entries_and_shows_them(qtbot: QtBot, page: IndexPage) -> None:
    with qtbot.waitSignal(page.kind_requested) as asked:
        qtbot.mouseClick(control(page, "Claims, 1"), Qt.MouseButton.LeftButton)
    assert asked.args == ["claim"]
    assert rows(page).model().index(0, 0).data() == "The sea was made of wine."
    with qtbot.waitSignal(page.kind_requested):
        qtbot.mouseClick(control(page, "Places"), Qt.MouseButton.LeftButton)
    assert "Opening…" in words(page)
    page.set_entries("place", ())
    assert "This pack has no entries of this kind." in words(page)


def test_a_tap_on_an_entry_asks_for_it_and_a_letter_does_nothing(qtbot: QtBot, page: IndexPage) -> None:
    with qtbot.assertNotEmitted(page.item_requested):
        tap_row(qtbot, page, 0)
    with qtbot.waitSignal(page.item_requested) as asked:
        tap_row(qtbot, page, 1)
    assert asked.args == [Reference("term", "barge")]


def test_arrow_keys_ask_once_they_rest(qtbot: QtBot, page: IndexPage) -> None:
    asked: list[Reference] = []
    page.item_requested.connect(asked.append)
    rows(page).setFocus()
    for _ in range(3):
        qtbot.keyClick(rows(page), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [Reference("term", "harbour")]


def test_an_item_shows_everything_its_card_has(page: IndexPage) -> None:
    page.show_item(item_of(lists=(), uses=()))
    assert {"TERM", "Salt", "/sɔːlt/", "Country then", "Nowhere"} <= set(words(page))
    assert prose(page).toPlainText().startswith("Carried by barges to Gori.")


def test_showing_a_card_does_not_ask_for_it_again(qtbot: QtBot, page: IndexPage) -> None:
    with qtbot.assertNotEmitted(page.item_requested, wait=300):
        page.show_item(item_of())


def test_a_card_of_another_kind_turns_to_its_tab(qtbot: QtBot, page: IndexPage) -> None:
    with qtbot.waitSignal(page.kind_requested) as asked:
        page.show_item(item_of(replace(SALT, reference=Reference("person", "anna"))))
    assert asked.args == ["person"]
    people = (IndexEntry(Reference("person", "anna"), "Anna", "", "anna"),)
    page.set_entries("person", people)
    assert rows(page).currentIndex().data() == "Anna"


@pytest.mark.parametrize("scheme", ["term", "debate"])
def test_a_card_shown_first_brings_the_list_beside_it(qtbot: QtBot, scheme: str) -> None:
    fresh = IndexPage()
    qtbot.addWidget(fresh)
    with qtbot.waitSignal(fresh.kind_requested) as asked:
        fresh.show_item(item_of(replace(SALT, reference=Reference(scheme, "salt"))))
    assert asked.args == ["term"]


def test_a_link_in_the_text_is_reached_by_keyboard(qtbot: QtBot, page: IndexPage) -> None:
    page.show_item(item_of())
    body = prose(page)
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.reference_activated) as asked:
        qtbot.keyClick(body, Qt.Key.Key_Return)
    assert asked.args == [Reference("term", "barge")]
    assert body.toPlainText()


def test_asking_for_a_height_leaves_the_lines_alone(qtbot: QtBot, page: IndexPage) -> None:
    page.show_item(item_of())
    body = prose(page)
    qtbot.waitUntil(lambda: body.height() >= body.heightForWidth(body.width()))
    width = body.document().textWidth()
    assert body.heightForWidth(120) > body.heightForWidth(1200)
    assert body.document().textWidth() == width


def test_filter_narrows_and_enter_takes_the_first(qtbot: QtBot, page: IndexPage) -> None:
    qtbot.keyClicks(field(page), "har")
    with qtbot.waitSignal(page.item_requested) as asked:
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert asked.args == [Reference("term", "harbour")]
    qtbot.keyClicks(field(page), "xyz")
    assert "Nothing here matches “harxyz”. Clear the field to see all." in words(page)
    field(page).clear()
    assert rows(page).isVisible()


def test_before_a_choice_the_pane_invites(page: IndexPage) -> None:
    assert "Choose an entry to read about it." in words(page)


def test_narrow_list_and_card_take_turns(qtbot: QtBot, page: IndexPage) -> None:
    page.resize(600, 600)
    assert rows(page).isVisible()
    rows(page).setFocus()
    page.show_item(item_of())
    assert not rows(page).isVisible()
    assert control(page, "Back to the list").hasFocus()
    qtbot.mouseClick(control(page, "Back to the list"), Qt.MouseButton.LeftButton)
    assert rows(page).isVisible()
    with qtbot.waitSignal(page.item_requested):
        tap_row(qtbot, page, rows(page).currentIndex().row())
    page.show_item(item_of())
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert rows(page).isVisible()


def test_tab_goes_from_tabs_to_filter_to_order_to_list_to_card(qtbot: QtBot, page: IndexPage) -> None:
    page.show_item(item_of())
    control(page, "Sources").setFocus()
    order: list[QWidget] = []
    for _ in range(6):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget())
    assert order[0] is field(page)
    assert [each.accessibleName() for each in order[1:4]] == [
        "From A to Z",
        "By chapter",
        "Practise these 4 words",
    ]
    assert order[4] is rows(page)
    assert order[5] is prose(page)


def test_every_control_has_a_name(page: IndexPage) -> None:
    page.show_item(item_of())
    nameless = [
        w
        for w in page.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("name", THEMES)
def test_page_takes_the_colours_of_its_theme(page: IndexPage, name: str) -> None:
    theme = load_theme(name)
    page.set_appearance(replace(default_appearance(), theme=theme))
    page.show_item(item_of())
    assert page.grab().toImage().pixelColor(4, 690) == theme.color("panel")


def test_a_stretch_of_time_narrows_its_kinds_until_the_chip_is_pressed(qtbot: QtBot, page: IndexPage) -> None:
    people = tuple(
        IndexEntry(Reference("person", name), name.title(), "", name) for name in ("anna", "boris")
    )
    page.set_entries("person", people)
    page.set_period("2 March – 25 October 1917", {"person": frozenset({"boris"})})
    chip = page.findChild(QPushButton, "period-chip")
    listed = page.findChild(QListView)
    assert chip is not None and listed is not None
    assert not chip.isVisible()
    page.show_kind("person")
    assert chip.isVisible()
    assert chip.text() == "2 March – 25 October 1917"
    assert "Boris" in [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
    assert "Anna" not in [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
    with qtbot.waitSignal(page.period_cleared):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    page.set_period("", {})
    assert not chip.isVisible()
    assert "Anna" in [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]


def test_a_stretch_of_time_with_nobody_says_so(page: IndexPage) -> None:
    page.set_entries("person", (IndexEntry(Reference("person", "anna"), "Anna", "", "anna"),))
    page.set_period("1 January 1800", {"person": frozenset()})
    page.show_kind("person")
    assert any(
        words.isVisible() and words.text() == "Nothing here belongs to this time."
        for words in page.findChildren(Words)
    )
