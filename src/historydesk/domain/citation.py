"""The styles in which sources are cited."""

from __future__ import annotations

import re
from html import unescape
from typing import Literal

CitationStyle = Literal["chicago", "apa", "mla"]

STYLES: tuple[CitationStyle, ...] = ("chicago", "apa", "mla")
"""Every style a pack holds; the first is shown unless another was chosen."""

STYLE_NAMES: dict[CitationStyle, str] = {"chicago": "Chicago", "apa": "APA", "mla": "MLA"}
"""What a style is called: a name, the same in every language."""


_MARKUP = re.compile(r"<[^>]*>")


def entry_words(html: str) -> str:
    """An entry of a bibliography in plain words."""
    return " ".join(unescape(_MARKUP.sub("", html)).split())


def style_named(name: str) -> CitationStyle:
    """A style by its name in settings; the first for a name that is none."""
    return next((style for style in STYLES if style == name), STYLES[0])
