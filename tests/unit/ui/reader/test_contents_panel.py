"""The contents at the left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.unit.ui.reader.sample_chapter import make_summary

from historydesk.ui.reader.contents_panel import WINDOW, ContentsPanel
from historydesk.ui.theme import Appearance, load_theme


@pytest.fixture
def panel(qtbot):
    made = ContentsPanel()
    qtbot.addWidget(made)
    made.set_appearance(Appearance(load_theme("paper")))
    made.resize(268, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def many(first, count):
    return [make_summary(n, f"Part {n // 50}") for n in range(first, first + count)]


def row(panel, chapter_id):
    return panel.model.index(panel.model.row_of(chapter_id))


def test_a_click_asks_for_the_chapter(qtbot, panel):
    panel.set_contents(5, many(1, 5))
    with qtbot.waitSignal(panel.chapter_requested) as got:
        box = panel.list.visualRect(row(panel, "ch-3"))
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert got.args == ["ch-3"]


def test_the_keyboard_chooses_and_folds(qtbot, panel):
    panel.set_contents(5, many(1, 5))
    panel.list.setCurrentIndex(row(panel, "ch-1"))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.chapter_requested) as got:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert got.args == ["ch-2"]
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.list.currentIndex().row() == 0
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.model.rowCount() == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.model.rowCount() == 6


def test_a_long_pack_is_loaded_as_it_is_scrolled(qtbot, panel):
    panel.set_contents(10_000, many(1, WINDOW))
    assert panel.model.rowCount() <= WINDOW + 10
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 3000)
    with qtbot.waitSignal(panel.window_requested) as got:
        panel.list.verticalScrollBar().setValue(panel.list.verticalScrollBar().maximum())
    assert got.args == [WINDOW + 1, WINDOW]
    top = panel.list.indexAt(panel.list.viewport().rect().topLeft()).data()
    panel.set_contents(10_000, many(WINDOW + 1, WINDOW))
    assert panel.list.indexAt(panel.list.viewport().rect().topLeft()).data() == top


def test_from_the_middle_of_a_pack_one_scrolls_up_too(qtbot, panel):
    panel.set_contents(10_000, many(5000, WINDOW))
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 3000)
    panel.list.verticalScrollBar().setValue(3000)
    with qtbot.waitSignal(panel.window_requested) as got:
        panel.list.verticalScrollBar().setValue(100)
    assert got.args == [5000 - WINDOW, WINDOW]
    top = panel.list.indexAt(panel.list.viewport().rect().center()).data()
    panel.set_contents(10_000, many(5000 - WINDOW, WINDOW))
    assert panel.list.indexAt(panel.list.viewport().rect().center()).data() == top


def test_the_open_chapter_is_in_view(panel):
    panel.set_contents(200, many(1, 200))
    panel.set_current("ch-150")
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(row(panel, "ch-150")))


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_rows_are_large_enough_to_hit(panel, percent):
    panel.set_appearance(Appearance(load_theme("paper"), text_percent=percent))
    panel.set_contents(5, many(1, 5))
    heights = [panel.list.visualRect(panel.model.index(n)).height() for n in range(panel.model.rowCount())]
    assert min(heights) >= 40


def test_assistive_technology_reads_rows(panel):
    panel.set_contents(3, many(1, 3))
    tree = QAccessible.queryAccessibleInterface(panel.list)
    names = [tree.child(n).text(QAccessible.Text.Name) for n in range(tree.childCount())]
    assert tree.text(QAccessible.Text.Name) == "Contents"
    assert "Chapter 2: Chapter 2, 6 minutes" in names


def test_the_row_below_a_chapter_asks_for_its_questions(qtbot, panel):
    panel.set_contents(5, many(1, 5))
    panel.set_current("ch-2")
    panel.set_quizzes({"ch-2": (1, 6)})
    way = panel.model.index(panel.model.row_of("ch-2") + 1)
    assert panel.list.visualRect(way).height() >= 40
    with qtbot.waitSignal(panel.quiz_requested) as got:
        QTest.mouseClick(
            panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(way).center()
        )
    assert got.args == ["ch-2"]
    panel.list.setCurrentIndex(row(panel, "ch-2"))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.quiz_requested):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.list.currentIndex() == way
    with qtbot.waitSignal(panel.chapter_requested) as chosen:
        QTest.keyClick(panel.list, Qt.Key.Key_Up)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == ["ch-2"]


def test_a_word_longer_than_its_line_is_broken(panel):
    title = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
    panel.set_contents(1, [replace(make_summary(1, "Part"), title=title)])
    short = panel.list.sizeHintForIndex(row(panel, "ch-1")).height()
    panel.set_contents(1, [replace(make_summary(1, "Part"), title="Danube")])
    assert short > panel.list.sizeHintForIndex(row(panel, "ch-1")).height()
