"""The ordering question of GIFT, as Moodle's ordering questions are written.

``{>COUNT SELECT LAYOUT GRADING SHOW NUMBERING`` and then an item a line, in the right order. The words behind the
count may be left out, from whichever end one likes; the defaults are Moodle's.
"""

from __future__ import annotations

import re

from historydesk.domain.quiz_ordering import GRADINGS

_SELECTS = {"ALL": "ALL", "EXACT": "ALL", "RANDOM": "RANDOM", "REL": "RANDOM"} | {
    "CONTIGUOUS": "CONTIGUOUS",
    "CONTIG": "CONTIGUOUS",
}
_LAYOUTS = dict.fromkeys(("VERTICAL", "VERT", "V", "0"), "VERTICAL") | dict.fromkeys(
    ("HORIZONTAL", "HORI", "H", "1"), "HORIZONTAL"
)
_GRADINGS = {name: name for name in GRADINGS} | {
    "ABSOLUTE": "ABSOLUTE_POSITION",
    "ABS": "ABSOLUTE_POSITION",
    "RELATIVE": "RELATIVE_NEXT_EXCLUDE_LAST",
    "REL": "RELATIVE_NEXT_EXCLUDE_LAST",
}
_SHOWS = dict.fromkeys(("SHOW", "TRUE", "YES", "1"), "SHOW") | dict.fromkeys(
    ("HIDE", "FALSE", "NO", "0"), "HIDE"
)
_NUMBERINGS = {"NONE": "none", "123": "123", "ABC": "abc", "ABCD": "ABCD", "III": "iii", "IIII": "IIII"}
_FIELDS = (
    ("select", _SELECTS),
    ("layout", _LAYOUTS),
    ("grading", _GRADINGS),
    ("show", _SHOWS),
    ("numbering", _NUMBERINGS),
)
_DEFAULTS = {
    "select": "RANDOM",
    "layout": "VERTICAL",
    "grading": "RELATIVE_NEXT_EXCLUDE_LAST",
    "show": "SHOW",
    "numbering": "none",
}
_COUNT = re.compile(r">\s*(\d*)\s*")
_FEWEST, _MOST_BY_DEFAULT = 2, 6

Order = dict[str, str | int]
"""How an ordering question is asked: ``count``, ``select``, ``layout``, ``grading``, ``show``, ``numbering``."""


class OrderError(ValueError):
    """What is wrong with an ordering question; ``remedy`` says what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


def read_order(answers: str) -> tuple[Order, list[tuple[int, str]]]:
    """What stands between the braces → how it is asked, and each item with its line (from 0).

    Raises OrderError.
    """
    head, *rows = answers.split("\n")
    begin = _COUNT.match(head)
    order: Order = dict(_DEFAULTS)
    left = iter(_FIELDS)
    for word in head[begin.end() if begin else 1 :].split():
        for field, words in left:
            if word.upper() in words:
                order[field] = words[word.upper()]
                break
        else:
            shown = word if len(word) <= 30 else f"{word[:29]}…"
            raise OrderError(
                f"“{shown}” is no word of an ordering question, or stands in the wrong place",
                "write {>4 ALL VERTICAL ABSOLUTE_POSITION on a line of its own, then one item a line",
            )
    items = [(number, row.strip()) for number, row in enumerate(rows, start=1) if row.strip()]
    if len(items) < _FEWEST:
        raise OrderError("the ordering question has fewer than two items", "write one item a line below {>")
    if not begin or not begin.group(1):
        raise OrderError("the ordering question has no number", f"write {{>{len(items)} for all its items")
    count = int(begin.group(1)[:9])
    if order["select"] == "ALL":
        count = len(items)
    elif not _FEWEST <= count <= len(items):
        if count:
            raise OrderError(
                f"the ordering question asks for {count} of its {len(items)} items",
                f"write a number from 2 to {len(items)}, or ALL behind it",
            )
        count = min(_MOST_BY_DEFAULT, len(items))
    return order | {"count": count}, items
