"""The page on which one reads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.unit.ui.reader.sample_chapter import make_chapter, settle, span_of

from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, apply, load_theme


def names(interface, found=None):
    """Accessible name and role of everything that can be focused, in the tree's order."""
    found = [] if found is None else found
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        if child.state().focusable and child.role() != QAccessible.Role.ListItem:
            found.append((child.text(QAccessible.Text.Name), child.role()))
        names(child, found)
    return found


def test_everything_that_takes_the_keyboard_has_a_name(page):
    page.open_find()
    nameless = [role for name, role in names(QAccessible.queryAccessibleInterface(page)) if not name]
    assert nameless == []


def test_references_of_the_passage_are_buttons_for_assistive_technology(qtbot, page):
    found = [
        name
        for name, role in names(QAccessible.queryAccessibleInterface(page))
        if role == QAccessible.Role.Button
    ]
    assert {"Gori, place", "seminary, term", "Tiflis, place", "1, source"} <= set(found)
    page.scroll_to("read")
    qtbot.waitUntil(lambda: [b.text() for b in page.references.buttons if b.isVisible()] == ["memoirs"])


def test_a_source_is_called_by_its_short_title_once_that_is_known(qtbot, page):
    def source():
        return next(b for b in page.references.buttons if b.accessibleName().endswith(", source"))

    assert source().text() == "source 1"
    page.set_titles(lambda reference: "Kotkin 2014" if reference.target == "kotkin2014" else "")
    qtbot.waitUntil(lambda: source().text() == "Kotkin 2014")
    assert source().accessibleName() == "Kotkin 2014, source"
    page.set_titles(lambda reference: "")
    qtbot.waitUntil(lambda: source().text() == "source 1")


def test_pressing_such_a_button_opens_the_reference_and_the_keyboard_comes_back(qtbot, page):
    page.activateWindow()
    button = next(b for b in page.references.buttons if b.text() == "seminary")
    button.setFocus()
    with qtbot.waitSignal(page.reference_activated) as got:
        button.click()
    assert got.args[0] == Reference("term", "seminary")
    page.view.setFocus()
    page.focus_reference_return()
    assert button.hasFocus()


def test_the_keyboard_returns_to_the_words(qtbot, page):
    page.activateWindow()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    span = page.view.references.focused
    with qtbot.waitSignal(page.reference_activated):
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    page.find_bar.field.setFocus()
    page.focus_reference_return()
    assert page.view.hasFocus()
    assert page.view.references.focused == span


def test_find_counts_and_steps(qtbot, page):
    page.activateWindow()
    page.view.setFocus()
    page.open_find()
    assert page.find_bar.isVisible() and page.find_bar.field.hasFocus()
    QTest.keyClicks(page.find_bar.field, "observatory")
    assert page.find_bar.count.text() == "1 of 13"
    QTest.keyClick(page.find_bar.field, Qt.Key.Key_Return)
    assert page.find_bar.count.text() == "2 of 13"
    QTest.keyClick(page.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.find_bar.count.text() == "1 of 13"
    page.find_bar.field.setText("zeppelin")
    assert page.find_bar.count.text() == "Not in this chapter"
    QTest.keyClick(page.find_bar.field, Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
    assert page.view.hasFocus()
    assert page.view.extraSelections() == []


def test_an_open_find_follows_to_the_next_chapter(qtbot, page):
    page.open_find()
    page.find_bar.field.setText("observatory")
    page.set_chapter(make_chapter(3, 2))
    assert page.find_bar.count.text() == "1 of 3"


def test_contents_follow_what_is_read(qtbot, page):
    page.scroll_to("long-2")
    from historydesk.ui.reader.contents_model import ContentsRole

    row = page.contents.model.index(page.contents.model.row_of("ch-2"))
    qtbot.waitUntil(lambda: row.data(ContentsRole.SECTION) == "The observatory")
    assert row.data(ContentsRole.CURRENT)


@pytest.mark.parametrize(
    ("width", "height", "percent", "contents", "companion"),
    [(1366, 712, 100, True, True), (1024, 544, 100, True, False), (800, 544, 100, False, False),
     (1366, 712, 200, True, False), (1024, 544, 200, False, False), (1920, 1024, 100, True, True)],
)  # fmt: skip
def test_rooms_at_common_sizes(qtbot, page, width, height, percent, contents, companion):
    page.set_appearance(Appearance(load_theme("paper"), text_percent=percent))
    page.resize(width, height)
    settle(qtbot, page.view)
    assert page.contents.isVisible() == contents
    assert page.companion.isVisible() == companion
    assert page.contents_button.isVisible() != contents
    assert page.companion_button.isVisible() != companion
    assert page.view.height() > 200
    assert page.view.horizontalScrollBar().maximum() == 0


def test_the_map_opens_over_the_chapter_and_esc_closes_it(qtbot, page):
    page.resize(1024, 544)
    page.companion_button.click()
    assert page.companion.isVisible()
    assert (
        page.companion.geometry().bottom()
        < page.references.mapTo(page, page.references.rect().topLeft()).y() + 2
    )
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.companion.isVisible()


def test_the_toggles_are_remembered_while_the_window_changes(qtbot, page):
    page.resize(1024, 544)
    page.companion_button.click()
    page.resize(1366, 712)
    page.resize(1024, 544)
    assert page.companion.isVisible()


def test_choosing_a_chapter_puts_the_contents_away(qtbot, page):
    page.resize(800, 544)
    page.contents_button.click()
    assert page.contents.isVisible() and page.contents.list.hasFocus()
    with qtbot.waitSignal(page.chapter_requested):
        page.contents.list.chosen.emit("ch-1")
    assert not page.contents.isVisible()


def test_choosing_the_questions_puts_the_contents_away(qtbot, page):
    page.resize(800, 544)
    page.contents_button.click()
    with qtbot.waitSignal(page.quiz_requested) as asked:
        page.contents.list.quiz_chosen.emit("ch-1")
    assert asked.args == ["ch-1"]
    assert not page.contents.isVisible()


def test_buttons_are_large_enough_for_a_finger(qtbot, qapp, page):
    appearance = Appearance(load_theme("gallery"))
    apply(qapp, appearance)
    page.set_appearance(appearance)
    page.resize(800, 544)
    page.open_find()
    for button in page.findChildren(QWidget):
        if isinstance(button, QPushButton) and button.isVisible():
            assert button.height() >= 40, button.text()
    for button in (
        page.contents_button,
        page.companion_button,
        page.references.toggle,
        page.find_bar.forward,
    ):
        assert button.height() >= 40
    qapp.setStyleSheet("")


def test_hovering_and_ways_on_leave_as_signals(qtbot, page):
    span = span_of(page.view, "place:gori")
    with qtbot.waitSignal(page.reference_hovered) as got:
        QTest.mouseMove(
            page.view.viewport(),
            page.view.viewport().mapFromGlobal(page.view.references.rect_of(span).center()),
        )
    assert got.args[0] == Reference("place", "gori")
    with qtbot.waitSignal(page.hover_left):
        page.view.verticalScrollBar().setValue(200)
    with qtbot.waitSignal(page.chapter_requested) as got:
        page.view.footer.back.click()
    assert got.args == ["ch-1"]


def test_references_can_be_folded_away(page):
    page.references.toggle.click()
    assert not any(button.isVisible() for button in page.references.buttons)
    assert page.references.toggle.accessibleName() == "References in this passage: 4, hidden"
