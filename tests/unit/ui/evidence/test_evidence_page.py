"""The evidence screen by mouse and keyboard, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.domain.evidence import Evidence
from historydesk.store.evidence import read_evidence
from historydesk.ui.evidence.evidence_lines import lines_of
from historydesk.ui.evidence.evidence_page import EvidencePage
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet


@pytest.fixture(scope="module")
def evidence(sample_pack: Path) -> Evidence:
    return read_evidence(sample_pack, "en")


@pytest.fixture
def page(qtbot: QtBot, fonts: None, evidence: Evidence) -> Iterator[EvidencePage]:
    page = EvidencePage(ItemPane(), ItemPane())
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(default_appearance()))
    page.set_appearance(default_appearance())
    page.resize(1300, 700)
    page.set_evidence(evidence)
    page.show_tab("claim")
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page


def listed(page: EvidencePage) -> list[str]:
    model = page.side.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_tabs_tell_how_many_items_they_have(page: EvidencePage) -> None:
    assert page.side.tabs["claim"].accessibleName() == "Claims, 3"
    assert page.side.tabs["estimate"].accessibleName() == "Numbers, 1"


def test_a_verdict_narrows_the_list_and_all_widens_it(
    page: EvidencePage, evidence: Evidence, qtbot: QtBot
) -> None:
    verdict = evidence.claims[0].verdict
    of_it = [each.title for each in evidence.claims if each.verdict == verdict]
    assert len(of_it) < len(evidence.claims)
    buttons = page.side.filters["claim"].buttons
    qtbot.mouseClick(buttons[verdict], Qt.MouseButton.LeftButton)
    assert listed(page) == of_it
    assert buttons[verdict].isChecked()
    assert str(len(of_it)) in buttons[verdict].text()
    qtbot.mouseClick(buttons[""], Qt.MouseButton.LeftButton)
    assert len(listed(page)) == len(evidence.claims)


def test_a_line_says_title_and_verdict_to_assistive_technology(
    page: EvidencePage, evidence: Evidence
) -> None:
    said = page.side.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{evidence.claims[0].title}, {evidence.claims[0].verdict.capitalize()}"


def test_pressing_a_line_asks_for_its_item(page: EvidencePage, qtbot: QtBot, evidence: Evidence) -> None:
    place = page.side.list.visualRect(page.side.model.index(1, 0)).center()
    with qtbot.waitSignal(page.item_requested) as asked:
        qtbot.mouseClick(page.side.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [f"claim:{evidence.claims[1].id}"]


def test_an_item_hidden_by_a_verdict_is_shown_all_the_same(page: EvidencePage, evidence: Evidence) -> None:
    first = evidence.claims[0]
    other = next(each for each in evidence.claims if each.verdict != first.verdict)
    page.side.filters["claim"].kind_chosen.emit(first.verdict)
    page.show_item(f"claim:{other.id}")
    assert page.shown() == f"claim:{other.id}"
    assert other.title in listed(page)


def test_the_screen_comes_back_as_it_was_left(page: EvidencePage, evidence: Evidence) -> None:
    first = evidence.claims[0]
    page.side.filters["claim"].kind_chosen.emit(first.verdict)
    page.show_item(f"claim:{first.id}")
    left = page.position()
    page.show_item("debate:d-1")
    page.restore(left)
    assert page.position() == left
    assert page.tab() == "claim"


def test_an_address_that_is_gone_shows_the_tab(page: EvidencePage) -> None:
    page.show_item("claim:nothing")
    assert page.shown() == "claim:cl-01"


def test_positions_stand_side_by_side_and_below_one_another_when_narrow(page: EvidencePage) -> None:
    page.show_item("debate:d-1")
    first, second, *_ = page.debate.positions
    QApplication.processEvents()
    assert first.y() == second.y()
    assert first.x() < second.x()
    page.resize(500, 700)
    QApplication.processEvents()
    assert first.y() < second.y()
    assert first.x() == second.x()


def test_every_mark_is_named_by_author_year_figure_and_kind(page: EvidencePage) -> None:
    page.show_item("estimate:n-1")
    names = [row.accessibleName() for row in page.numbers.chart.rows()]
    assert names == [
        "The register 1894: 600, recorded",
        "Kotkin 2014: 400–600, estimated",
        "A visitor: up to 800, estimated",
    ]
    assert page.numbers.chart.rows()[1].accessibleDescription() == "Counts: boys who came A range."


def test_a_row_says_what_it_counts_where_that_differs_and_keeps_its_height_when_chosen(
    page: EvidencePage,
) -> None:
    page.show_item("estimate:n-1")
    QApplication.processEvents()
    rows = page.numbers.chart.rows()
    heights = [row.height() for row in rows]
    for row in rows:
        row.shown.emit()
    QApplication.processEvents()
    assert [row.height() for row in rows] == heights
    assert all(row.figure.counts in row.caption() for row in rows)


def test_what_is_counted_follows_keyboard_pointer_and_press(page: EvidencePage, qtbot: QtBot) -> None:
    page.show_item("estimate:n-1")
    register, kotkin, visitor = page.numbers.chart.rows()
    assert "boys on the roll" in page.numbers.note.told()
    register.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(register, Qt.Key.Key_Down)
    assert kotkin.hasFocus()
    assert "boys who came" in page.numbers.note.told()
    middle = QPointF(visitor.rect().center())
    QApplication.sendEvent(visitor, QEnterEvent(middle, middle, QPointF(visitor.mapToGlobal(middle))))
    assert "everyone in the house" in page.numbers.note.told()
    QApplication.sendEvent(visitor, QEvent(QEvent.Type.Leave))
    qtbot.mouseClick(register, Qt.MouseButton.LeftButton)
    assert "boys on the roll" in page.numbers.note.told()


def test_a_row_reached_by_arrow_keys_is_brought_into_sight(page: EvidencePage, qtbot: QtBot) -> None:
    page.resize(1300, 330)
    page.show_item("estimate:n-1")
    QApplication.processEvents()
    first, second, last = page.numbers.chart.rows()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_the_table_says_what_the_chart_shows(page: EvidencePage, qtbot: QtBot) -> None:
    page.show_item("estimate:n-1")
    qtbot.mouseClick(page.numbers.as_table, Qt.MouseButton.LeftButton)
    assert page.numbers.sheet.isVisible()
    assert not page.numbers.chart.isVisible()
    model = page.numbers.sheet.figures
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads[:5] == ["Author", "Year", "Figure", "Kind", "What is counted"]
    cells = [model.index(1, n).data() for n in range(5)]
    assert cells == ["Kotkin", "2014", "400–600", "estimated", "boys who came"]


def test_a_citation_is_copied_as_it_reads(page: EvidencePage, qtbot: QtBot, evidence: Evidence) -> None:
    source = evidence.sources[0]
    page.show_item(f"source:{source.id}")
    qtbot.mouseClick(page.citation.copy_one, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == source.citation
    assert page.citation.copy_one.accessibleName() == "Copied"
    page.show_item(f"source:{evidence.sources[1].id}")
    assert page.citation.copy_one.accessibleName() == "Copy the citation"


def test_the_whole_list_is_copied_as_far_as_it_is_shown(
    page: EvidencePage, qtbot: QtBot, evidence: Evidence
) -> None:
    page.show_tab("source")
    assert page.citation.copy_list.accessibleName() == "Copy the list (3)"
    qtbot.mouseClick(page.citation.copy_list, Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "\n".join(each.citation for each in evidence.sources)
    assert "text-indent" in data.html() and "<em>" in data.html()
    primary = page.side.filters["source"].buttons["primary"]
    assert primary.accessibleName() == "Primary, 1"
    qtbot.mouseClick(primary, Qt.MouseButton.LeftButton)
    assert listed(page) == [each.citation for each in evidence.sources if each.is_primary]
    assert page.citation.copy_list.accessibleName() == "Copy the list (1)"
    page.side.field.setText("nothing at all")
    assert not page.citation.copy_list.isEnabled()


def test_a_primary_source_says_so_and_wears_a_mark(page: EvidencePage) -> None:
    page.show_tab("source")
    model = page.side.model
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert [each.endswith(", Primary source") for each in said] == [True, False, False]


def test_the_titles_of_books_are_slanted_in_the_list(evidence: Evidence) -> None:
    lines = lines_of(evidence)["source"]
    slanted = [[line.title[at : at + length] for at, length in line.italics] for line in lines]
    assert slanted == [[], ["Stalin: Paradoxes of Power, 1878–1928"], ["Stalin: Passage to Revolution"]]


def test_list_and_item_take_turns_in_a_narrow_window(page: EvidencePage, qtbot: QtBot) -> None:
    page.resize(500, 700)
    page.show_item("estimate:n-1")
    assert not page.side.isVisible()
    qtbot.mouseClick(page.numbers.back, Qt.MouseButton.LeftButton)
    assert page.side.isVisible()
    assert not page.items.isVisible()
    assert page.side.list.hasFocus()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [80, 200])
def test_no_row_of_a_chart_is_smaller_than_a_target(page: EvidencePage, theme: str, percent: int) -> None:
    look = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    page.set_appearance(look)
    page.show_item("estimate:n-1")
    QApplication.processEvents()
    rows = page.numbers.chart.rows()
    assert all(row.height() >= look.target for row in rows)
    assert all(row.rect().contains(row.mark().toRect()) for row in rows)
    assert not page.grab().isNull()


def test_a_tab_without_entries_shows_nothing_beside_its_list(page: EvidencePage, evidence: Evidence) -> None:
    page.set_evidence(replace(evidence, debates=(), tables=()))
    for tab, pane in (("debate", page.debate), ("estimate", page.numbers)):
        page.show_tab(tab)
        assert page.side.message.isVisible()
        assert not pane.isVisible()
    page.set_evidence(evidence)
    page.show_tab("debate")
    assert page.debate.isVisible()


def test_the_list_has_a_name_before_it_is_filled(qtbot: QtBot, fonts: None) -> None:
    page = EvidencePage(ItemPane(), ItemPane())
    qtbot.addWidget(page)
    assert page.side.list.accessibleName() == "Claims"
