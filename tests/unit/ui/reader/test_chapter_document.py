"""A chapter as a text document."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from tests.unit.ui.reader.sample_chapter import make_chapter, railway

from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.figure_images import FigureImages
from historydesk.ui.reader.page_html import page_html
from historydesk.ui.reader.quotation import plain_text
from historydesk.ui.reader.text_column import Column
from historydesk.ui.theme import Appearance, load_theme

PAPER = Appearance(load_theme("paper"))


@pytest.fixture
def made(qtbot):
    device = QWidget()
    qtbot.addWidget(device)
    return ChapterDocument(
        make_chapter(), PAPER, FigureImages(railway), Column.within(660, PAPER, 120), device
    )


def test_it_begins_with_number_time_and_title(made):
    lines = made.text.toPlainText().split("\n")
    assert lines[:3] == ["CHAPTER 2 · 1894–1899", "Chapter 2", "A subtitle"]


def test_a_chapter_that_is_not_translated_says_so():
    assert "NOT TRANSLATED YET" not in page_html(make_chapter())
    assert "1894–1899 · NOT TRANSLATED YET</p>" in page_html(replace(make_chapter(), is_untranslated=True))


def test_every_passage_is_found_where_it_stands(made):
    for passage in made.chapter.passages:
        start, end = made.range_of(passage.id)
        assert made.passage_at(start) is passage
        assert made.passage_at(end) is passage
    assert made.passage_at(0) is None
    assert made.range_of("nowhere") is None


def test_references_come_in_reading_order_and_whole(made):
    first = made.references()[:4]
    assert [str(span.reference) for span in first] == [
        "place:gori",
        "term:seminary",
        "place:tbilisi",
        "source:kotkin2014",
    ]
    assert first[1].text == "seminary"


def test_references_of_a_passage(made):
    assert [str(span.reference) for span in made.references_of("read")] == ["source:memoirs"]
    assert made.references_of("nowhere") == []


def test_the_section_is_the_heading_above(made):
    assert made.section_at("opening") == ""
    assert made.section_at("calendar") == "What the school forbade"
    assert made.section_at("long-3") == "The observatory"


def test_the_column_has_60_to_70_characters(made):
    made.lay_out()
    start, _ = made.range_of("long-0")
    block = made.text.findBlock(start)
    lines = [block.layout().lineAt(n).textLength() for n in range(block.layout().lineCount() - 1)]
    assert 58 <= sum(lines) / len(lines) <= 72


def test_lines_keep_their_distance(made):
    made.lay_out()
    block = made.text.findBlock(made.range_of("long-0")[0])
    layout = block.layout()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(28, abs=0.1)


def test_figures_are_no_wider_than_the_column(made):
    image = made.text.resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("figure:figures/railway.png")
    )
    assert image.width() == 556


def test_nothing_outside_the_pack_is_loaded(made, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(railway("figures/railway.png"))
    for address in (secret.as_uri(), str(secret), "http://example.org/x.png", "figure:../../secret.png"):
        loaded = made.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        assert loaded is None or loaded.isNull()


def test_rectangles_of_words_in_indented_text_stand_on_the_words(made):
    made.lay_out()
    span = made.references_of("pulled")[0]
    (rect,) = made.rects(span.start, span.end)
    at = made.text.documentLayout().hitTest(
        rect.center(), pytest.importorskip("PySide6.QtCore").Qt.HitTestAccuracy.ExactHit
    )
    assert span.start <= at <= span.end


def test_a_narrow_view_narrows_the_column():
    assert Column.within(400, PAPER, 0) == Column(400, 24, 352, 0)


def test_citations_stay_together_with_their_word(qtbot):
    words = '<p>Argued about.<a class="cite" href="source:a"><sup>1</sup></a> <a class="cite" href="source:b"><sup>2</sup></a></p>'  # noqa: E501
    chapter = make_chapter()
    chapter = replace(chapter, passages=(replace(chapter.passages[0], html=words),))
    device = QWidget()
    qtbot.addWidget(device)
    made = ChapterDocument(chapter, PAPER, FigureImages(), Column.within(660, PAPER, 0), device)
    assert made.text.toRawText().endswith("about.\u20601\u2060, \u20602")
    assert [span.text for span in made.references()] == ["1", "2"]
    assert plain_text(made, *made.range_of("opening")) == "Argued about."


def test_no_ground_below_the_space_at_the_end_of_a_line(made):
    made.lay_out()
    start, end = made.range_of("long-0")
    right = made.column.left + made.column.width
    assert all(rect.right() <= right for rect in made.rects(start, end))


def test_a_picture_is_described_in_words(made):
    assert made.description_of("railway") == "A map"
    assert made.description_of("opening") == ""
