"""The card that opens at a word."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from historydesk.domain.entities import Card, CardLink, Fact
from historydesk.domain.reference import Reference
from historydesk.ui.cards.card_popup import CardPopup
from historydesk.ui.cards.hover_grace import GRACE_MS
from historydesk.ui.theme import Appearance, load_theme
from historydesk.ui.theme.fonts import register_fonts

TERM = Card(
    Reference("term", "seminary"),
    "Term",
    "seminary",
    "/ˈsɛm.ɪ.nər.i/ · Russian семинария",
    '<p>A church school. In the <a href="term:empire">Russian Empire</a> one of few roads open.</p>',
    uses=3,
)
NESTED = Card(Reference("term", "empire"), "Term", "Russian Empire", "", "<p>A state, 1721–1917.</p>", uses=1)
PLACE = Card(
    Reference("place", "tbilisi"),
    "Place",
    "Tiflis",
    "today Tbilisi, Georgia",
    "<p>Capital of the Caucasus.</p>",
    facts=(Fact("Then", "Russian Empire"),),
    sources=(CardLink("Kotkin 2014", Reference("source", "kotkin2014")),),
)
LONG = Card(
    Reference("claim", "cl-04"), "Imprecise", "A claim", "", "<p>" + "Many words of proof. " * 400 + "</p>"
)


@pytest.fixture
def window(qtbot):
    register_fonts()
    made = QWidget()
    qtbot.addWidget(made)
    made.field = QLineEdit(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


@pytest.fixture
def popup(window):
    made = CardPopup(window)
    made.set_appearance(Appearance(load_theme("paper")))
    return made


def word(window, x=300, y=200):
    return QRect(window.mapToGlobal(QPoint(x, y)), QRect(0, 0, 80, 26).size())


def button(popup, label):
    return next(b for b in popup.buttons() if b.text() == label)


def test_opened_by_a_click_it_takes_the_keyboard_and_esc_gives_it_back(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    assert popup.isVisible() and popup.text.hasFocus()
    with qtbot.waitSignal(popup.closed):
        QTest.keyClick(popup.text, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.field.hasFocus()


def test_opened_by_hovering_it_leaves_the_keyboard_where_it_is(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=False)
    assert popup.isVisible() and window.field.hasFocus()
    with qtbot.waitSignal(popup.closed):
        QTest.keyClick(window.field, Qt.Key.Key_Escape)


def test_it_says_title_script_text_and_ways_on(window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    assert "семинария" in popup._head.title.text()
    assert popup.text.toPlainText().startswith("A church school.")
    assert [b.text() for b in popup.buttons()] == ["Russian Empire", "Used in 3 chapters", "All terms →"]


def test_ways_on_are_signals(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    with qtbot.waitSignal(popup.uses_requested) as got:
        button(popup, "Used in 3 chapters").click()
    assert got.args == [TERM.reference]
    with qtbot.waitSignal(popup.index_requested) as got:
        button(popup, "All terms →").click()
    assert got.args == [TERM.reference]


def test_a_place_leads_to_the_map_and_to_its_sources(qtbot, window, popup):
    popup.show_card(PLACE, word(window), modal_focus=True)
    assert "Russian Empire" in popup.text.toPlainText()
    with qtbot.waitSignal(popup.map_requested) as got:
        button(popup, "Show on the map").click()
    assert got.args == [PLACE.reference]
    with qtbot.waitSignal(popup.reference_requested) as got:
        button(popup, "Kotkin 2014").click()
    assert got.args == [Reference("source", "kotkin2014")]


def test_an_event_leads_to_the_timeline(qtbot, window, popup):
    event = Card(Reference("event", "e001"), "Event", "A birth", "6 December 1878", "<p>In Gori.</p>")
    popup.show_card(event, word(window), modal_focus=True)
    with qtbot.waitSignal(popup.timeline_requested) as got:
        button(popup, "Show on the timeline").click()
    assert got.args == [event.reference]


def test_a_term_inside_opens_on_top_with_a_way_back(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    place = popup.geometry().topLeft()
    with qtbot.waitSignal(popup.reference_requested) as got:
        button(popup, "Russian Empire").click()
    popup.show_card(NESTED, QRect(), modal_focus=True)
    assert got.args == [NESTED.reference]
    assert popup.card == NESTED and popup.is_nested and popup.back.isVisible()
    assert popup.geometry().topLeft() == place
    popup.back.click()
    assert popup.card == TERM and not popup.back.isVisible()


def test_esc_goes_back_before_it_closes(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    button(popup, "Russian Empire").click()
    popup.show_card(NESTED, QRect(), modal_focus=True)
    QTest.keyClick(popup.text, Qt.Key.Key_Escape)
    assert popup.card == TERM
    QTest.keyClick(popup.text, Qt.Key.Key_Escape)
    assert popup.card is None


def test_a_press_outside_closes_and_a_press_inside_does_not(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(8, 60))
    assert popup.isVisible()
    with qtbot.waitSignal(popup.closed):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(900, 650))


def test_the_cross_closes(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    assert popup.close_button.width() >= 40 and popup.close_button.height() >= 40
    with qtbot.waitSignal(popup.closed):
        popup.close_button.click()


def test_it_stays_while_the_pointer_is_on_it_and_goes_afterwards(qtbot, window, popup):
    QCursor.setPos(word(window).center())
    popup.show_card(TERM, word(window), modal_focus=False)
    popup.hover_left()
    QCursor.setPos(popup.mapToGlobal(QPoint(30, 60)))
    qtbot.waitUntil(lambda: not popup._grace.is_waiting)
    with qtbot.assertNotEmitted(popup.closed, wait=GRACE_MS + 200):
        pass
    with qtbot.waitSignal(popup.closed, timeout=GRACE_MS * 10):
        QCursor.setPos(window.mapToGlobal(QPoint(950, 20)))


def test_nothing_ticks_while_no_card_is_open(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=False)
    popup.close_card()
    assert not popup._grace.is_watching and not popup._grace.is_waiting


def test_tab_stays_inside_and_reaches_everything(qtbot, window, popup):
    popup.show_card(TERM, word(window), modal_focus=True)
    seen = []
    for _ in range(6):
        focused = window.focusWidget()
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[0] is popup.text and seen[5] is popup.text
    assert [b.text() for b in seen[1:4]] == ["Russian Empire", "Used in 3 chapters", "All terms →"]
    assert seen[4] is popup.close_button


def test_a_long_card_scrolls_and_keeps_to_its_share_of_the_window(window, popup):
    popup.show_card(LONG, word(window), modal_focus=True)
    assert popup.height() <= 0.6 * window.height() + 1
    assert popup._area.verticalScrollBar().maximum() > 0
    QTest.keyClick(popup.text, Qt.Key.Key_PageDown)
    assert popup._area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("at", [(5, 5), (900, 10), (900, 660), (5, 660), (460, 340)])
@pytest.mark.parametrize("card", [TERM, LONG, PLACE])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_inside_the_window_and_not_over_its_word(window, popup, at, card, percent):
    popup.set_appearance(Appearance(load_theme("gallery"), text_percent=percent))
    popup.show_card(card, word(window, *at), modal_focus=True)
    assert window.rect().contains(popup.geometry())
    assert not popup.geometry().intersects(QRect(QPoint(*at), word(window).size()))


@pytest.mark.parametrize("card", [TERM, PLACE, LONG])
def test_no_word_is_cut_off(qtbot, window, popup, card):
    popup.show_card(card, word(window), modal_focus=True)
    qtbot.waitUntil(lambda: popup.text.viewport().width() > 100)
    assert popup.text.document().size().height() <= popup.text.height() + 1
    assert popup.text.verticalScrollBar().maximum() <= 1


def test_the_ways_on_stay_in_sight_below_a_long_card(window, popup):
    popup.show_card(LONG, word(window), modal_focus=True)
    way = button(popup, "All evidence →")
    assert popup.rect().contains(QRect(way.mapTo(popup, QPoint(0, 0)), way.size()))


def test_everything_on_it_has_a_name(window, popup):
    popup.show_card(PLACE, word(window), modal_focus=True)
    for part in (*popup.buttons(), popup.close_button, popup.back, popup.text, popup):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    assert all(b.focusPolicy() != Qt.FocusPolicy.NoFocus for b in popup.findChildren(QPushButton))


def test_buttons_of_earlier_cards_do_not_pile_up(qtbot, window, popup):
    for _ in range(20):
        popup.show_card(TERM, word(window), modal_focus=True)
        popup.show_card(PLACE, word(window), modal_focus=True)
    qtbot.waitUntil(lambda: len(popup.findChildren(QPushButton)) <= 4)


def test_a_journey_is_followed_from_a_persons_card(qtbot, popup):
    journey = Reference("journey", "j-1")
    card = Card(
        Reference("person", "stalin"),
        "Person",
        "Stalin",
        "",
        "<p>He.</p>",
        links=(CardLink("To exile", journey),),
    )
    popup.show_card(card, QRect(10, 10, 40, 20), modal_focus=True)
    button = next(each for each in popup.buttons() if "To exile" in each.text())
    assert button.text() == "Follow: To exile"
    with qtbot.waitSignal(popup.map_requested) as led:
        button.click()
    assert led.args == [journey]
