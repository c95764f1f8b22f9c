"""From the person's settings to an appearance, and the commands that change it."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from historydesk.errors import ResourceError
from historydesk.services.policy import Policy
from historydesk.services.settings import Settings
from historydesk.ui.theme import THEMES, Appearance, Theme, apply, load_theme

LOOKS = frozenset({"text_percent", "line_spacing", "theme", "reading_font", "reduced_motion"})
"""Settings that change what is drawn."""


class Looks(QObject):
    """The appearance of the window as the settings ask for it; owned by the window, which dresses its parts."""

    changed = Signal(object)
    """The new ``Appearance``; the application's own controls have it already."""

    def __init__(self, settings: Settings, policy: Policy, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._policy = settings, policy
        self.appearance = appearance
        settings.changed.connect(self._on_setting_changed)

    @Slot()
    def larger(self) -> None:
        """Larger text."""
        self._settings.step("text_percent", 1)

    @Slot()
    def smaller(self) -> None:
        """Smaller text."""
        self._settings.step("text_percent", -1)

    @Slot()
    def normal_size(self) -> None:
        """Text as designed."""
        self._settings.step("text_percent", 0)

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        if key not in LOOKS:
            return
        before, self.appearance = self.appearance, appearance_of(self._settings, self._policy)
        application = QApplication.instance()
        if isinstance(application, QApplication) and _controls_differ(before, self.appearance):
            apply(application, self.appearance)
        self.changed.emit(self.appearance)


def appearance_of(settings: Settings, policy: Policy) -> Appearance:
    """How things look now; what the person never chose follows the system's wish for contrast and calm."""
    theme = settings.text("theme")
    calm = settings.switch("reduced_motion")
    if not (settings.is_chosen("theme") and settings.is_chosen("reduced_motion")):
        high, still = _system_wishes()
        if high and not settings.is_chosen("theme"):
            theme = "contrast"
        calm = calm or (still and not settings.is_chosen("reduced_motion"))
    return Appearance(
        _theme(theme),
        text_percent=round(settings.number("text_percent")),
        line_spacing=settings.number("line_spacing"),
        reading_font=settings.text("reading_font"),
        reduced_motion=calm,
        target=policy.target,
    )


def _theme(name: str) -> Theme:
    """A theme, or any other that is there when its file is missing; raises ``ResourceError`` without any."""
    try:
        return load_theme(name)
    except ResourceError:
        for other in THEMES:
            with contextlib.suppress(ResourceError):
                return load_theme(other)
        raise


def _system_wishes() -> tuple[bool, bool]:
    """Whether the system asks for high contrast and for less motion."""
    hints = QGuiApplication.styleHints()
    wishes = getattr(hints, "accessibility", lambda: None)()
    if wishes is None:
        return False, False
    contrast = wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
    motion = getattr(wishes, "motionPreference", None)
    return contrast, motion is not None and motion().name == "ReducedMotion"


def _controls_differ(before: Appearance, after: Appearance) -> bool:
    """Whether style sheet, palette or interface font change (reading font and spacing are not in them)."""
    return (before.theme, before.text_percent) != (after.theme, after.text_percent)
