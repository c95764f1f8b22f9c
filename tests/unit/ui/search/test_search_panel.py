"""Search by keyboard, by touch, and when nothing is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.location import Location
from historydesk.domain.search import Group, Hit, Results
from historydesk.ui.search.results_model import HIT_ROLE, ResultsModel
from historydesk.ui.search.search_panel import SearchPanel
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words


def hit(group: Group, title: str, snippet: str = "", *marks: tuple[int, int]) -> Hit:
    return Hit(group, title, snippet, marks, Location("read", "one", item=title))


RESULTS = Results(
    "salt",
    (
        hit("term", "Salt tax", "A tax on salt.", (9, 4)),
        hit("chapter", "Salt and sails", "Ships carried salt to the north.", (14, 4)),
        hit("place", "Saltburn"),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SearchPanel]:
    register_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(default_appearance()))
    window.resize(1000, 700)
    panel = SearchPanel(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    panel.place_under(QRect(760, 8, 200, 40))
    panel.open_with()
    yield panel
    panel.hide()


def field(panel: SearchPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def rows(panel: SearchPanel) -> QListView:
    return panel.findChild(QListView)


def message(panel: SearchPanel) -> str:
    return next((each.text() for each in panel.findChildren(Words) if each.isVisible()), "")


def chosen(panel: SearchPanel) -> str:
    return str(rows(panel).currentIndex().data())


def search(qtbot: QtBot, panel: SearchPanel, results: Results = RESULTS) -> None:
    with qtbot.waitSignal(panel.query_changed) as asked:
        qtbot.keyClicks(field(panel), results.query)
    assert asked.args == [results.query]
    panel.set_results(results)


def test_model_keeps_qts_rules(qapp: object) -> None:
    model = ResultsModel(
        dict.fromkeys(("chapter", "term", "person", "place", "event", "claim", "source"), "X")
    )
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_results(RESULTS)
    assert isinstance(model, QAbstractItemModel)
    assert model.rowCount() == 6
    model.set_results(Results("", ()))
    assert model.rowCount() == 0
    assert model.next_hit(-1, 1) == -1


def test_it_opens_with_the_keyboard_in_its_field_and_a_hint(panel: SearchPanel) -> None:
    assert field(panel).hasFocus()
    assert message(panel) == "Type a word, a name or a place"


def test_typing_asks_once_when_it_rests(qtbot: QtBot, panel: SearchPanel) -> None:
    asked: list[str] = []
    panel.query_changed.connect(asked.append)
    qtbot.keyClicks(field(panel), "  salt ")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["salt"]


def test_results_stand_under_headings_in_a_fixed_order(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    model = rows(panel).model()
    assert [model.index(i, 0).data() for i in range(model.rowCount())] == [
        "Chapters",
        "Salt and sails",
        "Terms",
        "Salt tax",
        "Places",
        "Saltburn",
    ]
    assert [label.text() for label in panel.findChildren(QLabel) if label.isVisible()] == ["3 results"]


def test_down_and_up_pass_over_headings_and_go_round(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    seen = [chosen(panel)]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(field(panel), key)
        seen.append(chosen(panel))
    assert seen == ["Salt and sails", "Salt tax", "Saltburn", "Salt and sails", "Saltburn"]
    assert field(panel).hasFocus()


def test_enter_opens_the_chosen_hit_and_closes(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    qtbot.keyClick(field(panel), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.hit_chosen) as opened, qtbot.assertNotEmitted(panel.closed):
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert opened.args[0].item == "Salt tax"
    assert not panel.isVisible()


def test_enter_before_the_answer_asks_at_once_and_opens_nothing(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    qtbot.keyClicks(field(panel), "y")
    with qtbot.assertNotEmitted(panel.hit_chosen), qtbot.waitSignal(panel.query_changed) as asked:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert asked.args == ["salty"]


def test_a_tap_opens_a_hit_but_not_a_heading(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    view = rows(panel)
    heading = view.visualRect(view.model().index(0, 0)).center()
    place = view.visualRect(view.model().index(3, 0)).center()
    with qtbot.assertNotEmitted(panel.hit_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    with qtbot.waitSignal(panel.hit_chosen) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0].item == "Salt tax"


def test_escape_the_button_and_a_press_outside_close(qtbot: QtBot, panel: SearchPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    panel.open_with()
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(
            next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == "Close search"),
            Qt.MouseButton.LeftButton,
        )
    panel.open_with()
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.parentWidget(), Qt.MouseButton.LeftButton, pos=QPoint(20, 600))
    assert not panel.isVisible()


def test_nothing_found_says_so_and_what_to_try(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel, Results("zzz", ()))
    assert message(panel) == "Nothing found for “zzz”. Try another spelling."


def test_an_answer_to_an_older_query_is_dropped(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    panel.set_results(Results("sa", ()))
    assert chosen(panel) == "Salt and sails"


def test_an_emptied_field_shows_the_hint_again(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    field(panel).clear()
    assert message(panel) == "Type a word, a name or a place"


def test_opening_again_keeps_and_selects_what_was_typed(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    panel.dismiss()
    panel.open_with()
    assert field(panel).selectedText() == "salt"
    assert chosen(panel) == "Salt and sails"


def test_rows_are_large_enough_to_touch_and_say_their_group(qtbot: QtBot, panel: SearchPanel) -> None:
    search(qtbot, panel)
    view = rows(panel)
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        if index.data(HIT_ROLE) is not None:
            assert view.visualRect(index).height() >= 40
    spoken = view.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Terms: Salt tax. A tax on salt."


@pytest.mark.parametrize("name", THEMES)
def test_a_match_far_into_a_snippet_is_in_sight_and_marked(
    qtbot: QtBot, panel: SearchPanel, name: str
) -> None:
    theme = load_theme(name)
    panel.set_appearance(type(default_appearance())(theme))
    long = "word " * 60
    search(qtbot, panel, Results("salt", (hit("term", "Tax", f"{long}salt at last", (len(long), 4)),)))
    image = rows(panel).viewport().grab().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert theme.color("highlight").rgb() in colours


def test_it_stays_inside_a_small_window(qtbot: QtBot, panel: SearchPanel) -> None:
    window = panel.parentWidget()
    window.resize(480, 400)
    search(qtbot, panel)
    panel.place_under(QRect(300, 8, 170, 40))
    assert window.rect().contains(panel.card_rect().translated(panel.pos()))
