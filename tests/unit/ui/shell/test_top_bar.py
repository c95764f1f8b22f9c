"""The bar at the top."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from historydesk.ui.shell.top_bar import LEAST_LETTERS, LEAST_NAV, TopBar
from historydesk.ui.theme import default_appearance, stylesheet
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


@pytest.mark.parametrize("percent", [100, 200])
def test_the_names_of_the_screens_are_never_cut(qtbot, bar, percent):
    appearance = replace(default_appearance(), text_percent=percent)
    bar.setStyleSheet(stylesheet(appearance))
    bar.set_appearance(appearance)
    sizes = []
    for width in range(1400, 639, -20):
        bar.resize(width, bar.height())
        for button in bar.screens.values():
            assert button.width() >= button.sizeHint().width(), (width, button.text())
        sizes.append(bar.screens["read"].font().pixelSize())
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] >= LEAST_NAV
    bar.resize(1400, bar.height())
    assert bar.screens["read"].font().pixelSize() == sizes[0]
