"""The bar at the top."""

import pytest
from PySide6.QtGui import QFontMetrics

from historydesk.ui.shell.top_bar import LEAST_LETTERS, TopBar
from historydesk.ui.theme.fonts import register_fonts

TITLE = "A long and winding title of a pack"


@pytest.fixture
def bar(qtbot):
    register_fonts()
    made = TopBar("Ctrl+K")
    qtbot.addWidget(made)
    made.set_appearance(made._appearance)
    made.set_title(TITLE)
    made.resize(2000, made.height())
    made.show()
    return made


def test_a_title_is_whole_where_there_is_room(bar):
    assert bar.title.text() == TITLE
    assert bar.title.toolTip() == ""


def test_a_title_is_shortened_but_never_to_a_few_letters(qtbot, bar):
    seen = set()
    for width in range(1500, 560, -10):
        bar.resize(width, bar.height())
        seen.add(bar.title.text())
        assert bar.title.accessibleName() == TITLE
        fits = QFontMetrics(bar.title.font()).horizontalAdvance(bar.title.text()) <= bar.title.width()
        assert fits or not bar.title.text()
    assert "" in seen and any(text.endswith("…") for text in seen)
    assert not [text for text in seen if 0 < len(text) <= LEAST_LETTERS]
    assert bar.title.toolTip() == TITLE
