"""The style of a chapter's text as a rich-text style sheet."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont

from historydesk.ui.theme.appearance import FALLBACKS, Appearance

BODY_PX = 17.5
"""Size of the chapter's text at 100 %."""

MEASURE = 31.8
"""Width of the column in ems: 60–70 characters of Literata."""

ASIDE_PAD = 20
"""Space between the edge of an aside and its text, at 100 %."""


STYLED = frozenset({"list", "quote", "pull", "aside", "caution", "figure", "table"})
"""Kinds of passages with rules of their own."""


def points(pixels: float, dpi: int) -> float:
    """Pixels as points of a device: text documents take fractions of points, not of pixels."""
    return round(pixels * 72 / dpi, 2)


def line_px(appearance: Appearance) -> int:
    """Height of one line of the text."""
    return round(appearance.px(BODY_PX) * appearance.line_spacing)


def measure_px(appearance: Appearance) -> int:
    """Width of the column of text where there is room for it."""
    return round(appearance.px(BODY_PX) * MEASURE)


def body_font(appearance: Appearance, dpi: int) -> QFont:
    """The font of the text: old-style figures where the face has them."""
    font = QFont()
    family = appearance.reading_family()
    font.setFamilies([family, *FALLBACKS.get(family, ())])
    font.setPointSizeF(points(appearance.px(BODY_PX), dpi))
    font.setFeature(QFont.Tag("onum"), 1)
    return font


@lru_cache(maxsize=8)
def sheet(appearance: Appearance, dpi: int, kinds: frozenset[str] = STYLED) -> str:
    """Rules for the compiler's subset; sizes follow the appearance.

    Only the rules for these kinds of passages beside the common ones: each rule costs a little for each
    element.
    """
    rules = _Rules(appearance, dpi)
    parts = [rules.common()]
    if kinds & {"quote", "pull"}:
        parts.append(rules.quotes())
    if kinds & {"aside", "caution"}:
        parts.append(rules.boxes())
    if "list" in kinds or kinds & {"aside", "caution"}:
        parts.append(rules.lists())
    if "figure" in kinds:
        parts.append(rules.figures())
    if "table" in kinds:
        parts.append(rules.tables())
    return "".join(parts)


class _Rules:
    """The rules of one appearance on a device of ``dpi`` dots per inch."""

    def __init__(self, appearance: Appearance, dpi: int) -> None:
        self._color = appearance.theme.css
        self._px = appearance.px
        self._dpi = dpi
        self._line = line_px(appearance)
        family = appearance.interface_family()
        self._interface = ", ".join(f"'{name}'" for name in (family, *FALLBACKS[family]))

    def _pt(self, size: float) -> str:
        return f"{points(self._px(size), self._dpi)}pt"

    def _room(self, size: float) -> str:
        return f"{round(self._px(size))}px"

    def _lines(self, share: float) -> str:
        return f"line-height:{round(self._line * share)}px; -qt-line-height-type:fixed"

    def common(self) -> str:
        """Headings, paragraphs, references."""
        color, pt, room, lines = self._color, self._pt, self._room, self._lines
        return f"""
p {{ color:{color("ink")}; margin:0 0 {room(14)} 0; {lines(1)} }}
h1 {{ color:{color("ink")}; font-size:{pt(34)}; font-weight:700; margin:0 0 {room(4)} 0; {lines(1.5)} }}
h2 {{ color:{color("ink")}; font-size:{pt(24)}; font-weight:700;
  margin:{room(26)} 0 {room(10)} 0; {lines(1.15)} }}
h3 {{ color:{color("ink")}; font-size:{pt(18)}; font-weight:700;
  margin:{room(18)} 0 {room(8)} 0; {lines(1)} }}
p.kicker {{ color:{color("red")}; font-family:{self._interface}; font-size:{pt(12.5)}; font-weight:600;
  letter-spacing:{max(1, round(self._px(1)))}px; margin:0 0 {room(2)} 0; {lines(0.8)} }}
p.subtitle {{ color:{color("soft_ink")}; font-size:{pt(19)}; font-style:italic;
  margin:0 0 {room(18)} 0; {lines(1.1)} }}
p.question {{ color:{color("ink")}; margin:0 0 {room(18)} 0; {lines(1)} }}
a {{ color:{color("blue")}; text-decoration:none }}
a[href^="term:"] {{ color:{color("ink")} }}
a[href^="claim:"] {{ font-family:{self._interface}; font-size:{pt(14)}; font-weight:600 }}
a.cite, a.note {{ color:{color("red")}; font-family:{self._interface}; font-weight:600 }}
span.nobr {{ white-space:nowrap }}
"""

    def lists(self) -> str:
        """Lists."""
        return f"""
li {{ color:{self._color("ink")}; margin:0 0 {self._room(5)} 0; {self._lines(1)} }}
ul, ol {{ margin:0 0 {self._room(14)} 0 }}
"""

    def quotes(self) -> str:
        """Quotations and pull quotes; the view draws the rule beside them."""
        pad = self._room(ASIDE_PAD)
        return f"""
blockquote {{ margin:0 }}
div.quote p {{ margin-left:{pad}; margin-right:{pad} }}
div.pull p {{ margin-left:{pad}; font-size:{self._pt(22)}; font-style:italic; {self._lines(1.2)} }}
"""

    def boxes(self) -> str:
        """Asides and content notes; the view draws the ground below them."""
        color, pt, room, lines, pad = self._color, self._pt, self._room, self._lines, self._room(ASIDE_PAD)
        return f"""
div.aside p, div.caution p {{ margin:0 {pad} {room(8)} {pad}; font-size:{pt(16)}; {lines(0.92)} }}
div.aside li, div.caution li {{ margin-right:{pad}; font-size:{pt(16)}; {lines(0.92)} }}
div.aside ul, div.caution ul, div.aside ol, div.caution ol {{ margin-left:{pad} }}
div.aside p.box-title, div.caution p.box-title {{ font-family:{self._interface}; font-size:{pt(13)};
  font-weight:600; margin-bottom:{room(4)}; {lines(0.85)} }}
div.aside p.box-title {{ color:{color("soft_ink")} }}
div.caution p.box-title {{ color:{color("red")} }}
"""

    def figures(self) -> str:
        """Figures with their captions."""
        return f"""
div.figure p {{ margin:{self._room(10)} 0 {self._room(20)} 0; text-align:center;
font-family:{self._interface};
  font-size:{self._pt(14)}; color:{self._color("soft_ink")};
  line-height:{round(self._line * 0.8)}px; -qt-line-height-type:minimum }}
"""

    def tables(self) -> str:
        """Tables with rules between the rows."""
        color, pt, room = self._color, self._pt, self._room
        return f"""
table {{ border-collapse:collapse; border:none; margin:{room(8)} 0 {room(20)} 0 }}
td, th {{ padding:{room(7)} {room(12)} {room(7)} 0; border-top:none; border-left:none; border-right:none;
  border-bottom:1px solid {color("rule")}; font-size:{pt(15.5)}; color:{color("ink")} }}
th {{ font-family:{self._interface}; font-size:{pt(13.5)}; font-weight:600; text-align:left;
  border-bottom:1px solid {color("edge")}; color:{color("soft_ink")} }}
td p, th p {{ margin:0; font-size:{pt(15.5)} }}
"""
