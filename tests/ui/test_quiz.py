"""From a chapter's end to its questions and back, on the pack that ships."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from historydesk import paths
from historydesk.domain.quiz import KeptAnswer
from historydesk.domain.quiz_attempt import fingerprint_of
from historydesk.domain.quiz_judging import is_right_choice
from historydesk.packs.compiler import build_pack
from historydesk.packs.new_pack import EXAMPLE
from historydesk.services.policy import Policy
from historydesk.ui.quiz.answer_form import ChoiceForm
from historydesk.ui.quiz.order_card import OrderCard
from historydesk.ui.quiz.ordering_form import OrderingForm
from historydesk.ui.quiz.quiz_page import QuizPage
from historydesk.ui.reader.contents_model import ContentsRole
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor

CHAPTER = "gori"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("shipped") / "stalins-rise.hdpack"
    build_pack(paths.resources() / "packs" / "stalins-rise", target)
    return target


def _quiz(visitor: Visitor) -> QuizPage:
    visitor.go("quiz", chapter=CHAPTER)
    page = visitor.window.surfaces.quiz
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.question is not None or page.end is not None)
    return page


def _answer(page: QuizPage, *, rightly: bool) -> None:
    view = page.question
    assert view is not None
    if isinstance(view.form, OrderingForm):
        order = tuple(str(number) for number in range(len(view.form.cards)))
        view.form.set_given(order if rightly else order[::-1])
        page.advance()
        return
    assert isinstance(view.form, ChoiceForm)
    for number, button in view.form.buttons.items():
        if is_right_choice(view.question, number) == rightly:
            button.click()
            break
    page.advance()


def test_the_chapters_end_leads_to_its_questions_and_an_answer_back_to_its_passage(
    start: Start, shipped: Path
) -> None:
    visitor = start(shipped)
    visitor.go("read", chapter=CHAPTER)
    footer = visitor.reader.view.footer
    visitor.qtbot.waitUntil(lambda: footer.isVisibleTo(visitor.reader.view.viewport()))
    assert footer.quiz.accessibleName().startswith("Check what you know, ")
    footer.quiz.click()
    visitor.qtbot.waitUntil(lambda: visitor.screen == "quiz")
    page = visitor.window.surfaces.quiz
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.question is not None)
    _answer(page, rightly=False)
    assert page.question is not None
    visitor.qtbot.mouseClick(page.question.feedback.link, Qt.MouseButton.LeftButton)
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    location = visitor.services.reading.location
    assert location is not None
    assert (location.chapter, location.passage) == (CHAPTER, "trade")
    visitor.window.go_back()
    visitor.qtbot.waitUntil(lambda: visitor.screen == "quiz")
    assert page.at == 0
    assert page.question is not None
    assert page.question.verdict is not None


def test_answers_outlive_the_program_and_a_retake_begins_anew(start: Start, shipped: Path) -> None:
    visitor = start(shipped)
    page = _quiz(visitor)
    count = len(visitor.services.library.questions(CHAPTER))
    _answer(page, rightly=True)
    visitor.program.close()

    visitor = start(shipped)
    page = _quiz(visitor)
    assert page.at == 1
    for _ in range(1, count):
        _answer(page, rightly=True)
        page.advance()
    assert page.end is not None
    assert page.end.title.text() == "You knew all the answers."
    visitor.go("read", chapter=CHAPTER)
    model = visitor.reader.contents.model
    row = model.index(model.row_of(CHAPTER))
    assert row.data(ContentsRole.QUIZ)
    assert "questions answered" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    other = model.index(model.row_of("seminary"))
    assert not other.data(ContentsRole.QUIZ)
    visitor.window.go_back()
    kept = visitor.services.progress.answers[CHAPTER]
    assert {answer.attempt for answer in kept.values()} == {1}
    page.end.retake.click()
    assert page.at == 0
    _answer(page, rightly=False)
    first = visitor.services.library.questions(CHAPTER)[0].id
    answer = visitor.services.progress.answers[CHAPTER][first]
    assert (answer.attempt, answer.right) == (2, False)


def test_the_contents_lead_to_the_questions_and_say_how_many_were_answered(
    start: Start, shipped: Path
) -> None:
    visitor = start(shipped)
    page = _quiz(visitor)
    count = len(visitor.services.library.questions(CHAPTER))
    _answer(page, rightly=False)
    visitor.go("read", chapter="seminary")
    model, rows = visitor.reader.contents.model, visitor.reader.contents.list
    way = model.index(model.row_of(CHAPTER) + 1)
    assert way.data(ContentsRole.QUESTIONS) == f"1 of {count}"
    asked = str(len(visitor.services.library.questions("seminary")))
    visitor.qtbot.waitUntil(
        lambda: model.index(model.row_of("seminary") + 1).data(ContentsRole.QUESTIONS) == asked
    )
    rows.setFocus()
    rows.setCurrentIndex(way)
    visitor.qtbot.keyClick(rows, Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(lambda: visitor.screen == "quiz")
    assert page.at == 1


def test_a_chapter_without_questions_offers_none(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="seminary")
    footer = visitor.reader.view.footer
    visitor.qtbot.waitUntil(lambda: footer.isVisibleTo(visitor.reader.view.viewport()))
    assert footer.quiz.isHidden()
    assert not footer.back.isHidden()


def test_a_kiosk_keeps_no_answers_and_saves_no_sheet(start: Start, shipped: Path) -> None:
    visitor = start(shipped, policy=Policy("kiosk"))
    page = _quiz(visitor)
    assert page.save.isHidden()
    _answer(page, rightly=True)
    assert visitor.services.progress.answers == {}
    visitor.go("home")
    page = _quiz(visitor)
    assert page.at == 0
    assert page.question is not None
    assert page.question.verdict is None


def test_the_sheet_is_saved_with_its_key_on_a_page_of_its_own(
    start: Start, shipped: Path, tmp_path: Path
) -> None:
    visitor = start(shipped)
    _quiz(visitor)
    desk = visitor.window.desks.get("quiz")
    target = tmp_path / "sheet"
    desk.save_sheet(target)  # type: ignore[union-attr]
    content = target.with_suffix(".pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) >= 2


def test_a_place_that_cannot_be_written_is_said(start: Start, shipped: Path, tmp_path: Path) -> None:
    visitor = start(shipped)
    _quiz(visitor)
    desk = visitor.window.desks.get("quiz")
    desk.save_sheet(tmp_path / "nowhere" / "sheet.pdf")  # type: ignore[union-attr]
    assert visitor.window.notice.isVisible()


def test_the_last_place_that_was_a_quiz_resumes_at_its_chapter(start: Start, shipped: Path) -> None:
    visitor = start(shipped)
    _quiz(visitor)
    visitor.program.close()
    visitor = start(shipped)
    assert visitor.screen == "home"
    visitor.window.go_on_reading()
    location = visitor.services.reading.location
    assert location is not None
    assert (location.screen, location.chapter) == ("read", CHAPTER)


def test_home_and_reader_load_nothing_of_the_quiz(shipped: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from historydesk.app import Program, make_application\n"
        "from historydesk.domain.location import Location\n"
        "make_application(['x'])\n"
        "program = Program(Path(sys.argv[1]), folder=Path(sys.argv[2]))\n"
        "program.open(Location('read', chapter='gori'), show=False)\n"
        "print([name for name in sys.modules if 'quiz' in name])\n"
        "program.close()\n"
    )
    command = [sys.executable, "-c", script, str(shipped), str(tmp_path / "own")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


FIRST = """
// [id:same]
One? {T}

