"""How things look to this person: theme, sizes, faces, motion."""

from __future__ import annotations

from PySide6.QtGui import QFont

from historydesk.domain.values import dataclass
from historydesk.ui.theme.theme import Theme, load_theme

READING_FACES = {"literata": "Literata", "inter": "Inter", "dyslexic": "OpenDyslexic"}
"""Setting → font family of what is read."""

FALLBACKS = {
    "Literata": ("Noto Serif Georgian", "Noto Serif Armenian", "Inter"),
    "Inter": ("Noto Sans Georgian", "Noto Sans Armenian", "Literata"),
    "OpenDyslexic": ("Inter", "Noto Sans Georgian", "Noto Sans Armenian", "Literata"),
}
"""Family → families asked for the letters it lacks."""

MAX_CHROME = 1.4
"""Bars and buttons never grow beyond this, so that the window keeps room for reading."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Everything a surface needs to draw itself; given by the shell to each ``set_appearance``.

    ``target`` is the least side of a touch target in pixels (40 at a desk, 56 at a kiosk).
    """

    theme: Theme
    text_percent: int = 100
    line_spacing: float = 1.6
    reading_font: str = "literata"
    reduced_motion: bool = False
    target: int = 40

    def px(self, size: float) -> float:
        """Pixels of what is read (chapter, cards, contents, home) at the chosen text size."""
        return size * self.text_percent / 100

    def chrome_px(self, size: float) -> float:
        """Pixels of what is operated (bars, buttons): follows the text size, at most × 1.4."""
        return size * min(MAX_CHROME, max(0.9, self.text_percent / 100))

    def reading_family(self) -> str:
        """Family of what is read."""
        return READING_FACES.get(self.reading_font, "Literata")

    def interface_family(self) -> str:
        """Family of what is operated."""
        return "Inter"

    def reading_face(self, size: float, *, weight: int = 400, italic: bool = False) -> QFont:
        """A font of what is read; ``size`` in pixels at 100 %, weight 400, 600 or 700."""
        return face(self.reading_family(), self.px(size), weight=weight, italic=italic)

    def interface_face(self, size: float, *, weight: int = 400, chrome: bool = True) -> QFont:
        """A font of what is operated (``chrome``) or of labels in what is read; ``size``: pixels at 100 %."""
        pixels = self.chrome_px(size) if chrome else self.px(size)
        return face(self.interface_family(), pixels, weight=weight)

    def motion(self, milliseconds: int) -> int:
        """The length of a movement; 0 when the person asked for none."""
        return 0 if self.reduced_motion else milliseconds


def face(family: str, pixels: float, *, weight: int = 400, italic: bool = False) -> QFont:
    """A font with its fallbacks for Georgian, Armenian and phonetic letters."""
    font = QFont()
    font.setFamilies([family, *FALLBACKS.get(family, ())])
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    return font


def default_appearance() -> Appearance:
    """Paper at 100 %."""
    return Appearance(load_theme("paper"))
