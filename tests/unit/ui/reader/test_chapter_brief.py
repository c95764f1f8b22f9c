"""The short version under a chapter's title."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from tests.unit.ui.reader.sample_chapter import make_chapter, settle

from historydesk.domain.chapter import BRIEF_ID
from historydesk.ui.theme import Appearance, load_theme

WORDS = "He came from Gori &amp; went far. " * 18
BRIEF = f"<p>{WORDS}</p><p>That is all.</p>"


@pytest.fixture
def with_brief(qtbot, view):
    view.set_chapter(replace(make_chapter(5), brief=BRIEF))
    settle(qtbot, view)
    return view


def _room(view) -> QRect:
    top, bottom = view.page.brief_span
    return QRect(0, top - view.verticalScrollBar().value(), view.viewport().width(), bottom - top)


def _first_line(view) -> float:
    start = view.page.range_of("opening")[0]
    return view.page.rects(start, start + 1)[0].top() - view.verticalScrollBar().value()


def test_a_chapter_without_a_short_version_has_no_control_and_no_room_for_it(view):
    assert view.brief.isHidden()
    assert view.page.brief_span is None


def test_the_control_stands_between_title_and_text(with_brief):
    brief = with_brief.brief
    assert brief.isVisible() and not brief.is_open and brief.words.isHidden()
    assert brief.geometry().top() >= _room(with_brief).top()
    assert brief.geometry().bottom() < _first_line(with_brief)
    assert brief.button.height() >= 40


def test_a_click_opens_it_in_place_and_another_closes_it(with_brief):
    brief = with_brief.brief
    closed = _first_line(with_brief)
    QTest.mouseClick(brief.button, Qt.MouseButton.LeftButton)
    assert brief.is_open and brief.words.isVisible()
    assert brief.geometry().bottom() < _first_line(with_brief)
    assert brief.words.geometry().bottom() <= brief.height()
    assert brief.words.height() >= brief.words.heightForWidth(brief.words.width())
    QTest.mouseClick(brief.button, Qt.MouseButton.LeftButton)
    assert not brief.is_open and brief.words.isHidden()
    assert _first_line(with_brief) == closed


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_open_it(with_brief, key):
    with_brief.brief.button.setFocus()
    QTest.keyClick(with_brief.brief.button, key)
    assert with_brief.brief.is_open


def test_its_name_says_whether_it_is_open_and_its_words_are_plain(with_brief):
    brief = with_brief.brief
    assert brief.button.accessibleName() == "In 90 seconds, closed"
    brief.button.click()
    assert brief.button.accessibleName() == "In 90 seconds, open"
    assert brief.words.accessibleName().startswith("He came from Gori & went far. He came")
    assert brief.words.accessibleName().endswith("far.  That is all.")


def test_it_is_no_part_of_what_is_found_copied_or_read(with_brief):
    words = with_brief.page.text.toPlainText()
    with_brief.verticalScrollBar().setValue(40)
    with_brief.verticalScrollBar().setValue(0)
    share = with_brief.share
    with_brief.brief.button.click()
    assert with_brief.page.text.toPlainText() == words
    assert with_brief.finder.find_all("went far") == 0
    assert with_brief.share == pytest.approx(share, abs=0.005)


def test_another_chapter_begins_with_it_closed_and_the_room_given_back(qtbot, with_brief):
    first = with_brief.chapter
    closed = with_brief.page.brief_span
    with_brief.brief.button.click()
    assert with_brief.page.brief_span != closed
    with_brief.set_chapter(replace(make_chapter(6), brief="<p>Short.</p>"))
    settle(qtbot, with_brief)
    assert not with_brief.brief.is_open
    assert with_brief.brief.button.accessibleName() == "In 90 seconds, closed"
    with_brief.set_chapter(first)
    settle(qtbot, with_brief)
    assert with_brief.page.brief_span == closed


def test_it_stays_open_when_the_text_grows_and_when_the_window_narrows(qtbot, with_brief):
    brief = with_brief.brief
    brief.button.click()
    for change in (
        lambda: with_brief.set_appearance(Appearance(load_theme("contrast"), text_percent=150)),
        lambda: with_brief.resize(420, 560),
    ):
        change()
        settle(qtbot, with_brief)
        with_brief.verticalScrollBar().setValue(0)
        assert brief.is_open
        assert brief.geometry().bottom() < _first_line(with_brief)
        assert brief.words.height() >= brief.words.heightForWidth(brief.words.width())


def test_it_scrolls_with_the_text(with_brief):
    before = with_brief.brief.y() - _first_line(with_brief)
    with_brief.verticalScrollBar().setValue(70)
    assert with_brief.brief.y() - _first_line(with_brief) == pytest.approx(before, abs=1)


def test_opening_it_brings_it_into_view(with_brief):
    with_brief.resize(668, 300)
    with_brief.brief.button.click()
    brief = with_brief.brief.geometry()
    assert brief.top() >= 0
    assert brief.top() < 30 or brief.bottom() <= with_brief.viewport().height()


def test_a_page_turned_from_the_title_does_not_skip_what_is_left_of_it(with_brief):
    with_brief.resize(420, 300)
    with_brief.brief.button.click()
    with_brief.verticalScrollBar().setValue(0)
    seen = with_brief.viewport().height() - with_brief.brief.y()
    with_brief.turner.turn(1)
    assert -with_brief.brief.y() <= max(0, seen)


def test_what_search_finds_in_it_opens_it(qtbot, with_brief):
    with_brief.verticalScrollBar().setValue(400)
    with_brief.scroll_to(BRIEF_ID, "went far")
    assert with_brief.brief.is_open
    assert with_brief.verticalScrollBar().value() == 0


def test_tab_comes_from_it_to_the_text(page):
    page.view.set_chapter(replace(make_chapter(5), brief=BRIEF))
    button = page.view.brief.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert page.view.hasFocus()


def test_a_tap_opens_it(qtbot, with_brief):
    device = QTest.createTouchDevice()
    button = with_brief.brief.button
    point = button.rect().center()
    QTest.touchEvent(button, device).press(0, point, button).commit()
    QTest.touchEvent(button, device).release(0, point, button).commit()
    qtbot.waitUntil(lambda: with_brief.brief.is_open)
