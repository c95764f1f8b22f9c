"""The chapter that is read."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QPointingDevice, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import delete, isValid
from tests.unit.ui.reader.sample_chapter import centre_of, make_chapter, railway, settle, span_of

from historydesk.domain.reference import Reference
from historydesk.ui.reader.chapter_view import ChapterView
from historydesk.ui.reader.reference_hand import HOVER_MS
from historydesk.ui.theme import Appearance, load_theme


def click(view, point):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def key(view, which, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view, which, modifier)


def test_a_click_on_a_term_opens_it_beside_its_words(qtbot, view):
    span = span_of(view, "term:seminary")
    with qtbot.waitSignal(view.activated) as got:
        click(view, centre_of(view, span))
    reference, rect = got.args
    assert reference == Reference("term", "seminary")
    assert rect == view.references.rect_of(span)
    assert rect.contains(view.viewport().mapToGlobal(centre_of(view, span)))


def test_a_click_beside_a_reference_opens_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.activated):
        click(view, centre_of(view, span_of(view, "term:seminary")) + QPoint(0, 30))


def test_selecting_across_a_reference_opens_nothing(qtbot, view):
    point = centre_of(view, span_of(view, "place:gori"))
    with qtbot.assertNotEmitted(view.activated):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseMove(view.viewport(), point + QPoint(120, 0))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(120, 0))


def test_resting_on_a_word_opens_it_and_leaving_says_so(qtbot, view):
    span = span_of(view, "place:tbilisi")
    with qtbot.waitSignal(view.hovered, timeout=HOVER_MS * 20) as got:
        QTest.mouseMove(view.viewport(), centre_of(view, span))
    assert got.args[0] == span.reference
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(view.hover_left):
        QTest.mouseMove(view.viewport(), QPoint(5, 5))


def test_passing_over_a_word_opens_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.hovered, wait=HOVER_MS + 100):
        QTest.mouseMove(view.viewport(), centre_of(view, span_of(view, "place:tbilisi")))
        QTest.mouseMove(view.viewport(), QPoint(5, 5))


def test_tab_goes_through_references_in_order_and_enter_opens(qtbot, view):
    view.activateWindow()
    view.setFocus()
    order = [str(span.reference) for span in view.page.references()]
    seen = []
    for _ in range(5):
        key(view, Qt.Key.Key_Tab)
        seen.append(str(view.references.focused.reference))
    assert seen == order[:5]
    key(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert str(view.references.focused.reference) == order[3]
    with qtbot.waitSignal(view.activated) as got:
        key(view, Qt.Key.Key_Return)
    assert str(got.args[0]) == order[3]


def test_tab_brings_references_into_view(qtbot, view):
    view.setFocus()
    for _ in view.page.references():
        key(view, Qt.Key.Key_Tab)
        rect = view.references.rect_of(view.references.focused)
        assert view.viewport().rect().contains(view.viewport().mapFromGlobal(rect.center()))


def test_after_the_last_reference_tab_goes_on_to_the_ways_and_out(qtbot, chapter):
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    before, view, after = QLineEdit(), ChapterView(), QLineEdit()
    for widget in (before, view, after):
        rows.addWidget(widget)
    QWidget.setTabOrder(before, view)
    QWidget.setTabOrder(view, view.footer.words)
    QWidget.setTabOrder(view.footer.words, view.footer.back)
    QWidget.setTabOrder(view.footer.back, view.footer.forward)
    QWidget.setTabOrder(view.footer.forward, after)
    window.resize(700, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.set_chapter(chapter)
    settle(qtbot, view)
    view.setFocus()
    for _ in view.page.references():
        key(view, Qt.Key.Key_Tab)
    key(view, Qt.Key.Key_Tab)
    assert view.footer.words.hasFocus()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    key(view.footer.words, Qt.Key.Key_Tab)
    assert view.footer.back.hasFocus()
    key(view.footer.back, Qt.Key.Key_Tab)
    assert view.footer.forward.hasFocus()
    key(view.footer.forward, Qt.Key.Key_Tab)
    assert after.hasFocus()
    key(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.footer.forward.hasFocus()


@pytest.mark.parametrize("height", [260, 333, 470, 560, 731])
def test_turning_pages_splits_no_line_and_skips_none(qtbot, view, height):
    view.resize(668, height)
    settle(qtbot, view)
    seen_to = 0.0
    everything = view.lines.all()
    for _ in range(60):
        top, page = view.verticalScrollBar().value(), view.viewport().height()
        whole = [line for line in everything if line[0] >= top and line[1] <= top + page]
        visible = view.turner.visible_lines()
        tall = any(bottom - start > page for start, bottom in everything)
        if not tall:
            begin = max(0, view.lines.above - top)
            assert not [line for line in visible if line[0] < begin - 0.5]
            assert not [line for line in everything if line[0] >= seen_to and line[1] <= top]
        seen_to = max([bottom for _, bottom in whole], default=seen_to)
        if top == view.verticalScrollBar().maximum():
            break
        key(view, Qt.Key.Key_Space)
        covered = view.turner.covered_from
        if covered >= 0:
            cut = view.verticalScrollBar().value() + covered
            assert not [line for line in everything if line[0] < cut < line[1]]
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    before = view.verticalScrollBar().value()
    key(view, Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() < before
    key(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    key(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_the_passage_being_read_is_told_once(qtbot, view):
    told = []
    view.passage_reached.connect(told.append)
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
    bar.setValue(bar.maximum())
    order = [passage.id for passage in view.chapter.passages]
    assert len(told) == len(set(told))
    assert [order.index(name) for name in told] == sorted(order.index(name) for name in told)
    assert told[-1] in order[-3:]


def test_progress_reaches_one_only_at_the_end(qtbot, view):
    assert 0 < view.share < 0.6
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.share == 1.0


def test_a_long_chapter_is_never_finished_by_opening_it(qtbot, view):
    told = []
    view.progress_changed.connect(told.append)
    view.set_chapter(make_chapter(3, 60))
    settle(qtbot, view)
    assert told and max(told) < 0.3


def test_going_to_a_passage_makes_it_the_one_being_read(qtbot, view):
    for name in ("forbidden", "railway", "long-2"):
        view.scroll_to(name)
        assert view.current_passage == name
        start, _ = view.page.range_of(name)
        top = view.page.rects(start, start + 1)[0].top() - view.verticalScrollBar().value()
        assert 0 <= top <= view.viewport().height() * 0.5
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 1)
        assert view.current_passage == name


def test_an_unknown_passage_is_the_beginning(qtbot, view):
    view.verticalScrollBar().setValue(300)
    view.scroll_to("nowhere")
    assert view.verticalScrollBar().value() == 0


def test_a_found_word_is_marked_where_one_lands(qtbot, view):
    view.scroll_to("long-4", "physical observatory")
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "Physical Observatory"
    view.scroll_to("long-4", "observatory temperatures")
    assert [mark.cursor.selectedText() for mark in view.extraSelections()] == ["Observatory", "temperatures"]


@pytest.mark.parametrize(
    "change", [{"text_percent": 160}, {"line_spacing": 2.0}, {"theme": load_theme("gallery")}]
)
def test_a_new_appearance_keeps_the_passage(qtbot, view, change):
    view.scroll_to("long-3")
    view.set_appearance(replace(Appearance(load_theme("paper")), **change))
    settle(qtbot, view)
    assert view.current_passage == "long-3"


def test_a_narrower_window_keeps_the_line(qtbot, view):
    view.scroll_to("long-5")
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    before = view.current_passage
    view.resize(420, 500)
    settle(qtbot, view)
    assert view.current_passage == before


def test_the_ways_on_stand_below_the_text(qtbot, view):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last = view.lines.all()[-1][1] - view.verticalScrollBar().value()
    assert view.footer.isVisible()
    assert view.footer.y() >= last - 1
    assert view.footer.geometry().bottom() <= view.viewport().height()
    with qtbot.waitSignal(view.chapter_requested) as got:
        view.footer.forward.click()
    assert got.args == ["ch-3"]


def test_the_first_chapter_has_no_way_back(qtbot, view):
    view.set_chapter(make_chapter(1))
    settle(qtbot, view)
    assert not view.footer.back.isVisibleTo(view.footer)
    assert view.footer.forward.accessibleName() == "Next chapter: After it"


def test_copied_text_has_no_citation_numbers(view):
    cursor = QTextCursor(view.document())
    start, end = view.page.range_of("opening")
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    data = view.createMimeDataFromSelection()
    assert data.text().endswith("Georgian could be punished.")
    assert not data.hasHtml()


def test_copy_with_citation_names_chapter_and_pack(view):
    view.copying.set_pack_line("Stalin’s Rise to Power, version 1.0.0")
    view.scroll_to("verses")
    view.copying.copy_with_citation()
    assert QGuiApplication.clipboard().text() == (
        "“He wrote verses. How do we know?”\n— Chapter 2, “Chapter 2”. Stalin’s Rise to Power, version 1.0.0"
    )


def test_copy_with_citation_names_the_sources_of_what_is_copied(view):
    view.copying.set_entries(lambda reference: f"Entry of {reference.target}.")
    cited = next(each for each in view.page.references() if each.reference.scheme == "source")
    cursor = QTextCursor(view.document())
    cursor.setPosition(cited.start - 5)
    cursor.setPosition(cited.end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.copying.copy_with_citation()
    assert QGuiApplication.clipboard().text().endswith(f"\n\nSources:\nEntry of {cited.reference.target}.")


def test_a_prepared_neighbour_is_shown_as_it_was_laid_out(qtbot, view):
    neighbour = make_chapter(3)
    view.prepare_neighbours((neighbour,))
    qtbot.waitUntil(lambda: view.is_prepared("ch-3"))
    document = view._neighbours._ready["ch-3"].text
    view.set_chapter(neighbour)
    assert view.document() is document
    assert view.is_prepared("ch-2")


def test_documents_of_other_chapters_do_not_pile_up(qtbot, view):
    kept = []
    for number in range(3, 23):
        view.set_chapter(make_chapter(number))
        kept.append(weakref.ref(view.page.text))
        settle(qtbot, view)
    qtbot.waitUntil(lambda: sum(1 for text in kept if text() is not None and isValid(text())) <= 3)
    gc.collect()
    assert sum(1 for text in kept if text() is not None) <= 3


def test_a_finger_may_miss_the_words_a_little(qtbot, view):
    span = span_of(view, "term:seminary")
    rect = view.references.rect_of(span)
    miss = view.viewport().mapFromGlobal(QPoint(rect.center().x(), rect.top() - 6))
    assert view.references.at(miss) is None
    assert view.references.at(miss, 10) == span


def test_a_tap_opens_and_selects_nothing(qtbot, view):
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    point = centre_of(view, span_of(view, "term:seminary"))
    with qtbot.waitSignal(view.activated):
        QTest.touchEvent(view.viewport(), finger).press(0, point, view.viewport())
        QTest.touchEvent(view.viewport(), finger).release(0, point, view.viewport())
    assert not view.textCursor().hasSelection()


def test_no_address_is_ever_followed(qtbot, view, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("password")
    view.setSource(QUrl.fromLocalFile(str(secret)))
    assert "password" not in view.toPlainText()
    assert view.loadResource(2, QUrl.fromLocalFile(str(secret))) is None
    assert not view.openLinks() and not view.openExternalLinks()
    assert not view.acceptDrops()


def test_find_counts_marks_and_goes_round(qtbot, view):
    assert view.finder.find_all("TIFLIS") == 14
    assert view.finder.current == 0
    assert view.finder.step(-1) == 13
    assert view.finder.step(1) == 0
    view.finder.clear()
    assert view.extraSelections() == []
    assert view.finder.find_all("zeppelin") == 0


def test_painting_in_every_theme_shows_ink_on_the_page(qtbot, view):
    for name in ("paper", "gallery", "contrast"):
        theme = load_theme(name)
        view.set_appearance(Appearance(theme))
        settle(qtbot, view)
        image = view.grab().toImage()
        assert image.pixelColor(3, 3) == theme.color("page")
        colors = {image.pixel(x, y) for x in range(60, 500, 3) for y in range(120, 300, 3)}
        assert len(colors) > 5


def test_figures_that_come_later_are_shown(qtbot, chapter):
    view = ChapterView()
    qtbot.addWidget(view)
    view.set_figure_loader(lambda path: b"")
    view.resize(668, 560)
    view.show()
    view.set_chapter(chapter)
    settle(qtbot, view)
    before = view.verticalScrollBar().maximum()
    view.set_figure_loader(railway)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > before + 200)


def test_an_empty_passage_is_the_beginning_and_told(qtbot, view):
    told = []
    view.passage_reached.connect(told.append)
    view.set_chapter(make_chapter(3))
    view.scroll_to("")
    settle(qtbot, view)
    assert told == ["opening"]


def test_a_jump_to_a_passage_begins_and_ends_with_whole_lines(qtbot, view):
    bar = view.verticalScrollBar()
    for passage in view.chapter.passages:
        view.scroll_to(passage.id)
        if 0 < bar.value() < bar.maximum():
            low = [line for line in view.turner.visible_lines() if line[1] - line[0] < 60]
            assert min(top for top, _ in low) >= -1, passage.id
            assert max(bottom for _, bottom in low) <= view.viewport().height() + 1, passage.id


def test_only_moving_the_text_by_hand_counts_as_scrolling(qtbot, view):
    moved = []
    view.scrolled.connect(lambda: moved.append(True))
    view.scroll_to(view.chapter.passages[-1].id)
    assert not moved
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() // 2)
    assert moved


def test_going_back_to_the_title_leaves_the_passage(qtbot, view):
    view.scroll_to(view.chapter.passages[-1].id)
    settle(qtbot, view)
    with qtbot.waitSignal(view.passage_reached):
        view.scroll_to("")
    assert view.current_passage != view.chapter.passages[-1].id


def test_a_chapter_still_being_laid_out_goes_with_its_view(qtbot, chapter):
    made = ChapterView()
    made.resize(668, 560)
    made.show()
    made.set_chapter(chapter)
    page = made.page
    made.prepare_neighbours((make_chapter(3),))
    qtbot.waitUntil(lambda: made.is_prepared("ch-3"))
    assert page is not None
    made.close()
    delete(made)
    assert not isValid(page.text)
    qtbot.wait(50)
