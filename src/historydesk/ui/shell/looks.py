"""From the person's settings to an appearance."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from historydesk.errors import ResourceError
from historydesk.services.policy import Policy
from historydesk.services.settings import Settings
from historydesk.ui.theme import THEMES, Appearance, Theme, load_theme

LOOKS = frozenset({"text_percent", "line_spacing", "theme", "reading_font", "reduced_motion"})
"""Settings that change what is drawn."""


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
