"""The quiz as a person answers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from historydesk.domain.quiz import Given, Question
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.ui.quiz.answer_form import ChoiceForm, MatchingForm, WordForm
from historydesk.ui.quiz.quiz_page import QuizPage
from historydesk.ui.theme import THEMES, Appearance, apply, default_appearance, load_theme

GIFT = """
// [id:trade]
What was his father’s trade?{ =Cobbler #Beso had a shop. ~Priest #His mother’s hope. ~Miner ####The shop failed.}

// [id:who]
Who stood with Trotsky in 1926?{ ~%50%Zinoviev ~%50%Kamenev ~%-100%Bukharin}

// [id:fifty]
He was born in 1879.{F #The register says 1878. #So the register says.}

// [id:days]
Match.{ =1878 -> born =1953 -> died }

// [id:city]
Tsaritsyn became {=Stalingrad} in 1925.

// [id:year]
When did he get the post?{#1922}

// [id:order]
Put in order.{>4 ALL
first
second
third
fourth
####It was so.
}

// [id:think]
Was it bound to happen?{}
"""

Begin = Callable[..., QuizPage]
Answers = list[tuple[str, Given, bool]]


@pytest.fixture
def questions() -> tuple[Question, ...]:
    problems = Problems()
    read = GiftReader(
        "quiz.gift", GIFT, problems, lambda _path, _line, text: (f"<p>{text}</p>", text)
    ).questions()
    return tuple(Question(each.id, each.kind, each.data) for each in read)


@pytest.fixture
def begin(qtbot: QtBot, questions: tuple[Question, ...], fonts: None) -> Begin:
    def make(given: dict[str, Given] | None = None, *, appearance: Appearance | None = None) -> QuizPage:
        page = QuizPage()
        qtbot.addWidget(page)
        page.set_appearance(appearance or default_appearance())
        page.resize(900, 700)
        page.show()
        page.activateWindow()
        page.set_quiz("A boy from Gori", questions, 1, given or {})
        page.focus_first()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def _choices(page: QuizPage) -> ChoiceForm:
    assert page.question is not None
    assert isinstance(page.question.form, ChoiceForm)
    return page.question.form


def _record(page: QuizPage) -> Answers:
    answers: Answers = []
    page.answered.connect(lambda *each: answers.append(each))
    return answers


def test_a_question_is_answered_checked_and_left_by_keyboard_alone(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    answers = _record(page)
    form = _choices(page)
    shown = list(form.buttons)
    assert not page.go_on.isEnabled()
    qtbot.keyClick(QApplication.focusWidget(), str(shown.index(1) + 1))
    assert form.given() == ("1",)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert answers == [("trade", ("1",), False)]
    assert page.question is not None
    assert page.question.feedback.hasFocus()
    said = page.question.feedback.accessibleName()
    assert said == "Not quite. His mother’s hope. The shop failed."
    assert [form.buttons[number].mark for number in (0, 1, 2)] == ["missed", "mistaken", ""]
    assert form.buttons[0].accessibleName() == "Cobbler, the right answer"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.at == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.at == 0


def test_a_checked_answer_cannot_be_changed(begin: Begin, qtbot: QtBot) -> None:
    page = begin({"trade": ("0",)})
    page.go_to(0)
    form = _choices(page)
    assert form.given() == ("0",)
    qtbot.mouseClick(form.buttons[1], Qt.MouseButton.LeftButton)
    assert form.given() == ("0",)


def test_arrows_choose_among_radio_buttons(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    form = _choices(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    first = form.given()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert form.given() != first
    assert len(form.given()) == 1


def test_several_answers_are_ticked_and_unticked(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    page.go_to(1)
    form = _choices(page)
    for number in (2, 0, 1, 2):
        qtbot.mouseClick(form.buttons[number], Qt.MouseButton.LeftButton)
    assert form.given() == ("0", "1")
    page.advance()
    assert page.question is not None
    assert page.question.verdict is not None
    assert page.question.verdict.is_right


def test_screen_readers_find_radio_buttons_and_check_boxes(begin: Begin) -> None:
    page = begin()
    radio = QAccessible.queryAccessibleInterface(_choices(page).buttons[0])
    assert radio.role() == QAccessible.Role.RadioButton
    assert radio.text(QAccessible.Text.Name) == "Cobbler"
    page.go_to(1)
    tick = QAccessible.queryAccessibleInterface(_choices(page).buttons[0])
    assert tick.role() == QAccessible.Role.CheckBox


def test_true_and_false_teach_by_their_own_words(begin: Begin) -> None:
    page = begin()
    page.go_to(2)
    _choices(page).press(1)
    page.advance()
    assert page.question is not None
    assert page.question.feedback.accessibleName() == "Not quite. The register says 1878."


def test_partners_are_chosen_for_every_line_before_it_can_be_checked(begin: Begin) -> None:
    page = begin()
    answers = _record(page)
    page.go_to(3)
    assert page.question is not None
    form = page.question.form
    assert isinstance(form, MatchingForm)
    form.boxes[0].setCurrentIndex(form.boxes[0].findData("born"))
    assert not page.go_on.isEnabled()
    form.boxes[1].setCurrentIndex(form.boxes[1].findData("born"))
    page.advance()
    assert answers == [("days", ("born", "born"), False)]
    assert form.boxes[1].accessibleName() == "1953, Its partner: died"


def test_each_line_of_the_list_of_partners_can_be_touched(qapp: QApplication, begin: Begin) -> None:
    apply(qapp, default_appearance())
    page = begin()
    page.go_to(3)
    assert page.question is not None
    assert isinstance(page.question.form, MatchingForm)
    box = page.question.form.boxes[0]
    box.showPopup()
    assert all(box.view().sizeHintForRow(row) >= 40 for row in range(box.count()))
    assert box.view().verticalScrollBar().maximum() == 0
    box.hidePopup()


def test_words_and_numbers_are_typed_and_the_answer_is_told(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    page.go_to_question(4)
    qtbot.keyClicks(QApplication.focusWidget(), "1925 Stalin")
    assert page.question is not None
    assert isinstance(page.question.form, WordForm)
    assert page.question.form.given() == ("1925 Stalin",)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "The answer: Stalingrad" in page.question.feedback.accessibleName()
    page.go_to_question(5)
    qtbot.keyClicks(QApplication.focusWidget(), "1922")
    page.advance()
    assert page.question.verdict is not None
    assert page.question.verdict.is_right


def test_the_end_says_in_words_what_one_knew_and_leads_back(begin: Begin, qtbot: QtBot) -> None:
    given: dict[str, Given] = {
        "trade": ("1",),
        "who": ("0", "1"),
        "fifty": ("false",),
        "days": ("born", "died"),
        "city": ("stalingrad",),
        "year": ("1923",),
        "order": ("0", "1", "2", "3"),
    }
    page = begin(given)
    assert page.at == 7
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.advance()
    assert page.end is not None
    assert page.end.title.text() == "You knew five of seven."
    assert "%" not in page.end.accessibleName()
    with qtbot.waitSignal(page.passage_requested) as asked:
        qtbot.mouseClick(page.end.lines[0].read, Qt.MouseButton.LeftButton)
    assert asked.args == ["trade"]
    assert page.end.lines[1].read.isHidden()
    with qtbot.waitSignal(page.retake_requested):
        qtbot.mouseClick(page.end.retake, Qt.MouseButton.LeftButton)


def test_a_question_is_skipped_and_comes_back_behind_the_last(begin: Begin, qtbot: QtBot) -> None:
    page = begin(
        {"trade": ("0",), "who": ("0",), "fifty": ("true",), "days": ("born", "died"), "city": ("x",)}
    )
    assert page.at == 5
    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert page.at == 6
    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert page.at == 7
    assert page.skip.isHidden()
    page.advance()
    assert page.at == 5
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    page.go_to(0)
    assert page.skip.isHidden()


def test_the_last_open_question_cannot_be_skipped(begin: Begin) -> None:
    ids = ("who", "fifty", "days", "city", "year", "order", "think")
    page = begin(dict.fromkeys(ids, ()))
    assert page.at == 0
    assert page.skip.isHidden()


def test_the_end_waits_until_every_question_is_answered(begin: Begin) -> None:
    page = begin()
    page.go_to(7)
    page.advance()
    assert page.at == 0
    assert page.end is None


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_is_large_enough_and_within_the_column(
    qapp: QApplication, begin: Begin, theme: str, percent: int
) -> None:
    appearance = Appearance(load_theme(theme), text_percent=percent)
    apply(qapp, appearance)
    page = begin(appearance=appearance)
    page.resize(420, 500)
    for number in range(8):
        page.go_to(number)
        QApplication.processEvents()
        QApplication.processEvents()
        assert page.question is not None
        first = page.question.form.first_control()
        for control in filter(None, (first, page.go_on, page.skip, page.back, page.leave, page.save)):
            assert control.height() >= 40
            assert control.accessibleName()
            right = control.mapTo(page, control.rect().bottomRight()).x()
            assert right <= page.area.viewport().width()


def test_thoughts_are_compared_with_the_authors_before_one_goes_on(qtbot: QtBot, fonts: None) -> None:
    text = "Was it bound to happen?{####There is no one answer.}\n\nAnd then?{}"
    read = GiftReader("quiz.gift", text, Problems(), lambda _path, _line, each: (each, each)).questions()
    page = QuizPage()
    qtbot.addWidget(page)
    page.set_quiz("A", tuple(Question(each.id, each.kind, each.data) for each in read), 1, {})
    assert page.question is not None
    assert page.go_on.text() == "Compare"
    answers = _record(page)
    page.advance()
    assert page.question.feedback.accessibleName() == "To think about. There is no one answer."
    assert answers == [("q1", (), True)]
    page.advance()
    assert page.at == 1
    assert page.go_on.text() == "To the end"
    page.advance()
    assert page.end is not None
    assert page.end.title.text() == "You have come to the end."


def test_partners_too_long_for_a_box_are_written_out_with_letters(qtbot: QtBot, fonts: None) -> None:
    long = "a second half " * 20
    text = f"Pair.{{=one -> {long} =two -> short}}"
    read = GiftReader("quiz.gift", text, Problems(), lambda _path, _line, each: (each, each)).questions()
    page = QuizPage()
    qtbot.addWidget(page)
    page.resize(700, 600)
    page.show()
    page.set_quiz("A", tuple(Question(each.id, each.kind, each.data) for each in read), 1, {})
    assert page.question is not None
    form = page.question.form
    assert isinstance(form, MatchingForm)
    qtbot.waitUntil(form.key.isVisible)
    box = form.boxes[0]
    place = box.findData(long.strip())
    letter = " ab"[place]
    assert f"{letter}) {long.strip()}" in form.key.accessibleName()
    assert box.itemText(place).startswith(f"{letter}) a second half")
    assert box.fontMetrics().horizontalAdvance(box.itemText(place)) <= box.width()
    form.set_given((long.strip(), "short"))
    page.advance()
    assert page.question.verdict is not None
    assert page.question.verdict.is_right


@pytest.mark.parametrize("number", range(7))
def test_tab_goes_from_the_answers_to_the_ways_on(begin: Begin, qtbot: QtBot, number: int) -> None:
    page = begin()
    page.go_to_question(number)
    assert page.question is not None
    page.question.form.set_given(("0",) if number < 2 else ("true",) if number == 2 else ("born", "born"))
    page.back.setEnabled(True)
    page.go_on.setEnabled(True)
    ways = [each for each in (page.back, page.skip, page.go_on) if each.isVisible()]
    seen = []
    for _ in range(24):
        focused = QApplication.focusWidget()
        seen.append(focused)
        if focused is page.go_on:
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[-len(ways) :] == ways
    assert page.leave not in seen
