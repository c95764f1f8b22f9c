"""Flash cards by keyboard, mouse, finger and ear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import CardLink
from historydesk.domain.glossary import GlossaryTerm
from historydesk.domain.practice import PracticeCard, Round
from historydesk.domain.reference import Reference
from historydesk.ui.practice.practice_end import PracticeSummary
from historydesk.ui.practice.practice_page import PracticePage
from historydesk.ui.theme import default_appearance, stylesheet
from historydesk.ui.theme.fonts import register_fonts

LEFT = Qt.MouseButton.LeftButton
KOBA = PracticeCard(
    GlossaryTerm("koba", "Koba", "KO-bah", "კობა", "ka", "koba", ((4, 2),), (), " koba", ""),
    '<p><em>Koba</em> was an <a href="term:alias">alias</a> from a novel.</p>',
    (CardLink("Chapter 4: Underground", Reference("chapter", "underground#p3")),),
)
SALT = PracticeCard(
    GlossaryTerm("salt", "Salt", "", "", "und", "salt", (), (), " salt", ""), "<p>From the sea.</p>"
)
STATE = Round(("koba", "salt"), 24, tuple("abcdef"))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PracticePage]:
    register_fonts()
    page = PracticePage()
    qtbot.addWidget(page)
    appearance = replace(default_appearance(), reduced_motion=True)
    page.setStyleSheet(stylesheet(appearance))
    page.set_appearance(appearance)
    page.resize(1100, 700)
    page.set_what("All words of the glossary")
    page.set_front("term")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_card(KOBA, STATE)
    page.focus_first()
    yield page


def names(page: PracticePage) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(QPushButton) if each.isVisible()]


def drag(qtbot: QtBot, widget: QWidget, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(widget, LEFT, pos=start)
    qtbot.mouseMove(widget, end)
    qtbot.mouseRelease(widget, LEFT, pos=end)


def test_the_front_is_the_word_with_its_origin_and_says_where_one_is(page: PracticePage) -> None:
    assert page.count.text() == "7 of 24"
    assert page.card.accessibleName() == "Koba. კობა\u2002·\u2002Georgian. KO-bah"
    assert page.card.body.isHidden()
    assert "Turn the card" in names(page)
    assert "I knew it" not in names(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_turns_the_card_and_the_keyboard_stays_on_it(
    qtbot: QtBot, page: PracticePage, key: Qt.Key
) -> None:
    qtbot.keyClick(page.card, key)
    assert page.card.is_turned
    assert page.card.hasFocus()
    assert page.card.accessibleName().endswith("KO-bah. Koba was an alias from a novel.")
    assert {"Used in Chapter 4: Underground", "I knew it", "Again later"} <= set(names(page))
    qtbot.keyClick(page.card, key)
    assert not page.card.is_turned


@pytest.mark.parametrize(("key", "knew"), [(Qt.Key.Key_1, True), (Qt.Key.Key_2, False)])
def test_a_digit_answers_once_the_back_was_seen(
    qtbot: QtBot, page: PracticePage, key: Qt.Key, knew: bool
) -> None:
    said: list[bool] = []
    page.answered.connect(said.append)
    qtbot.keyClick(page.card, key)
    assert said == []
    qtbot.keyClick(page.card, Qt.Key.Key_Space)
    qtbot.keyClick(page.card.body, key)
    assert said == [knew]


def test_buttons_and_swipes_answer_too(qtbot: QtBot, page: PracticePage) -> None:
    said: list[bool] = []
    page.answered.connect(said.append)
    middle = page.card.rect().center()
    drag(qtbot, page.card, middle, middle + QPoint(90, 10))
    assert page.card.is_turned and said == []
    drag(qtbot, page.card, middle, middle + QPoint(90, 10))
    drag(qtbot, page.card.body.viewport(), QPoint(200, 5), QPoint(90, 8))
    qtbot.mouseClick(page.knew, LEFT)
    qtbot.mouseClick(page.later, LEFT)
    assert said == [True, False, True, False]
    assert page.card.is_turned


def test_a_tap_turns_the_card_once_and_a_finger_swipes(qtbot: QtBot, page: PracticePage) -> None:
    said: list[bool] = []
    page.answered.connect(said.append)
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)

    def touch(*points: QPoint) -> None:
        QTest.touchEvent(page.card, finger).press(0, points[0], page.card).commit()
        for point in points[1:]:
            QTest.touchEvent(page.card, finger).move(0, point, page.card).commit()
        QTest.touchEvent(page.card, finger).release(0, points[-1], page.card).commit()

    start = QPoint(200, 40)
    touch(start)
    assert page.card.is_turned
    touch(start, start + QPoint(40, 2), start + QPoint(120, 4))
    touch(start, start - QPoint(40, 2), start - QPoint(120, 4))
    assert said == [True, False]


@pytest.mark.parametrize(("percent", "high"), [(100, 700), (200, 480)])
def test_the_answers_stand_under_the_card_and_never_out_of_sight(
    qtbot: QtBot, page: PracticePage, percent: int, high: int
) -> None:
    appearance = replace(default_appearance(), text_percent=percent, reduced_motion=True)
    page.setStyleSheet(stylesheet(appearance))
    page.set_appearance(appearance)
    page.resize(900, high)
    page.turn_card()
    qtbot.waitUntil(lambda: page.rect().contains(page.ways.geometry()))
    below = page.card.mapTo(page, page.card.rect().bottomLeft()).y()
    if percent == 100:
        assert 0 < page.ways.y() - below < 40
    else:
        assert page.area.verticalScrollBar().maximum() > 0
        assert page.ways.y() > page.height() - 100


def test_a_short_or_steep_movement_is_no_swipe(qtbot: QtBot, page: PracticePage) -> None:
    said: list[bool] = []
    page.answered.connect(said.append)
    page.turn_card()
    middle = page.card.rect().center()
    drag(qtbot, page.card, middle, middle + QPoint(70, 60))
    assert said == []


def test_the_next_card_takes_the_place_and_the_keyboard_stays(qtbot: QtBot, page: PracticePage) -> None:
    page.turn_card()
    qtbot.mouseClick(page.knew, LEFT)
    page.show_card(SALT, STATE.answered(knew=True))
    assert page.card.hasFocus()
    assert page.card.accessibleName() == "Salt"
    assert page.count.text() == "8 of 24"
    page.show_card(SALT, STATE.answered(knew=False))
    assert page.count.text() == "7 of 24\u2002·\u2002one to come again"


def test_the_links_of_a_definition_and_its_chapters_lead_on(qtbot: QtBot, page: PracticePage) -> None:
    page.turn_card()
    page.card.body.setFocus()
    qtbot.keyClick(page.card.body, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.reference_requested) as asked:
        qtbot.keyClick(page.card.body, Qt.Key.Key_Return)
    assert asked.args == [Reference("term", "alias")]
    chapter = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Used in"))
    with qtbot.waitSignal(page.reference_requested) as asked:
        qtbot.mouseClick(chapter, LEFT)
    assert asked.args == [Reference("chapter", "underground#p3")]


def test_the_meaning_can_come_first_and_hides_the_word(qtbot: QtBot, page: PracticePage) -> None:
    with qtbot.waitSignal(page.front_chosen) as chosen:
        qtbot.mouseClick(page.fronts["meaning"], LEFT)
    assert chosen.args == ["meaning"]
    page.turn_card()
    page.set_front("meaning")
    assert not page.card.is_turned
    assert page.card.accessibleName() == "blank was an alias from a novel."
    assert "Koba" not in page.card.body.toPlainText()
    assert page.card.title.isHidden()
    page.turn_card()
    assert page.card.title.text() == "Koba" and page.card.title.isVisible()


def test_the_end_is_calm_and_leads_on(qtbot: QtBot, page: PracticePage) -> None:
    page.show_end(PracticeSummary(24, 24, (CardLink("Koba", Reference("term", "koba")),), 20))
    end = page.end
    assert end is not None
    assert end.title.text() == "You have been through all 24 words."
    assert end.words.text() == "Worth another look:"
    assert end.kept.text() == "20 of these 24 words are kept as known; they come last."
    assert end.glossary.hasFocus()
    assert not page.card.isVisible()
    for signal, button in (
        (page.glossary_requested, end.glossary),
        (page.again_requested, end.again),
        (page.start_over_requested, end.start_over),
        (page.reference_requested, next(b for b in end.findChildren(QPushButton) if b.text() == "Koba")),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, LEFT)
    page.show_card(SALT, Round(("salt",), 1))
    assert page.end is None and page.card.isVisible()


@pytest.mark.parametrize(
    ("summary", "title", "words"),
    [
        (PracticeSummary(1, 1, (), 0), "You have been through the word.", ""),
        (PracticeSummary(2, 2, (), 0), "You have been through both words.", ""),
        (
            PracticeSummary(9, 1, (), 0),
            "That is enough for now.",
            "You looked at one of 9 words; the others come first the next time.",
        ),
    ],
)
def test_the_end_says_how_far_one_came(
    page: PracticePage, summary: PracticeSummary, title: str, words: str
) -> None:
    page.show_end(summary)
    assert page.end is not None
    assert (page.end.title.text(), page.end.words.text()) == (title, words)
    assert page.end.start_over.isHidden()


def test_without_a_card_there_is_a_sentence_and_a_way_back(qtbot: QtBot, page: PracticePage) -> None:
    page.show_message("There is no such word in the glossary.")
    page.focus_first()
    assert names(page) == ["To the glossary"]
    qtbot.keyClick(page.leave, Qt.Key.Key_1)
    with qtbot.waitSignal(page.glossary_requested):
        qtbot.keyClick(page.leave, Qt.Key.Key_Space)


def test_with_motion_the_card_turns_over_and_comes_to_rest(qtbot: QtBot, page: PracticePage) -> None:
    page.set_appearance(default_appearance())
    page.turn_card()
    assert page.flip.isVisible() and page.card.is_turned
    qtbot.waitUntil(lambda: not page.flip.isVisible())
    page.turn_card()
    page.show_card(SALT, STATE)
    assert not page.flip.isVisible()


def test_with_less_motion_nothing_turns(page: PracticePage) -> None:
    page.turn_card()
    assert not page.flip.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_every_button_is_large_enough_for_a_finger(page: PracticePage, percent: int) -> None:
    appearance = replace(default_appearance(), text_percent=percent, reduced_motion=True)
    page.setStyleSheet(stylesheet(appearance))
    page.set_appearance(appearance)
    page.turn_card()
    page.resize(1024, 600)
    small = [b.text() for b in page.findChildren(QPushButton) if b.isVisible() and b.height() < 40]
    assert small == []
