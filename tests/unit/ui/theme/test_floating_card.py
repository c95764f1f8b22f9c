"""What floats stands out from what it covers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import THEMES, load_theme
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard


@pytest.mark.parametrize("name", THEMES)
def test_a_card_has_its_ground_a_line_and_a_clear_edge(qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    colors = window.palette()
    colors.setColor(colors.ColorRole.Window, theme.color("page"))
    window.setPalette(colors)
    card = FloatingCard(load_theme("paper"), window)
    card.set_theme(theme)
    card.setGeometry(20, 20, 260, 160)
    window.show()
    image = window.grab().toImage()
    assert image.pixelColor(150, 100) == theme.color("card")
    line = theme.color("edge" if theme.is_high_contrast else "rule")
    assert line.rgb() in {image.pixel(20 + SHADOW + d, 100) for d in (0, 1)}
    below = image.pixelColor(150, 20 + 160 - SHADOW + 3)
    if theme.is_high_contrast:
        assert below == theme.color("page")
    else:
        assert below.lightness() < theme.color("page").lightness()
