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


@lru_cache(maxsize=4)
def sheet(appearance: Appearance, dpi: int) -> str:
    """Rules for everything in the compiler's subset; sizes follow the appearance."""
    color = appearance.theme.css
    px = appearance.px
    line = line_px(appearance)
    interface = ", ".join(
        f"'{name}'" for name in (appearance.interface_family(), *FALLBACKS[appearance.interface_family()])
    )

    def pt(size: float) -> str:
        return f"{points(px(size), dpi)}pt"

    def px0(size: float) -> str:
        return f"{round(px(size))}px"

    def lines(share: float) -> str:
        return f"line-height:{round(line * share)}px; -qt-line-height-type:fixed"

    gap = px0(14)
    pad = px0(ASIDE_PAD)
    return f"""
p, li {{ color:{color("ink")}; margin:0 0 {gap} 0; {lines(1)} }}
li {{ margin-bottom:{px0(5)} }}
ul, ol {{ margin:0 0 {gap} 0 }}
h1 {{ color:{color("ink")}; font-size:{pt(34)}; font-weight:700; margin:0 0 {px0(4)} 0; {lines(1.5)} }}
h2 {{ color:{color("ink")}; font-size:{pt(24)}; font-weight:700; margin:{px0(26)} 0 {px0(10)} 0; {lines(1.15)} }}
h3 {{ color:{color("ink")}; font-size:{pt(18)}; font-weight:700; margin:{px0(18)} 0 {px0(8)} 0; {lines(1)} }}
p.kicker {{ color:{color("red")}; font-family:{interface}; font-size:{pt(12.5)}; font-weight:600;
  letter-spacing:{max(1, round(px(1)))}px; margin:0 0 {px0(2)} 0; {lines(0.8)} }}
p.subtitle {{ color:{color("soft_ink")}; font-size:{pt(19)}; font-style:italic; margin:0 0 {px0(18)} 0; {lines(1.1)} }}
a {{ color:{color("blue")}; text-decoration:none }}
a[href^="term:"] {{ color:{color("ink")} }}
a[href^="claim:"] {{ font-family:{interface}; font-size:{pt(14)}; font-weight:600 }}
a.cite, a.note {{ color:{color("red")}; font-family:{interface}; font-weight:600 }}
blockquote {{ margin:0 }}
div.quote p {{ margin-left:{pad}; margin-right:{pad}; color:{color("ink")} }}
div.pull p {{ margin-left:{pad}; font-size:{pt(22)}; font-style:italic; {lines(1.2)} }}
div.aside p, div.caution p {{ margin:0 {pad} {px0(8)} {pad}; font-size:{pt(16)}; {lines(0.92)} }}
div.aside li, div.caution li {{ margin-right:{pad}; font-size:{pt(16)}; {lines(0.92)} }}
div.aside ul, div.caution ul, div.aside ol, div.caution ol {{ margin-left:{pad} }}
div.aside p.box-title, div.caution p.box-title {{ font-family:{interface}; font-size:{pt(13)}; font-weight:600;
  margin-bottom:{px0(4)}; {lines(0.85)} }}
div.aside p.box-title {{ color:{color("soft_ink")} }}
div.caution p.box-title {{ color:{color("red")} }}
div.figure p {{ margin:{px0(10)} 0 {px0(20)} 0; text-align:center; font-family:{interface}; font-size:{pt(14)};
  color:{color("soft_ink")}; line-height:{round(line * 0.8)}px; -qt-line-height-type:minimum }}
table {{ border-collapse:collapse; border:none; margin:{px0(8)} 0 {px0(20)} 0 }}
td, th {{ padding:{px0(7)} {px0(12)} {px0(7)} 0; border-top:none; border-left:none; border-right:none;
  border-bottom:1px solid {color("rule")}; font-size:{pt(15.5)}; color:{color("ink")} }}
th {{ font-family:{interface}; font-size:{pt(13.5)}; font-weight:600; text-align:left;
  border-bottom:1px solid {color("edge")}; color:{color("soft_ink")} }}
td p, th p {{ margin:0; font-size:{pt(15.5)} }}
span.nobr {{ white-space:nowrap }}
hr {{ color:{color("rule")} }}
"""
