"""Widgets that show the chapter made by hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from tests.unit.ui.reader.sample_chapter import make_chapter, make_summary, railway, settle

from historydesk.domain.chapter import Chapter
from historydesk.ui.reader.chapter_view import ChapterView
from historydesk.ui.reader.reader_page import ReaderPage
from historydesk.ui.theme.fonts import register_fonts


@pytest.fixture(autouse=True)
def _fonts(qapp):
    register_fonts()


@pytest.fixture
def chapter() -> Chapter:
    return make_chapter()


@pytest.fixture
def view(qtbot, chapter) -> ChapterView:
    made = ChapterView()
    qtbot.addWidget(made)
    made.set_figure_loader(railway)
    made.resize(668, 560)
    made.show()
    qtbot.waitExposed(made)
    made.set_chapter(chapter)
    settle(qtbot, made)
    return made


@pytest.fixture
def page(qtbot, chapter) -> ReaderPage:
    made = ReaderPage(QWidget(), QWidget())
    qtbot.addWidget(made)
    made.view.set_figure_loader(railway)
    made.resize(1366, 712)
    made.set_contents(10, [make_summary(n, "Origins" if n < 4 else "Rise") for n in range(1, 11)])
    made.show()
    qtbot.waitExposed(made)
    made.set_chapter(chapter)
    settle(qtbot, made.view)
    qtbot.waitUntil(lambda: not made._beside.isActive())
    assert made.view.current_passage == "opening"
    return made
