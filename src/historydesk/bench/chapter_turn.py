"""Turning to another chapter (3,000 words, 60 links): ours, the floor and the ratio, medians of one run.

The floor is ``QTextBrowser.setHtml`` until the first paint of the same text without style; "prepared" is a
turn to a neighbour that was laid out ahead.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from historydesk.bench.measure import Figure, paired
from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.pack import ChapterSummary
from historydesk.ui.reader.chapter_view import ChapterView
from historydesk.ui.reader.page_html import page_html
from historydesk.ui.reader.reader_page import ReaderPage
from historydesk.ui.theme import apply, default_appearance
from historydesk.ui.theme.fonts import register_fonts

ROUNDS = 21
WORDS = (
    "the",
    "of",
    "and",
    "in",
    "was",
    "to",
    "he",
    "that",
    "had",
    "for",
    "party",
    "war",
    "city",
    "under",
    "years",
    "letter",
    "school",
    "many",
    "after",
    "against",
)
SCHEMES = ("term", "place", "person", "source")


def make_chapter(number: int, words: int = 3000, links: int = 60) -> Chapter:
    """A chapter of pseudo-text: 40 paragraphs, 5 of them headings' worth of lines shorter."""
    dice = random.Random(number)
    passages: list[Passage] = []
    per, linked = 50, 0
    for index in range(words // per):
        text = [dice.choice(WORDS) for _ in range(per)]
        if linked < links:
            spot = dice.randrange(per)
            text[spot] = f'<a href="{SCHEMES[linked % 4]}:item-{linked}">{text[spot]}</a>'
            linked += 1
        if index % 12 == 6:
            passages.append(
                Passage(f"h-{index}", len(passages), "heading", f"<h2>Part {index}</h2>", f"Part {index}")
            )
        body = " ".join(text).capitalize() if not text[0].startswith("<") else " ".join(text)
        passages.append(Passage(f"p-{index}", len(passages), "paragraph", f"<p>{body}.</p>", body))
    summary = ChapterSummary(
        f"ch-{number}", number, f"Chapter of words {number}", "", "part", "Part", words, 15, "1894–1899", 0, 0
    )
    before = f"ch-{number - 1}" if number > 1 else ""
    return Chapter(summary, tuple(passages), before, f"ch-{number + 1}", "Before", "After")


class _Floor(QTextBrowser):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True


def _timed(work: Callable[[], None], view: QWidget) -> float:
    start = time.perf_counter()
    work()
    view.repaint()
    spent = time.perf_counter() - start
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    return spent * 1000


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Milliseconds of both turns, medians."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    register_fonts()
    appearance = default_appearance()
    apply(application, appearance)
    chapters = [make_chapter(number) for number in range(1, 9)]
    texts = [page_html(chapter) for chapter in chapters]
    page = ReaderPage(QWidget(), QWidget())
    page.set_appearance(appearance)
    page.set_contents(len(chapters), [chapter.summary for chapter in chapters])
    page.resize(1366, 712)
    page.show()
    page.set_chapter(chapters[0])
    floor = _Floor()
    floor.setFont(appearance.reading_face(17.5))
    floor.resize(page.view.size())
    floor.show()
    QApplication.processEvents()
    view: ChapterView = page.view
    floors, turns, prepared = [], [], []
    for number in range(rounds + 2):
        chapter, html = chapters[2 * (number % 4)], texts[2 * (number % 4)]
        floors.append(_timed(lambda html=html: floor.setHtml(html), floor.viewport()))  # type: ignore[misc]
        view._neighbours.forget()
        turns.append(_timed(lambda chapter=chapter: page.set_chapter(chapter), view.viewport()))  # type: ignore[misc]
        neighbour = chapters[2 * (number % 4) + 1]
        view.prepare_neighbours((neighbour,))
        view._neighbours.prepare_next()
        assert view.is_prepared(neighbour.summary.id)
        prepared.append(_timed(lambda chapter=neighbour: page.set_chapter(chapter), view.viewport()))  # type: ignore[misc]
    page.close()
    floor.close()
    return [
        paired("chapter turn (3,000 words, 60 links)", turns[2:], floors[2:], 1.3, "ms"),
        paired("chapter turn, prepared neighbour", prepared[2:], floors[2:], 0.6, "ms"),
    ]
