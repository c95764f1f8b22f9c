"""The question at the head of a chapter, and the way past its content note."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.unit.ui.reader.sample_chapter import make_chapter, settle

from historydesk.domain.chapter import Passage
from historydesk.domain.content_note import NOTE_ID
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, load_theme

WORDS = "Skip to the observatory & beyond"
NOTE = (
    '<div class="caution"><p>This chapter tells of prisons, and of what was done in them. If you skip it, you '
    'miss the police.  <a href="chapter:ch-5#observatory">Skip to the observatory &amp; beyond</a></p></div>'
)


def _with_note(html: str = NOTE):
    chapter = make_chapter(5)
    note = Passage(NOTE_ID, 0, "caution", html, "")
    return replace(chapter, passages=(note, *chapter.passages), brief="<p>All of it in a minute.</p>")


@pytest.fixture
def noted(qtbot, view):
    view.set_chapter(_with_note())
    settle(qtbot, view)
    return view


def _ground(view):
    """Top of the note's words and top of the text below it, in the window."""
    top = view.verticalScrollBar().value()
    starts = [view.page.range_of(name)[0] for name in (NOTE_ID, "opening")]
    return [view.page.rects(start, start + 1)[0].top() - top for start in starts]


def test_the_skip_stands_in_the_note_between_its_words_and_the_text(noted):
    skip = noted.ends.skip
    words, text = _ground(noted)
    assert skip.isVisible() and skip.height() >= 40
    assert words < skip.geometry().top() and skip.geometry().bottom() < text
    assert "Skip to the observatory" not in noted.page.text.toPlainText()
    assert "miss the police." in noted.page.text.toPlainText()


def test_it_is_named_by_the_authors_words(noted):
    assert noted.ends.skip.accessibleName() == WORDS


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_skip(qtbot, noted, key):
    noted.ends.skip.setFocus()
    with qtbot.waitSignal(noted.activated) as signal:
        QTest.keyClick(noted.ends.skip, key)
    assert signal.args[0] == Reference("chapter", "ch-5#observatory")


def test_a_tap_skips(qtbot, noted):
    with qtbot.waitSignal(noted.activated) as signal:
        QTest.mouseClick(noted.ends.skip, Qt.MouseButton.LeftButton)
    assert signal.args[0] == Reference("chapter", "ch-5#observatory")


def test_it_moves_with_the_text_and_gives_way_to_the_short_version(noted):
    before = noted.ends.skip.geometry().top()
    noted.verticalScrollBar().setValue(30)
    assert noted.ends.skip.geometry().top() == before - 30
    noted.verticalScrollBar().setValue(0)
    noted.brief.open()
    assert noted.ends.skip.geometry().top() > before
    assert noted.brief.geometry().bottom() < noted.ends.skip.geometry().top()


def test_it_keeps_within_its_ground_at_every_size_of_text_and_window(qtbot, noted):
    for percent in (80, 200):
        for width in (420, 668, 1100):
            noted.resize(width, 560)
            noted.set_appearance(Appearance(load_theme("paper"), text_percent=percent))
            settle(qtbot, noted)
            words, text = _ground(noted)
            box, column = noted.ends.skip.geometry(), noted.page.column
            assert column.left < box.left() and box.right() < column.left + column.width
            assert words < box.top() and box.bottom() < text


@pytest.mark.parametrize("note", ['<div class="caution"><p>Prisons.</p></div>', ""])
def test_without_a_way_past_it_there_is_no_button_and_no_room(qtbot, view, note):
    view.set_chapter(_with_note(note) if note else make_chapter(5))
    settle(qtbot, view)
    assert view.ends.skip.isHidden()
    assert view.page.skip_span is None


def test_turning_to_a_chapter_without_a_note_takes_it_away(qtbot, noted):
    noted.set_chapter(make_chapter(6))
    settle(qtbot, noted)
    assert noted.ends.skip.isHidden()


def test_the_question_stands_under_the_title(qtbot, view):
    chapter = make_chapter(5)
    asked = replace(chapter, summary=replace(chapter.summary, question="Who was he, & why?"))
    view.set_chapter(asked)
    settle(qtbot, view)
    head = view.page.text.toPlainText().split("In September 1894")[0]
    assert head.splitlines()[-1] == "Who was he, & why?"
