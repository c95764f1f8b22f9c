"""Themes: named colours read from ``resources/themes``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor

from historydesk import paths
from historydesk.errors import ResourceError

THEMES = ("paper", "gallery", "contrast")
"""The themes that ship, in the order settings list them."""

TOKENS = (
    *("page", "panel", "card", "ink", "soft_ink", "rule", "edge", "red", "blue", "ochre"),
    *("on_ink", "on_red", "on_blue", "on_ochre", "highlight", "hover", "focus", "shadow"),
    *("sea", "land", "state", "lake", "river", "coast", "border"),
)
"""Every colour a theme names."""


class Theme:
    """A set of colours, immutable; shared by all surfaces, owned by whoever loaded it."""

    __slots__ = ("_colors", "_texts", "is_dark", "name")

    def __init__(self, name: str, colors: dict[str, str], *, is_dark: bool) -> None:
        self.name = name
        self.is_dark = is_dark
        self._texts = colors
        self._colors = {token: QColor(text).rgba() for token, text in colors.items()}

    def color(self, token: str) -> QColor:
        """A colour of its own for the caller; raises ``KeyError`` for a word that is no token."""
        # QColor(QColor) makes PySide6 6.11 load every type it could convert: 14 ms at its first use.
        return QColor.fromRgba(self._colors[token])

    def css(self, token: str) -> str:
        """The colour as ``#RRGGBB`` or ``#AARRGGBB``, for a style sheet or rich text."""
        return self._texts[token]

    @property
    def is_high_contrast(self) -> bool:
        """Whether areas need lines, since their grounds are one colour."""
        return self._texts["page"] == self._texts["panel"]

    def __repr__(self) -> str:
        return f"Theme({self.name!r})"


def folder() -> Path:
    """Where themes are."""
    return paths.resources() / "themes"


def read_values(text: str) -> dict[str, str]:
    """The ``key = "value"`` lines of a theme file.

    Themes are TOML of this one shape. Reading it here spares the start the import of ``tomllib`` (13 ms
    inside PySide6); a test holds both readings equal for every theme that ships.
    """
    values = {}
    for line in text.splitlines():
        key, equals, rest = line.partition("=")
        if equals and not key.lstrip().startswith("#"):
            values[key.strip()] = rest.split('"')[1]
    return values


@cache
def load_theme(name: str) -> Theme:
    """Read a theme by name; raises ``ResourceError`` when its file is missing or lacks a colour."""
    path = folder() / f"{name}.toml"
    try:
        values = read_values(path.read_text(encoding="utf-8"))
        colors = {token: values[token] for token in TOKENS}
    except OSError as error:
        raise ResourceError(
            f"The theme “{name}” is missing.", "Choose another theme or reinstall the program.", path=path
        ) from error
    except (KeyError, IndexError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"The theme “{name}” is damaged ({error}).",
            "Choose another theme or reinstall the program.",
            path=path,
        ) from error
    return Theme(values.get("name", name), colors, is_dark=values.get("dark") == "yes")
