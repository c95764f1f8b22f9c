"""One row per kind of setting: a number, a choice, a switch."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from historydesk.errors import ResourceError
from historydesk.services.settings import Setting, Value, words
from historydesk.ui.settings.choice_button import RING, ChoiceButton
from historydesk.ui.theme import Appearance, load_theme
from historydesk.ui.theme.appearance import READING_FACES, face
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words

FINE = 8
"""A number with more steps than this gets a slider as well."""

SCALE = 100
"""Slider positions per unit, where a number has parts."""


class SettingRow(QWidget):
    """The row of one setting; base of all kinds, owned by ``SettingsPanel``."""

    value_chosen = Signal(str, object)

    def __init__(self, setting: Setting, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self._appearance = appearance
        self._title = Words(words(setting.title), self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def set_value(self, value: object) -> None:
        """Show a value; nothing is emitted."""

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._title.set_look(appearance.interface_face(14, weight=600), appearance.theme.color("ink"), 1.3)


class _Slider(QSlider):
    """A slider that leaves the wheel to the panel, which scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not mine."""
        event.ignore()


class NumberRow(SettingRow):
    """Less, the number, more; with a slider when there are many steps."""

    def __init__(self, setting: Setting, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(setting, appearance, parent)
        self._value: float = float(setting.default)
        name = words(setting.title)
        self._less = self._button(self.tr("{name}: less").format(name=name), -1)
        self._number = QLabel(self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = self._button(self.tr("{name}: more").format(name=name), 1)
        self._slider: QSlider | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        if (setting.high - setting.low) / setting.step > FINE:
            head.addWidget(self._number)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(self._less)
            slider = self._build_slider(name)
            line.addWidget(slider, 1)
            line.addWidget(self._more)
            self._rows.addLayout(head)
            self._rows.addLayout(line)
            self.setTabOrder(self._less, slider)
            self.setTabOrder(slider, self._more)
        else:
            for widget in (self._less, self._number, self._more):
                head.addWidget(widget)
            self._rows.addLayout(head)
        self.set_appearance(appearance)
        self.set_value(setting.default)

    def _button(self, name: str, direction: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "secondary")
        button.setAccessibleName(name)
        button.setAccessibleDescription(words(self.setting.description))
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.clicked.connect(partial(self._step, direction))
        return button

    def _build_slider(self, name: str) -> QSlider:
        self._slider = slider = _Slider(Qt.Orientation.Horizontal, self)
        slider.setRange(self._position(self.setting.low), self._position(self.setting.high))
        slider.setSingleStep(max(1, self._position(self.setting.step)))
        slider.setPageStep(2 * slider.singleStep())
        slider.setAccessibleName(name)
        slider.setAccessibleDescription(words(self.setting.description))
        slider.valueChanged.connect(self._on_slid)
        slider.sliderReleased.connect(self._on_released)
        return slider

    def _position(self, value: float) -> int:
        return round(value) if isinstance(self.setting.default, int) else round(value * SCALE)

    def _fitted(self, value: float) -> Value:
        return self.setting.parse(str(value))

    def set_value(self, value: object) -> None:
        """Show a number."""
        if not isinstance(value, (int, float)):
            return
        self._value = float(self._fitted(value))
        self._number.setText(self._text(self._value))
        for button, at_end, other in (
            (self._less, self._value <= self.setting.low, self._more),
            (self._more, self._value >= self.setting.high, self._less),
        ):
            if at_end and button.hasFocus():
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(not at_end)
        if self._slider is not None and not self._slider.isSliderDown():
            self._slider.blockSignals(True)
            self._slider.setValue(self._position(self._value))
            self._slider.blockSignals(False)

    def _text(self, value: float) -> str:
        locale = self.locale()
        number = locale.toString(round(value)) if self._is_whole() else locale.toString(value, "f", 1)
        return f"{number}{self.setting.unit}".replace(" ", "\u00a0")

    def _is_whole(self) -> bool:
        return isinstance(self.setting.default, int)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        super().set_appearance(appearance)
        side = max(appearance.target, round(appearance.chrome_px(40)))
        mark = round(appearance.chrome_px(18))
        for button, name in ((self._less, "minus"), (self._more, "plus")):
            button.setStyleSheet(f"padding: 0; min-height: {side - 2}px; min-width: {side - 2}px;")
            button.setFixedSize(side + 8, side)
            button.setIcon(icon(name, appearance.theme.color("ink"), mark))
            button.setIconSize(QSize(mark, mark))
        font = appearance.interface_face(15, weight=500)
        self._number.setFont(font)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("200\u00a0%") + 8)

    def _choose(self, value: float) -> None:
        fitted = self._fitted(value)
        if float(fitted) != self._value:
            self.set_value(fitted)
            self.value_chosen.emit(self.setting.key, fitted)

    def _step(self, direction: int) -> None:
        self._choose(self._value + direction * self.setting.step)

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        value = position if self._is_whole() else position / SCALE
        if self._slider is not None and self._slider.isSliderDown():
            # The panel grows with the text: under a moving finger it must stand still.
            self._number.setText(self._text(float(self._fitted(value))))
            return
        self._choose(value)
        self.set_value(self._value)

    @Slot()
    def _on_released(self) -> None:
        if self._slider is not None:
            self._on_slid(self._slider.value())


class ChoiceRow(SettingRow):
    """Buttons side by side, one of them chosen; each shows what it chooses."""

    def __init__(self, setting: Setting, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(setting, appearance, parent)
        self._buttons: dict[str, ChoiceButton] = {}
        self._group = QWidget(self)
        self._flow = FlowLayout(self._group, gap=2, row_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._group.setSizePolicy(policy)
        outer = QVBoxLayout()
        outer.setContentsMargins(-RING, 0, -RING, 0)
        outer.addWidget(self._group)
        self._rows.addWidget(self._title)
        self._rows.addLayout(outer)
        self.set_choices(tuple((value, words(title)) for value, title in setting.choices))

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """The values with what their buttons say."""
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for value, title in choices:
            button = ChoiceButton(title, self._appearance, self._group)
            button.setAccessibleDescription(words(self.setting.title))
            button.clicked.connect(partial(self._on_clicked, value))
            self._buttons[value] = button
            self._flow.addWidget(button)
            button.show()
        self.set_appearance(self._appearance)

    def set_value(self, value: object) -> None:
        """Show which one is chosen."""
        for each, button in self._buttons.items():
            button.setChecked(each == value)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw: themes in their own colours, fonts in their own face."""
        super().set_appearance(appearance)
        plain = appearance.interface_face(14.5)
        for value, button in self._buttons.items():
            if self.setting.key == "theme":
                try:
                    theme = load_theme(value)
                except ResourceError:
                    button.setEnabled(False)
                    theme = appearance.theme
                button.set_look(appearance, appearance.interface_face(13.5, weight=500), theme)
            elif self.setting.key == "reading_font":
                family = READING_FACES.get(value, "Inter")
                size = 13 if value == "dyslexic" else 15.5
                button.set_look(appearance, face(family, appearance.chrome_px(size)))
            else:
                button.set_look(appearance, plain)
            button.setMinimumHeight(0)
        tallest = max((button.sizeHint().height() for button in self._buttons.values()), default=0)
        for button in self._buttons.values():
            button.setMinimumHeight(tallest)
        self._flow.invalidate()

    def _on_clicked(self, value: str) -> None:
        self.set_value(value)
        self.value_chosen.emit(self.setting.key, value)


class SwitchRow(SettingRow):
    """A check box with a line that says what it does."""

    def __init__(self, setting: Setting, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(setting, appearance, parent)
        self._title.hide()
        self._box = QCheckBox(words(setting.title), self)
        self._box.setAccessibleName(words(setting.title))
        self._box.setAccessibleDescription(words(setting.description))
        self._box.clicked.connect(self._on_clicked)
        self._about = Words(words(setting.description), self)
        self._rows.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(-6, 0, 0, 0)
        line.addWidget(self._box)
        self._rows.addLayout(line)
        self._rows.addWidget(self._about)
        self.set_appearance(appearance)

    def set_value(self, value: object) -> None:
        """Show whether it is on."""
        self._box.setChecked(bool(value))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        super().set_appearance(appearance)
        self._about.set_look(appearance.interface_face(13), appearance.theme.color("soft_ink"), 1.35)

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:
        self.value_chosen.emit(self.setting.key, on)
