"""The terms of the index: their order, what they are narrowed to, and the way to practise them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.unit.ui.index.sample_items import item_of

from historydesk.domain.entities import Card
from historydesk.domain.glossary import UNTOLD, Glossary, GlossaryChapter, GlossaryChoice, GlossaryTerm
from historydesk.domain.reference import Reference
from historydesk.ui.index.glossary_bar import GlossaryBar
from historydesk.ui.index.index_page import IndexPage
from historydesk.ui.theme import default_appearance, stylesheet
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words


def _term(title: str, meaning: str, language: str, *chapters: tuple[int, int]) -> GlossaryTerm:
    script = {"ru": "слово", "ka": "სიტყვა"}.get(language, "")
    names = f" {title.lower()} {script}"
    return GlossaryTerm(
        title.lower(), title, "", script, language, title.lower(), chapters, (), names, f" {meaning}"
    )


GLOSSARY = Glossary(
    (
        _term("Barge", "carries salt", UNTOLD, (1, 5)),
        _term("Brine", "salt water", "ru"),
        _term("Salt", "from the sea", "ka", (1, 2), (2, 1)),
    ),
    (
        GlossaryChapter(1, "one", "Salt & sails"),
        GlossaryChapter(2, "two", "Home"),
        GlossaryChapter(3, "iii", "Bare"),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[IndexPage]:
    register_fonts()
    page = IndexPage()
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(default_appearance()))
    page.resize(1200, 700)
    page.set_glossary(GLOSSARY)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page


def shown(page: IndexPage) -> list[str]:
    model: QAbstractItemModel = view(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def view(page: IndexPage) -> QListView:
    return page.findChild(QListView)


def button(page: IndexPage, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


def languages(page: IndexPage) -> dict[str, QAction]:
    return {action.text(): action for action in page.findChild(GlossaryBar).findChild(QMenu).actions()}


def choose_row(qtbot: QtBot, page: IndexPage, row: int) -> None:
    view(page).setFocus()
    view(page).setCurrentIndex(view(page).model().index(row, 0))
    qtbot.keyClick(view(page), Qt.Key.Key_Return)


def test_terms_stand_under_letters_or_under_the_chapters_that_use_them(qtbot: QtBot, page: IndexPage) -> None:
    assert shown(page) == ["B", "Barge", "Brine", "S", "Salt"]
    with qtbot.waitSignal(page.order_chosen) as chosen:
        qtbot.mouseClick(button(page, "By chapter"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["chapter"]
    assert shown(page) == [
        "1\u2002Salt & sails",
        "Salt",
        "Barge",
        "2\u2002Home",
        "Salt",
        "In no chapter",
        "Brine",
    ]
    assert button(page, "By chapter").isChecked()


def test_the_heading_of_a_chapter_leads_to_its_words_alone(qtbot: QtBot, page: IndexPage) -> None:
    page.set_order("chapter")
    heading = view(page).model().index(0, 0)
    said = heading.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Chapter 1: Salt & sails, only its words: 2"
    choose_row(qtbot, page, 0)
    assert shown(page) == ["1\u2002Salt & sails", "Salt", "Barge"]
    assert page.choice == GlossaryChoice(chapter="one")
    chip = button(page, "Show all chapters again, not only Salt & sails")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert len(shown(page)) == 7
    assert button(page, "By chapter").hasFocus()


def test_a_language_is_chosen_from_the_menu_and_given_up_by_its_chip(qtbot: QtBot, page: IndexPage) -> None:
    assert list(languages(page)) == [
        "All languages\u20023",
        "Georgian\u20021",
        "Russian\u20021",
        "No language given\u20021",
    ]
    languages(page)["Georgian\u20021"].trigger()
    assert shown(page) == ["S", "Salt"]
    assert languages(page)["Georgian\u20021"].isChecked()
    chip = button(page, "Show all languages again, not only Georgian")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert len(shown(page)) == 5
    assert button(page, "Language of origin").hasFocus()


def test_the_menu_counts_what_the_words_leave(qtbot: QtBot, page: IndexPage) -> None:
    qtbot.keyClicks(page.findChild(QLineEdit), "salt")
    assert next(iter(languages(page))) == "All languages\u20023"
    qtbot.keyClicks(page.findChild(QLineEdit), " wa")
    assert list(languages(page)) == ["All languages\u20021", "Russian\u20021"]


def test_names_that_match_come_before_meanings(qtbot: QtBot, page: IndexPage) -> None:
    field = page.findChild(QLineEdit)
    qtbot.keyClicks(field, "salt")
    assert shown(page) == ["S", "Salt", "In the explanation", "Barge", "Brine"]
    with qtbot.waitSignal(page.item_requested) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [Reference("term", "salt")]


def test_what_is_practised_is_what_is_shown(qtbot: QtBot, page: IndexPage) -> None:
    languages(page)["Russian\u20021"].trigger()
    qtbot.keyClicks(page.findChild(QLineEdit), "wat")
    with qtbot.waitSignal(page.practice_requested) as asked:
        qtbot.mouseClick(button(page, "Practise one word"), Qt.MouseButton.LeftButton)
    assert asked.args == [GlossaryChoice("wat", "ru")]


def test_nothing_found_says_what_to_do_and_offers_no_practice(qtbot: QtBot, page: IndexPage) -> None:
    languages(page)["Georgian\u20021"].trigger()
    qtbot.keyClicks(page.findChild(QLineEdit), "brine")
    said = [words.text() for words in page.side.findChildren(Words) if words.isVisible()]
    assert said == ["Nothing here matches “brine”. Clear the field, or press ✕ to look in all words."]
    assert not button(page, "Practise these 0 words").isEnabled()
    page.findChild(QLineEdit).clear()
    page.show_terms(GlossaryChoice(chapter="iii"))
    said = [words.text() for words in page.side.findChildren(Words) if words.isVisible()]
    assert said == ["No word of the glossary is here. Press ✕ to see all of them."]


def test_a_chapter_that_is_not_there_narrows_nothing(page: IndexPage) -> None:
    page.show_terms(GlossaryChoice(chapter="gone"))
    assert len(shown(page)) == 5
    assert page.choice == GlossaryChoice()


def test_a_term_chosen_under_its_second_chapter_stays_chosen_there(qtbot: QtBot, page: IndexPage) -> None:
    page.set_order("chapter")
    view(page).setCurrentIndex(view(page).model().index(4, 0))
    page.show_item(item_of(Card(Reference("term", "salt"), "Term", "Salt", "", "")))
    assert view(page).currentIndex().row() == 4


def test_other_kinds_keep_no_words_of_the_glossary(qtbot: QtBot, page: IndexPage) -> None:
    qtbot.keyClicks(page.findChild(QLineEdit), "salt")
    page.show_kind("person")
    assert not page.findChild(GlossaryBar).isVisible()
    page.show_kind("term")
    assert page.findChild(QLineEdit).text() == ""
    assert len(shown(page)) == 5


def test_many_terms_are_placed_in_parts_and_the_shown_one_comes_into_view(
    qtbot: QtBot, page: IndexPage
) -> None:
    words = (f"Word {number:05d}" for number in range(3000))
    page.set_glossary(Glossary(tuple(_term(word, "", UNTOLD) for word in words)))
    page.show_item(item_of(Card(Reference("term", "word 02800"), "Term", "Word 02800", "", "")))
    index = view(page).currentIndex()
    assert index.data() == "Word 02800"
    rect = view(page).viewport().rect()
    qtbot.waitUntil(lambda: rect.contains(view(page).visualRect(index).center()))
