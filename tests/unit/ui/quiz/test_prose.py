"""What is written in questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from historydesk.ui.quiz.prose import Prose
from historydesk.ui.theme import default_appearance

WORD = "Rindfleischetikettierungs&amp;überwachungsaufgabenübertragungsgesetz"


def _widest(prose: Prose) -> float:
    """How wide the words need to be drawn in the label's width."""
    document = QTextDocument()
    document.setDefaultFont(prose.font())
    document.setDocumentMargin(0)
    document.setHtml(prose.text())
    document.setTextWidth(prose.width())
    return document.size().width()


@pytest.mark.parametrize("width", [120, 300])
def test_a_word_wider_than_the_column_is_broken_and_only_then(qtbot: QtBot, fonts: None, width: int) -> None:
    prose = Prose(None)  # type: ignore[arg-type]
    qtbot.addWidget(prose)
    appearance = default_appearance()
    prose.resize(2000, 100)
    html = f"<p>What is the <a href='term:{WORD}'>{WORD}</a>?</p>"
    prose.set_html(html, appearance.reading_face(21), appearance)
    prose.show()
    assert WORD in prose.text()
    prose.resize(width, 400)
    qtbot.waitUntil(lambda: _widest(prose) <= width + 1)
    assert f"term:{WORD}" in prose.text()
    assert (
        prose.accessibleName()
        == "What is the Rindfleischetikettierungs&überwachungsaufgabenübertragungsgesetz ?"
    )
    assert prose.html() == html
    prose.resize(2000, 100)
    qtbot.waitUntil(lambda: f">{WORD}<" in prose.text())
    assert prose.textFormat() == Qt.TextFormat.RichText
