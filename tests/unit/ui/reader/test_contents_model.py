"""The contents as rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.unit.ui.reader.sample_chapter import make_summary

from historydesk.domain.records import ReadingPlace
from historydesk.ui.reader.contents_model import ContentsModel, ContentsRole


def summaries(first, last):
    return [make_summary(n, "Origins" if n < 4 else "Rise") for n in range(first, last + 1)]


def shown(model):
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.fixture
def model(qapp):
    made = ContentsModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_window(10, summaries(3, 6))
    return made


def test_headings_stand_above_their_chapters(model):
    assert shown(model) == ["Origins", "Chapter 3", "Rise", "Chapter 4", "Chapter 5", "Chapter 6"]


def test_the_next_window_is_added_below_without_a_second_heading(model):
    model.set_window(10, summaries(7, 8))
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Chapter 5", "Chapter 6", "Chapter 7", "Chapter 8"]
    assert (model.first, model.last) == (3, 8)


def test_an_earlier_window_is_added_above_and_takes_the_heading(model):
    model.set_window(10, summaries(1, 2))
    assert shown(model)[:5] == ["Origins", "Chapter 1", "Chapter 2", "Chapter 3", "Rise"]


def test_a_window_elsewhere_replaces_what_is_held(model):
    model.set_window(10, summaries(9, 10))
    assert shown(model) == ["Rise", "Chapter 9", "Chapter 10"]


def test_the_same_window_again_changes_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_window(10, summaries(3, 6))


def test_parts_fold_and_unfold(model):
    model.toggle("rise")
    assert shown(model) == ["Origins", "Chapter 3", "Rise"]
    assert model.index(2).data(ContentsRole.COLLAPSED)
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Rise, heading, folded"
    model.set_window(10, summaries(7, 8))
    assert shown(model) == ["Origins", "Chapter 3", "Rise"]
    model.toggle("rise")
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Chapter 5", "Chapter 6", "Chapter 7", "Chapter 8"]


def test_what_was_read_is_said_in_words(model):
    read = (ReadingPlace("ch-3", "p", 1.0, True), ReadingPlace("ch-4", "p", 0.4, False))
    model.set_places({place.chapter: place for place in read})
    model.set_current("ch-4", "The observatory")
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken[1] == "Chapter 3: Chapter 3, finished, 6 minutes"
    assert spoken[3] == "Chapter 4: Chapter 4, open now, 40 % read, 6 minutes"
    assert model.index(3).data(ContentsRole.SECTION) == "The observatory"


def test_only_changed_rows_are_redrawn(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as got:
        model.set_places({"ch-5": ReadingPlace("ch-5", "p", 0.4, False)})
    assert got.args[0].row() == 4


def test_a_row_leads_to_the_questions_of_the_open_chapter_and_of_those_begun(model):
    model.set_current("ch-4")
    model.set_quizzes({"ch-4": (0, 6), "ch-5": (2, 5), "ch-6": (4, 4)})
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Questions", "Chapter 5", "Questions", "Chapter 6"]
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data(ContentsRole.QUESTIONS) for row in rows[3:]] == [None, "6", None, "2 of 5", None]
    assert [row.data(ContentsRole.CHAPTER) for row in rows[3:]] == ["ch-4", "ch-4", "ch-5", "ch-5", "ch-6"]
    spoken = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert spoken[4] == "Questions of chapter 4, 6 in all"
    assert spoken[6] == "Questions of chapter 5, 2 of 5 answered"
    assert spoken[7] == "Chapter 6: Chapter 6, questions answered, 6 minutes"
    model.set_current("ch-6")
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Chapter 5", "Questions", "Chapter 6", "Questions"]
    assert model.row_of("ch-6") == 6
    model.set_quizzes({"ch-6": (4, 4)})
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Chapter 5", "Chapter 6", "Questions"]


def test_the_ways_to_questions_fold_with_their_part_and_come_with_their_window(model):
    model.set_quizzes({"ch-5": (1, 2), "ch-8": (1, 2), "ch-9": (0, 2)})
    model.toggle("rise")
    assert shown(model) == ["Origins", "Chapter 3", "Rise"]
    model.toggle("rise")
    assert shown(model)[2:] == ["Rise", "Chapter 4", "Chapter 5", "Questions", "Chapter 6"]
    model.set_window(10, summaries(7, 9))
    assert shown(model)[6:] == ["Chapter 6", "Chapter 7", "Chapter 8", "Questions", "Chapter 9"]
