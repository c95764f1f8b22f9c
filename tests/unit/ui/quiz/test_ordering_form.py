"""Putting items in order by keyboard, mouse and finger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QScrollPrepareEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.domain.quiz import Given, Question
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.ui.quiz.order_card import OrderCard
from historydesk.ui.quiz.ordering_form import OrderingForm
from historydesk.ui.quiz.quiz_page import QuizPage
from historydesk.ui.theme import THEMES, Appearance, apply, default_appearance, load_theme

GIFT = """
// [id:order]
Put in order.{>4 ALL VERTICAL ABSOLUTE_POSITION
first
second
third
fourth
####It was so.
}

And then?{}
"""
NAMES = ("first", "second", "third", "fourth")
ALT = Qt.KeyboardModifier.AltModifier

Begin = Callable[..., QuizPage]


@pytest.fixture
def begin(qtbot: QtBot, fonts: None) -> Begin:
    def make(given: dict[str, Given] | None = None, gift: str = GIFT) -> QuizPage:
        read = GiftReader("q.gift", gift, Problems(), lambda _path, _line, text: (text, text)).questions()
        page = QuizPage()
        qtbot.addWidget(page)
        page.resize(900, 760)
        page.show()
        page.activateWindow()
        page.set_quiz("A", tuple(Question(each.id, each.kind, each.data) for each in read), 1, given or {})
        page.go_to(0)
        page.focus_first()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def _form(page: QuizPage) -> OrderingForm:
    assert page.question is not None
    form = page.question.form
    assert isinstance(form, OrderingForm)
    return form


def _shown(page: QuizPage) -> list[str]:
    """The items as they stand on the screen, from top to bottom."""
    cards = sorted(_form(page).cards, key=lambda card: card.y())
    return [NAMES[card.number] for card in cards]


def _focused() -> OrderCard:
    card = QApplication.focusWidget()
    assert isinstance(card, OrderCard)
    return card


def _sort(page: QuizPage, qtbot: QtBot) -> None:
    """Bring every item to its place by the keyboard."""
    form = _form(page)
    for place in range(len(form.cards)):
        card = next(each for each in form.cards if each.number == place)
        card.setFocus()
        while form.cards.index(card) > place:
            qtbot.keyClick(card, Qt.Key.Key_Up, ALT)


def test_alt_with_the_arrows_moves_an_item_and_its_name_says_where(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    before = _shown(page)
    assert before != list(NAMES)
    card = _focused()
    assert card.accessibleName() == f"{before[0]}, place 1 of 4"
    qtbot.keyClick(card, Qt.Key.Key_Down, ALT)
    assert _focused() is card
    assert card.accessibleName() == f"{before[0]}, place 2 of 4"
    assert _shown(page) == [before[1], before[0], *before[2:]]
    qtbot.keyClick(card, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(card, Qt.Key.Key_Up, ALT)
    assert _shown(page) == before


def test_an_item_is_picked_up_carried_and_put_down(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    before = _shown(page)
    card = _focused()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert card.accessibleName().endswith("place 1 of 4, picked up")
    qtbot.keyClick(card, Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Down)
    assert _shown(page) == [before[1], before[2], before[0], before[3]]
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.keyClick(card, Qt.Key.Key_Down)
    assert _shown(page) == [before[1], before[2], before[0], before[3]]
    assert _focused() is not card
    assert not card.isChecked()


def test_the_arrows_beside_an_item_move_it(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    before = _shown(page)
    card = _form(page).cards[2]
    assert card.up.accessibleName() == f"Move up: {before[2]}"
    qtbot.mouseClick(card.up, Qt.MouseButton.LeftButton)
    assert _shown(page) == [before[0], before[2], before[1], before[3]]
    qtbot.mouseClick(card.up, Qt.MouseButton.LeftButton)
    assert not card.up.isEnabled()
    assert card.hasFocus()
    qtbot.mouseClick(card.down, Qt.MouseButton.LeftButton)
    assert _shown(page) == [before[0], before[2], before[1], before[3]]


def test_tab_follows_the_items_as_they_stand(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    card = _focused()
    qtbot.keyClick(card, Qt.Key.Key_Down, ALT)
    first = _form(page).cards[0]
    first.setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [first.down, card, card.up]


def test_an_item_is_dragged_with_the_mouse(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    before = _shown(page)
    card, last = _form(page).cards[0], _form(page).cards[3]
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    qtbot.mouseMove(card, QPoint(200, 22))
    assert _shown(page) == before
    qtbot.mouseMove(card, card.mapFromGlobal(last.mapToGlobal(QPoint(200, last.height() - 4))))
    qtbot.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert _shown(page) == [*before[1:], before[0]]
    assert not card.isChecked()


def test_a_finger_on_the_grip_drags_and_elsewhere_scrolls(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    before = _shown(page)
    card, last = _form(page).cards[0], _form(page).cards[3]
    viewport = page.area.viewport()

    def scrolls(at: QPoint) -> bool:
        prepare = QScrollPrepareEvent(QPointF(card.mapTo(viewport, at)))
        QApplication.sendEvent(viewport, prepare)
        return prepare.isAccepted()

    assert not scrolls(QPoint(15, 20))
    assert scrolls(QPoint(200, 20))
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    start = card.mapTo(viewport, QPoint(15, 20))
    end = last.mapTo(viewport, QPoint(15, last.height() - 4))
    QTest.touchEvent(card, finger).press(0, start, viewport).commit()
    for share in (0.25, 0.5, 0.75, 1.0):
        QTest.touchEvent(card, finger).move(0, start + (end - start) * share, viewport).commit()
    QTest.touchEvent(card, finger).release(0, end, viewport).commit()
    assert _shown(page) == [*before[1:], before[0]]


def test_it_is_checked_once_something_was_moved_and_says_where_each_belongs(
    begin: Begin, qtbot: QtBot
) -> None:
    page = begin()
    assert not page.go_on.isEnabled()
    _sort(page, qtbot)
    assert _shown(page) == list(NAMES)
    card = _form(page).cards[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert page.question is not None
    assert page.question.feedback.hasFocus()
    assert page.question.feedback.accessibleName() == (
        "Partly right. The right order: 1. first 2. second 3. third 4. fourth It was so."
    )
    names = [each.accessibleName() for each in _form(page).cards]
    assert names[0] == "second, place 1 of 4, belongs in place 2"
    assert names[3] == "fourth, place 4 of 4, in its place"
    assert card.up.isHidden()
    given = _form(page).given()
    qtbot.keyClick(card, Qt.Key.Key_Down, ALT)
    assert _form(page).given() == given == ("1", "0", "2", "3")


def test_the_right_order_is_right_and_kept(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    with qtbot.waitSignal(page.answered) as answered:
        _sort(page, qtbot)
        page.advance()
    assert answered.args == ["order", ("0", "1", "2", "3"), True]
    again = begin({"order": ("2", "1", "0", "3")})
    assert _shown(again) == ["third", "second", "first", "fourth"]
    assert again.question is not None
    assert again.question.verdict is not None
    assert again.question.verdict.word == "partly"


def test_a_digit_leads_to_the_item_in_that_place(begin: Begin, qtbot: QtBot) -> None:
    page = begin()
    qtbot.keyClick(_focused(), Qt.Key.Key_3)
    assert _focused() is _form(page).cards[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_long_items_are_whole_and_their_arrows_large_enough(
    qapp: QApplication, qtbot: QtBot, begin: Begin, theme: str, percent: int
) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    page = begin(gift=f"Order.{{>3 ALL\n{word}\nshort\n{'many words ' * 60}\n}}")
    appearance = Appearance(load_theme(theme), text_percent=percent)
    apply(qapp, appearance)
    page.set_appearance(appearance)
    page.resize(420, 500)
    cards = _form(page).cards
    qtbot.waitUntil(lambda: all(card.height() == card.heightForWidth(card.width()) for card in cards))
    for card in cards:
        assert card.width() <= page.area.viewport().width()
        card.grab()
        words = card._document.size()
        assert words.width() <= card._words_width(card.width()) + 1
        assert card.height() >= words.height()
        for button in (card.up, card.down):
            assert min(button.width(), button.height()) >= 40
            assert card.rect().contains(button.geometry())
    apply(qapp, default_appearance())
