"""The “Aa” panel: every setting by pointer and keyboard, and that it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from historydesk.domain.pack import Language
from historydesk.services.settings import SETTINGS, Setting
from historydesk.ui.settings.settings_panel import SettingsPanel
from historydesk.ui.theme import THEMES, default_appearance, load_theme, stylesheet
from historydesk.ui.theme.fonts import register_fonts

LANGUAGES = (Language("en", "English"), Language("ka", "ქართული"))


class Window(QWidget):
    """A window with a field and the panel."""

    def __init__(self, languages: tuple[Language, ...] = ()) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.panel = SettingsPanel(languages, self)


def window_of(qtbot: QtBot, languages: tuple[Language, ...] = ()) -> Window:
    register_fonts()
    window = Window(languages)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    window.panel.open_under(QRect(970, 8, 40, 40))
    return window


def controls(panel: SettingsPanel) -> list[QWidget]:
    found = [*panel.findChildren(QAbstractButton), *panel.findChildren(QAbstractSlider)]
    return [each for each in found if each.isVisible() and each.accessibleName()]


def control(panel: SettingsPanel, name: str) -> QWidget:
    return next(each for each in controls(panel) if each.accessibleName() == name)


def click(qtbot: QtBot, panel: SettingsPanel, name: str) -> None:
    qtbot.mouseClick(control(panel, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("Text size: more", "text_percent", 110),
        ("Text size: less", "text_percent", 90),
        ("Line spacing: more", "line_spacing", 1.7),
        ("Gallery", "theme", "gallery"),
        ("Inter", "reading_font", "inter"),
    ],
)
def test_a_click_says_what_was_chosen(qtbot: QtBot, name: str, key: str, value: object) -> None:
    window = window_of(qtbot)
    with qtbot.waitSignal(window.panel.setting_changed) as caught:
        click(qtbot, window.panel, name)
    assert caught.args == [key, value]


def test_less_motion_is_a_check_box(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    box = control(window.panel, "Less motion")
    assert isinstance(box, QCheckBox)
    with qtbot.waitSignal(window.panel.setting_changed) as caught:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert caught.args == ["reduced_motion", True]


def test_the_slider_moves_by_the_setting_s_step(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    with qtbot.waitSignal(window.panel.setting_changed) as caught:
        qtbot.keyClick(control(window.panel, "Text size"), Qt.Key.Key_Right)
    assert caught.args == ["text_percent", 110]


def test_values_are_shown_without_being_announced(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    with qtbot.assertNotEmitted(window.panel.setting_changed):
        window.panel.set_values({"text_percent": 200, "theme": "contrast", "reduced_motion": True, "x": 1})
    slider, chosen = control(window.panel, "Text size"), control(window.panel, "High contrast")
    assert isinstance(slider, QAbstractSlider)
    assert isinstance(chosen, QAbstractButton)
    assert slider.value() == 200
    assert chosen.isChecked()
    assert not control(window.panel, "Text size: more").isEnabled()


def test_the_last_step_leaves_the_keyboard_in_the_row(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.panel.set_values({"text_percent": 190})
    more = control(window.panel, "Text size: more")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is control(window.panel, "Text size: less")


def test_the_chosen_one_stays_chosen_when_clicked_again(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    click(qtbot, window.panel, "Paper")
    chosen = control(window.panel, "Paper")
    assert isinstance(chosen, QAbstractButton)
    assert chosen.isChecked()


def test_languages_are_offered_only_when_there_are_several(qtbot: QtBot) -> None:
    window = window_of(qtbot, LANGUAGES[:1])
    assert all(each.accessibleName() != "English" for each in controls(window.panel))
    window.panel.set_languages(LANGUAGES, "ka")
    current = control(window.panel, "ქართული")
    assert isinstance(current, QAbstractButton)
    assert current.isChecked()
    with qtbot.waitSignal(window.panel.setting_changed) as caught:
        click(qtbot, window.panel, "English")
    assert caught.args == ["language", "en"]


def test_rows_come_from_the_declarations(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.panel.set_settings((Setting("pace", "number", 3, "Pace", low=1, high=5), SETTINGS[4]))
    names = {each.accessibleName() for each in controls(window.panel)}
    assert names == {"Close", "Pace: less", "Pace: more", "Less motion"}


@pytest.mark.parametrize("way", ["Esc", "cross"])
def test_closing_gives_the_keyboard_back(qtbot: QtBot, way: str) -> None:
    window = window_of(qtbot)
    with qtbot.waitSignal(window.panel.closed):
        if way == "Esc":
            qtbot.keyClick(control(window.panel, "Text size: more"), Qt.Key.Key_Escape)
        else:
            control(window.panel, "Close").setFocus()
            click(qtbot, window.panel, "Close")
    assert not window.panel.isVisible()
    assert window.field.hasFocus()
    with qtbot.assertNotEmitted(window.panel.closed):
        window.panel.close_panel()


def test_tab_reaches_every_control_from_top_to_bottom(qtbot: QtBot) -> None:
    window = window_of(qtbot, LANGUAGES)
    expected = {each for each in controls(window.panel) if each.isEnabled()}
    seen: list[QWidget] = []
    current = QApplication.focusWidget()
    while isinstance(current, QWidget) and current not in seen and len(seen) < 40:
        seen.append(current)
        qtbot.keyClick(current, Qt.Key.Key_Tab)
        current = QApplication.focusWidget()
    assert expected <= set(seen)
    names = [each.accessibleName() for each in seen if each in expected]
    start = names.index("Text size: less")
    assert names[start : start + 5] == [
        "Text size: less",
        "Text size",
        "Text size: more",
        "Line spacing: less",
        "Line spacing: more",
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_fits_a_small_window_with_targets_of_full_size(qtbot: QtBot, theme: str, percent: int) -> None:
    window = window_of(qtbot, LANGUAGES)
    panel = window.panel
    look = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    window.setStyleSheet(stylesheet(look))
    panel.set_appearance(look)
    panel.place_under(QRect(970, 8, 40, 40))
    qtbot.waitUntil(lambda: panel.findChildren(QScrollArea)[0].viewport().height() > 100)
    card = panel.card_rect().translated(panel.pos())
    assert window.rect().contains(card)
    assert card.top() > 48
    scroll = panel.findChildren(QScrollArea)[0]
    for each in controls(panel):
        assert each.height() >= 40
        assert each.width() >= 40
        if each.accessibleName() != "Close":
            left = each.mapTo(scroll.viewport(), QPoint()).x()
            assert left >= 0
            assert left + each.width() <= scroll.viewport().width()
    panel.grab()
