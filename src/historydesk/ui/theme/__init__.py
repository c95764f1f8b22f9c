"""Colours, type and controls: what every surface paints with."""

from historydesk.ui.theme.appearance import Appearance, default_appearance
from historydesk.ui.theme.sheet import apply, palette, stylesheet
from historydesk.ui.theme.theme import THEMES, TOKENS, Theme, load_theme

__all__ = [
    "THEMES",
    "TOKENS",
    "Appearance",
    "Theme",
    "apply",
    "default_appearance",
    "load_theme",
    "palette",
    "stylesheet",
]