// [id:other]
Two? {=a ~b}

// [id:gone]
Three? {=a ~b}
"""
SECOND = """
// [id:same] [passage:two-calendars#table]
One? {T####Said better.}

// [id:other]
Two and a half? {=a ~b}

// [id:new]
Four? {T}
"""


@pytest.fixture
def build(tmp_path: Path) -> Callable[[str], Path]:
    """The example of ``pack new`` with these questions."""

    def make(questions: str) -> Path:
        source, target = tmp_path / "source", tmp_path / "calendars.hdpack"
        shutil.copytree(EXAMPLE, source, dirs_exist_ok=True)
        (source / "en" / "quiz" / "two-calendars.gift").write_text(questions, encoding="utf-8")
        build_pack(source, target)
        return target

    return make


def _open_calendars(visitor: Visitor) -> QuizPage:
    visitor.go("quiz", chapter="two-calendars")
    page = visitor.window.surfaces.quiz
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.question is not None or page.end is not None)
    return page


def test_a_newer_pack_keeps_the_answers_to_what_it_still_asks(
    start: Start, build: Callable[[str], Path]
) -> None:
    visitor = start(build(FIRST))
    page = _open_calendars(visitor)
    for _ in range(3):
        _answer(page, rightly=True)
        page.advance()
    assert page.end is not None
    visitor.program.close()

    visitor = start(build(SECOND))
    page = _open_calendars(visitor)
    assert page.at == 1
    page.previous()
    assert page.question is not None
    assert page.question.verdict is not None
    assert page.question.verdict.is_right
    visitor.go("read", chapter="two-calendars")
    model = visitor.reader.contents.model
    visitor.qtbot.waitUntil(
        lambda: model.index(model.row_of("two-calendars") + 1).data(ContentsRole.QUESTIONS) == "1 of 3"
    )


def test_answers_that_cannot_be_written_are_said_so_once_and_written_when_they_can(
    start: Start, build: Callable[[str], Path]
) -> None:
    pack = build(FIRST)
    visitor = start(pack)
    page = _open_calendars(visitor)
    store = visitor.services.progress._store
    assert store is not None

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(store._engine, "connect", limit)
    _answer(page, rightly=True)
    visitor.qtbot.waitUntil(lambda: bool(visitor.window.notice.text()))
    assert page.question is not None
    assert page.question.verdict is not None
    event.remove(store._engine, "connect", limit)
    page.advance()
    _answer(page, rightly=False)
    visitor.program.close()

    visitor = start(pack)
    page = _open_calendars(visitor)
    assert page.at == 2
    kept = visitor.services.progress.answers["two-calendars"]
    assert {id_: answer.right for id_, answer in kept.items()} == {"same": True, "other": False}


def test_records_that_open_late_are_shown_unless_an_answer_was_begun(
    start: Start, build: Callable[[str], Path]
) -> None:
    visitor = start(build(FIRST))
    page = _open_calendars(visitor)
    progress = visitor.services.progress
    question = visitor.services.library.questions("two-calendars")[0]
    progress.save_answer(
        KeptAnswer("two-calendars", "same", fingerprint_of(question), 3, ("false",), right=False)
    )
    progress.opened.emit()
    assert page.at == 1
    page.go_to(0)
    assert page.question is not None
    assert page.question.verdict is not None
    page.retake_requested.emit()
    assert page.at == 0
    assert isinstance(page.question.form, ChoiceForm)
    page.question.form.press(1)
    progress.opened.emit()
    assert page.question.form.given() == ("true",)


ORDER = """
Order.{>3 ALL
first
second
third
}
"""


def test_an_order_is_put_right_by_the_keyboard_alone_in_the_whole_window(
    start: Start, build: Callable[[str], Path]
) -> None:
    visitor = start(build(ORDER))
    page = _open_calendars(visitor)
    visitor.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), OrderCard))
    view = page.question
    assert view is not None
    assert isinstance(view.form, OrderingForm)
    reached = []
    for _ in range(3 * 3 + 1):
        reached.append(QApplication.focusWidget())
        visitor.qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
    controls = [each for card in view.form.cards for each in (card, card.up, card.down) if each.isEnabled()]
    assert reached[: len(controls)] == controls
    for place in range(3):
        card = next(each for each in view.form.cards if each.number == place)
        card.setFocus()
        while view.form.cards.index(card) > place:
            visitor.qtbot.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    visitor.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert view.verdict is not None
    assert view.verdict.is_right
    assert visitor.screen == "quiz"
