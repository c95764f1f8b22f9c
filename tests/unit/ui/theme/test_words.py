"""Words wrap, balance and keep their tails."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from historydesk.ui.theme.appearance import face
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words


def words(qtbot: QtBot, text: str, *, balanced: bool = False, line_height: float = 1.1) -> Words:
    register_fonts()
    label = Words(text)
    qtbot.addWidget(label)
    label.set_look(face("Literata", 40, weight=700), QColor(0, 0, 0), line_height, balanced=balanced)
    return label


def test_narrower_is_higher(qtbot: QtBot) -> None:
    label = words(qtbot, "How a town came to the sea and what it cost")
    assert label.heightForWidth(200) > label.heightForWidth(400) > label.heightForWidth(2000)


def test_a_word_wider_than_the_column_is_broken_not_cut(qtbot: QtBot) -> None:
    label = words(qtbot, "Extraordinarilylongword")
    assert label.heightForWidth(120) >= 3 * 44


def test_tails_and_accents_stay_inside(qtbot: QtBot) -> None:
    label = words(qtbot, "Ågy", line_height=1.0)
    label.resize(200, label.heightForWidth(200))
    image = label.grab().toImage()
    ground = image.pixel(199, 0)
    for y in (0, image.height() - 1):
        assert all(image.pixel(x, y) == ground for x in range(image.width()))


def test_balanced_lines_are_about_equally_long(qtbot: QtBot) -> None:
    label = words(qtbot, "Stalin’s Rise to Power", balanced=True)
    layout, _ = label._lay_out(380)
    lengths = [layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())]
    assert len(lengths) == 2
    assert max(lengths) < 340


def test_empty_words_take_no_room(qtbot: QtBot) -> None:
    label = Words()
    qtbot.addWidget(label)
    label.set_look(QFont("Inter", 12), QColor(0, 0, 0))
    assert label.heightForWidth(100) < 40


def test_balanced_lines_are_as_high_as_those_it_was_measured_with(qtbot: QtBot) -> None:
    label = words(qtbot, "A long title that needs several lines in a narrow column", balanced=True)
    for width in (200, 320, 640):
        assert label.heightForWidth(width) == label._lay_out(width)[1]
