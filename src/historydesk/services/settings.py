"""The settings: each declared once, with its range and its words."""

from __future__ import annotations

from math import isnan
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from historydesk.domain.citation import STYLE_NAMES, STYLES
from historydesk.domain.values import dataclass
from historydesk.services.marking import QT_TRANSLATE_NOOP

Kind = Literal["number", "choice", "switch", "hidden"]
Value = int | float | bool | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting. ``choices`` are (value, title); titles and description are strings for tr."""

    key: str
    kind: Kind
    default: Value
    title: str = ""
    description: str = ""
    low: float = 0
    high: float = 0
    step: float = 1
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def parse(self, text: str) -> Value:
        """A stored value, brought into range; the default when it makes no sense."""
        if self.kind == "switch":
            return text == "1"
        if self.kind == "choice" and self.choices:
            return text if any(text == value for value, _ in self.choices) else self.default
        if self.kind != "number":
            return text
        try:
            number = float(text)
        except ValueError:
            return self.default
        if isnan(number):
            return self.default
        number = self.low + round((min(max(number, self.low), self.high) - self.low) / self.step) * self.step
        return round(number) if isinstance(self.default, int) else round(number, 2)

    def format(self, value: Value) -> str:
        """How a value is stored."""
        if isinstance(value, bool):
            return "1" if value else "0"
        return str(value)


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "text_percent", "number", 100, QT_TRANSLATE_NOOP("Settings", "Text size"),
        QT_TRANSLATE_NOOP("Settings", "Size of what is read; bars and buttons grow less."),
        low=80, high=200, step=10, unit=" %",
    ),
    Setting(
        "line_spacing", "number", 1.6, QT_TRANSLATE_NOOP("Settings", "Line spacing"),
        QT_TRANSLATE_NOOP("Settings", "Distance of the lines of a chapter."),
        low=1.3, high=2.0, step=0.1,
    ),
    Setting(
        "theme", "choice", "paper", QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "Light paper, a dark gallery, or white and yellow on black."),
        choices=(
            ("paper", QT_TRANSLATE_NOOP("Settings", "Paper")),
            ("gallery", QT_TRANSLATE_NOOP("Settings", "Gallery")),
            ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
        ),
    ),
    Setting(
        "reading_font", "choice", "literata", QT_TRANSLATE_NOOP("Settings", "Reading font"),
        QT_TRANSLATE_NOOP("Settings", "The letters of chapters and cards; OpenDyslexic has heavier feet."),
        choices=(("literata", "Literata"), ("inter", "Inter"), ("dyslexic", "OpenDyslexic")),
    ),
    Setting(
        "reduced_motion", "switch", False, QT_TRANSLATE_NOOP("Settings", "Less motion"),
        QT_TRANSLATE_NOOP("Settings", "The map jumps instead of flying; nothing slides or fades."),
    ),
    Setting(
        "language", "choice", "", QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Language of the text; what is not translated stays as it is."),
    ),
    Setting(
        "citations", "choice", STYLES[0], QT_TRANSLATE_NOOP("Settings", "Citations"),
        QT_TRANSLATE_NOOP("Settings", "How sources are written, here and where you paste them."),
        choices=tuple((style, STYLE_NAMES[style]) for style in STYLES),
    ),
    Setting("geometry", "hidden", ""),
    Setting("contents_shown", "hidden", ""),
    Setting("old_style", "hidden", ""),
    Setting("glossary_order", "hidden", ""),
    Setting("practice_front", "hidden", "term"),
)  # fmt: skip
"""Every setting, in the order the panel shows them."""

BY_KEY = {setting.key: setting for setting in SETTINGS}


def words(source: str) -> str:
    """A title or description of a setting in the interface language."""
    return QCoreApplication.translate("Settings", source)


class Settings(QObject):
    """The person's choices; owned by the composition root, which loads and stores them."""

    changed = Signal(str, object)

    def __init__(self, stored: dict[str, str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, Value] = {setting.key: setting.default for setting in SETTINGS}
        self._chosen: set[str] = set()
        self.load(stored or {})

    def load(self, stored: dict[str, str]) -> None:
        """Take stored values; unknown keys and values out of range change nothing."""
        for key, text in stored.items():
            if key in BY_KEY:
                self._values[key] = BY_KEY[key].parse(text)
                self._chosen.add(key)

    def is_chosen(self, key: str) -> bool:
        """Whether the person (or an earlier session) set it, rather than the default."""
        return key in self._chosen

    def values(self) -> dict[str, Value]:
        """All values by key."""
        return dict(self._values)

    def set(self, key: str, value: Value) -> None:
        """Choose a value; raises ``KeyError`` for a key that is not declared."""
        setting = BY_KEY[key]
        fitted = setting.parse(setting.format(value))
        if fitted != self._values[key] or key not in self._chosen:
            self._values[key] = fitted
            self._chosen.add(key)
            self.changed.emit(key, fitted)

    def step(self, key: str, direction: int) -> None:
        """Move a number by its step; 0 means back to the default."""
        setting = BY_KEY[key]
        current = self._values[key]
        if isinstance(current, (int, float)):
            self.set(key, setting.default if direction == 0 else current + direction * setting.step)

    def text(self, key: str) -> str:
        """A value that is words."""
        return str(self._values[key])

    def number(self, key: str) -> float:
        """A value that is a number."""
        return float(self._values[key])

    def switch(self, key: str) -> bool:
        """A value that is yes or no."""
        return bool(self._values[key])
