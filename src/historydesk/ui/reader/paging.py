"""Turning a page of lines: where the next page begins so that no line is cut."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float]
"""Top and bottom of a line of text (or of a picture), in document coordinates."""

AIR = 10
"""At most so many pixels stay free above the first line of a page."""

STEP = 0.9
"""Share of a page to move by inside something taller than a page."""


def free_above(lines: Sequence[Line], y: float) -> float:
    """The lowest height at or above ``y`` that cuts no line (cells of one table row may overlap)."""
    while True:
        crossing = [top for top, bottom in lines if top < y < bottom]
        if not crossing:
            return y
        y = min(crossing)


def page_top(lines: Sequence[Line], y: float) -> float:
    """Where a page should begin whose first line is at ``y``: in the gap above it."""
    above = max((bottom for _, bottom in lines if bottom <= y), default=y - 2 * AIR)
    return max(y - AIR, (above + y) / 2)


def whole_top(lines: Sequence[Line], y: float, most: float) -> float:
    """A page's top near ``y`` that begins with a whole line, at most ``most`` higher; else ``y``."""
    begin = free_above(lines, y)
    if y - begin > most:
        return y
    return page_top(lines, begin) if begin < y else y


def page_down(lines: Sequence[Line], top: float, height: float) -> float:
    """The top of the next page: the first line not wholly visible now becomes the first."""
    cut = free_above(lines, top + height)
    if cut <= top + AIR:
        return top + height * STEP
    return page_top(lines, min((start for start, _ in lines if start >= cut), default=cut))


def page_up(lines: Sequence[Line], top: float, height: float) -> float:
    """The top of the page before: what it shows ends where the page now begins."""
    starts = sorted(start for start, _ in lines if top - height <= start < top)
    for start in starts:
        if free_above(lines, start) == start:
            begin = page_top(lines, start)
            if top - height <= begin < top:
                return begin
    return top - height * STEP


def last_whole(lines: Sequence[Line], top: float, height: float) -> float:
    """Below this height a page beginning at ``top`` has only cut lines; the page's bottom when none is
    cut."""
    cut = free_above(lines, top + height)
    return cut if cut > top + AIR else top + height


def first_whole(lines: Sequence[Line], top: float, height: float) -> float:
    """Above this height a page beginning at ``top`` has only cut lines (the last page may begin inside
    one)."""
    begin = top
    while crossing := [bottom for start, bottom in lines if start < begin < bottom < top + height]:
        begin = max(crossing)
    return begin
