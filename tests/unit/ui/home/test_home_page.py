"""The first page: what it says, where it leads, and that nothing is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.pack import ChapterSummary, Home, Language
from historydesk.ui.home.home_page import HomePage
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words

LANGUAGES = (Language("en", "English"), Language("ru", "Русский"), Language("ka", "ქართული"))
HOME = Home("Salt and Sails", "1878–1953", "How a town came to the sea.", 4, 30, LANGUAGES, (), "one")
CHAPTER = ChapterSummary("two", 2, "The seminary", "", "p", "Origins", 900, 6, "", 0, 0)


def page_of(
    qtbot: QtBot, home: Home = HOME, resume: ChapterSummary | None = None, language: str = ""
) -> HomePage:
    register_fonts()
    page = HomePage(QWidget(), None)
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(default_appearance()))
    page.resize(1366, 768)
    page.set_home(home, resume, language)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def button(page: HomePage, name: str) -> QPushButton:
    return next(
        each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()
    )


def words(page: HomePage) -> list[str]:
    return [each.text().replace("\u00a0", " ") for each in page.findChildren(Words) if each.isVisible()]


def test_first_visit_says_what_it_is_and_how_long(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    assert words(page) == [
        "1878 — 1953",
        "Salt and Sails",
        "How a town came to the sea.",
        "4 chapters · about 30 minutes",
    ]


def test_one_chapter_is_not_plural(qtbot: QtBot) -> None:
    page = page_of(qtbot, replace(HOME, chapters=1, minutes=1))
    assert "1 chapter · about 1 minute" in words(page)


def test_begin_and_map_ask_for_what_they_say(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    with qtbot.waitSignal(page.begin_requested):
        qtbot.mouseClick(button(page, "Begin"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.map_requested):
        qtbot.keyClick(button(page, "Explore the map"), Qt.Key.Key_Space)


def test_a_returning_reader_continues_or_starts_again(qtbot: QtBot) -> None:
    page = page_of(qtbot, resume=CHAPTER)
    with qtbot.waitSignal(page.continue_requested):
        qtbot.mouseClick(button(page, "Continue: The seminary"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.begin_requested):
        qtbot.mouseClick(button(page, "Start from the beginning"), Qt.MouseButton.LeftButton)


def test_a_long_chapter_title_is_shortened_but_said_in_full(qtbot: QtBot) -> None:
    long = replace(CHAPTER, title="The seminary in Tiflis and the long road by rail and sea to Batumi")
    page = page_of(qtbot, resume=long)
    first = page.first_control()
    assert first.text().endswith("…")
    assert first.accessibleName().endswith("to Batumi")
    assert first.toolTip() == first.accessibleName()
    assert first.width() >= first.sizeHint().width()


def test_the_chosen_language_is_marked_and_others_are_asked_for(qtbot: QtBot) -> None:
    page = page_of(qtbot, language="ru")
    assert [b.text() for b in page.findChildren(QPushButton) if b.isCheckable() and b.isChecked()] == [
        "Русский"
    ]
    with qtbot.waitSignal(page.language_requested) as asked:
        qtbot.mouseClick(button(page, "ქართული"), Qt.MouseButton.LeftButton)
    assert asked.args == ["ka"]


def test_a_single_language_is_named_without_a_button_that_does_nothing(qtbot: QtBot) -> None:
    page = page_of(qtbot, replace(HOME, languages=LANGUAGES[:1]))
    assert "English" in words(page)
    assert not [each for each in page.findChildren(QPushButton) if each.isCheckable()]


def test_tab_goes_in_reading_order(qtbot: QtBot) -> None:
    page = page_of(qtbot, resume=CHAPTER)
    page.first_control().setFocus()
    order = []
    for _ in range(6):
        order.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert order == [
        "Continue: The seminary",
        "Explore the map",
        "Start from the beginning",
        "English",
        "Русский",
        "ქართული",
    ]


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (3840, 2160), (480, 400)])
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_nothing_is_cut_off_at_any_size(qtbot: QtBot, size: tuple[int, int], percent: int) -> None:
    many = tuple(Language(f"x{i}", name) for i, name in enumerate(["Español", "Українська", "Հայերեն"] * 4))
    page = page_of(qtbot, replace(HOME, languages=many), CHAPTER)
    page.set_appearance(replace(default_appearance(), text_percent=percent))
    page.resize(*size)
    qtbot.wait(0)
    scroll = page.findChild(QScrollArea)
    column = scroll.widget()
    column.layout().activate()
    inside = QRect(0, 0, scroll.viewport().width(), column.height())
    shown = [w for w in page.findChildren(QWidget) if isinstance(w, Words | QPushButton) and w.isVisible()]
    assert len(shown) > 12
    for widget in shown:
        place = QRect(widget.mapTo(column, widget.rect().topLeft()), widget.size())
        assert inside.contains(place), widget.text()
        if isinstance(widget, Words):
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


@pytest.mark.parametrize("resume", [None, CHAPTER])
@pytest.mark.parametrize("size", [(1024, 466), (1024, 545), (1366, 713), (1920, 1025)])
def test_a_small_screen_holds_the_text_without_scrolling(
    qtbot: QtBot, size: tuple[int, int], resume: ChapterSummary | None
) -> None:
    lead = "How did a town on a salt marsh come to the sea? Follow its sailors, and see how we know it."
    home = replace(HOME, title="Salt and Sails of the Marsh", lead=lead, languages=LANGUAGES[:1])
    page = page_of(qtbot, home, resume)
    page.resize(*size)
    scroll = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.height() == size[1])
    qtbot.wait(0)
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.widget().height() <= size[1]


def test_the_keyboard_brings_a_control_into_view(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.set_appearance(replace(default_appearance(), text_percent=200))
    page.resize(480, 320)
    scroll = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0 and scroll.widget().height() > 330)
    last = button(page, "ქართული")
    assert last.visibleRegion().isEmpty()
    button(page, "Begin").setFocus()
    for _ in range(4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


@pytest.mark.parametrize("name", THEMES)
def test_page_takes_the_colours_of_its_theme(qtbot: QtBot, name: str) -> None:
    page = page_of(qtbot)
    theme = load_theme(name)
    page.set_appearance(replace(default_appearance(), theme=theme))
    image = page.grab().toImage()
    assert image.pixelColor(6, 6) == theme.color("page")
    colours = {image.pixel(x, y) for x in range(0, 440, 2) for y in range(60, 420, 2)}
    assert theme.color("ink").rgb() in colours


def test_a_long_title_leaves_what_can_be_done_in_sight(qtbot: QtBot) -> None:
    title = "A history of scribes, roads, tolls and bridges, from the first ford on the river to the very last stone"
    page = page_of(qtbot, replace(HOME, title=title))
    scroll = page.findChild(QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    assert not button(page, "Begin").visibleRegion().isEmpty()
