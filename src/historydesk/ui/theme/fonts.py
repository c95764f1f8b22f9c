"""The fonts that ship with the program."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from historydesk import paths
from historydesk.ui.theme.appearance import FALLBACKS

FIRST_SCREEN = (
    "literata/Literata-Regular.ttf",
    "literata/Literata-Italic.ttf",
    "literata/Literata-SemiBold.ttf",
    "literata/Literata-Bold.ttf",
    "inter/Inter-Regular.ttf",
    "inter/Inter-Medium.ttf",
    "inter/Inter-SemiBold.ttf",
    "inter/Inter-Bold.ttf",
    "noto/NotoSansGeorgian-Regular.ttf",
    "noto/NotoSerifGeorgian-Regular.ttf",
)
"""What home and a chapter need at once, below ``resources/fonts``."""

LATER = (
    "inter/Inter-Italic.ttf",
    "noto/NotoSansGeorgian-Bold.ttf",
    "noto/NotoSerifGeorgian-Bold.ttf",
    "noto/NotoSerifArmenian-Regular.ttf",
    "noto/NotoSansArmenian-Regular.ttf",
    "opendyslexic/OpenDyslexic-Regular.otf",
    "opendyslexic/OpenDyslexic-Bold.otf",
    "opendyslexic/OpenDyslexic-Italic.otf",
    "opendyslexic/OpenDyslexic-BoldItalic.otf",
)
"""What can wait until after the first screen (unless the person chose such a face)."""

_registered: dict[str, int] = {}


def register_fonts(first_screen_only: bool = False, *, reading_font: str = "literata") -> list[str]:
    """Make the shipped fonts known to Qt; call again without the flag after the first screen.

    Returns the files that are missing or unreadable (relative to ``resources/fonts``): the program goes on
    with the system's fonts, and the caller tells the person. Each file is registered once.
    """
    wanted: tuple[str, ...] = FIRST_SCREEN
    if not first_screen_only:
        wanted += LATER
    elif reading_font == "dyslexic":
        wanted += tuple(name for name in LATER if name.startswith("opendyslexic/"))
    elif reading_font == "inter":
        wanted += ("inter/Inter-Italic.ttf",)
    missing = []
    folder = paths.resources() / "fonts"
    for name in wanted:
        if _registered.get(name, -1) < 0:
            path = folder / name
            _registered[name] = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
            if _registered[name] < 0:
                missing.append(name)
    for family, others in FALLBACKS.items():
        if not QFont.substitutes(family):
            QFont.insertSubstitutions(family, list(others))
    return missing
