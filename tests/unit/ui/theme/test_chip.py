"""A verdict is told by its word, and its ground can be told from the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.chip import VERDICT_TOKENS, Chip, chip_size, paint_mark


@pytest.mark.parametrize("verdict", VERDICT_TOKENS)
@pytest.mark.parametrize("name", THEMES)
def test_a_chip_has_its_ground_and_its_word(qtbot: QtBot, verdict: str, name: str) -> None:
    appearance = replace(default_appearance(), theme=load_theme(name))
    chip = Chip()
    qtbot.addWidget(chip)
    chip.set_appearance(appearance)
    chip.set_verdict(verdict, "Wort")
    assert chip.text() == "Wort"
    chip.resize(chip.sizeHint())
    image = chip.grab().toImage()
    ground = VERDICT_TOKENS[verdict][0]
    if ground:
        assert image.pixelColor(8, image.height() // 2) == appearance.theme.color(ground)


def test_every_verdict_has_a_mark_of_its_own_shape(qapp: object) -> None:
    drawn = []
    for verdict in VERDICT_TOKENS:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_mark(painter, QRectF(4, 4, 16, 16), verdict, QColor("black"))
        painter.end()
        drawn.append(bytes(image.constBits()))
    assert len(set(drawn)) == len(VERDICT_TOKENS)


def test_a_chip_grows_with_its_word_and_the_text_size(qapp: object) -> None:
    appearance = default_appearance()
    assert chip_size(appearance, "Imprecise").width() > chip_size(appearance, "Wrong").width()
    large = replace(appearance, text_percent=200)
    assert chip_size(large, "Wrong").height() > chip_size(appearance, "Wrong").height()
