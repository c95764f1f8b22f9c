"""Ordering questions: which items are asked, how they are mixed, and what an order is worth."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_attempt import fingerprint_of

GRADINGS = (
    "ALL_OR_NOTHING",
    "ABSOLUTE_POSITION",
    "RELATIVE_NEXT_EXCLUDE_LAST",
    "RELATIVE_NEXT_INCLUDE_LAST",
    "RELATIVE_ONE_PREVIOUS_AND_NEXT",
    "RELATIVE_ALL_PREVIOUS_AND_NEXT",
    "LONGEST_ORDERED_SUBSET",
    "LONGEST_CONTIGUOUS_SUBSET",
)
"""How Moodle's ordering questions may count a part of an order."""

ORDER_WORDS = ("count", "select", "layout", "grading", "show", "numbering")
"""What ``data["order"]`` of an ordering question holds, as Moodle writes it one behind the other."""


def items_of(question: Question) -> tuple[str, ...]:
    """The items as HTML, in the right order."""
    data: dict[str, Any] = question.data
    return tuple(str(each["html"]) for each in data.get("answers", ()))


def mixed(question: Question, attempt: int) -> tuple[int, ...]:
    """The numbers of the items asked in this attempt, mixed, and never in the right order by chance.

    All of them, or as many as the author asks for: any (``RANDOM``) or neighbours (``CONTIGUOUS``). The same
    throughout one attempt; 0 is the sheet's.
    """
    chance = Random(f"{fingerprint_of(question)}:{attempt}")
    order: dict[str, Any] = dict(question.data.get("order") or {})  # type: ignore[call-overload]
    total = len(items_of(question))
    count = min(max(2, int(order.get("count", total))), total)
    asked = list(range(total))
    if order.get("select") == "RANDOM":
        asked = sorted(chance.sample(asked, count))
    elif order.get("select") == "CONTIGUOUS":
        first = chance.randrange(total - count + 1)
        asked = asked[first : first + count]
    right = list(asked)
    chance.shuffle(asked)
    if asked == right:
        asked = [*asked[1:], *asked[:1]]
    return tuple(asked)


def placed(question: Question, given: Given) -> tuple[int, ...]:
    """The order given, as numbers of items; empty when it names something that is not there, or twice."""
    total = len(items_of(question))
    if not all(each.isdecimal() and int(each) < total for each in given) or len(set(given)) < len(given):
        return ()
    return tuple(int(each) for each in given)


def right_order(question: Question, given: Given = ()) -> tuple[str, ...]:
    """The items given (all when none is) as HTML, in the right order."""
    items = items_of(question)
    return tuple(items[number] for number in sorted(placed(question, given))) or items


def share_of_order(question: Question, given: Given) -> float:
    """How much of an order is right (0–1), counted as the author asks."""
    order = placed(question, given)
    if len(order) < 2:
        return 0.0
    if list(order) == sorted(order):
        return 1.0
    grading = str((question.data.get("order") or {}).get("grading", ""))  # type: ignore[attr-defined]
    ranks = [sorted(order).index(number) for number in order]
    return _RULES.get(grading, _next)(ranks)


def _nothing(_ranks: list[int]) -> float:
    return 0.0


def _position(ranks: list[int]) -> float:
    return sum(place == rank for place, rank in enumerate(ranks)) / len(ranks)


def _followed(ranks: list[int]) -> int:
    return sum(after == before + 1 for before, after in pairwise(ranks))


def _next(ranks: list[int]) -> float:
    return _followed(ranks) / (len(ranks) - 1)


def _next_and_last(ranks: list[int]) -> float:
    return (_followed(ranks) + (ranks[-1] == len(ranks) - 1)) / len(ranks)


def _all_around(ranks: list[int]) -> float:
    pairs = [before < after for at, before in enumerate(ranks) for after in ranks[at + 1 :]]
    return sum(pairs) / len(pairs)


def _longest_ordered(ranks: list[int]) -> float:
    ends: list[int] = []
    for rank in ranks:
        ends.append(
            1 + max((ends[at] for at, before in enumerate(ranks[: len(ends)]) if before < rank), default=0)
        )
    return _longest(max(ends), len(ranks))


def _longest_run(ranks: list[int]) -> float:
    longest = run = 1
    for before, after in pairwise(ranks):
        run = run + 1 if after == before + 1 else 1
        longest = max(longest, run)
    return _longest(longest, len(ranks))


def _longest(length: int, total: int) -> float:
    return length / total if length > 1 else 0.0


_RULES = {
    "ALL_OR_NOTHING": _nothing,
    "ABSOLUTE_POSITION": _position,
    "RELATIVE_NEXT_EXCLUDE_LAST": _next,
    "RELATIVE_NEXT_INCLUDE_LAST": _next_and_last,
    "RELATIVE_ONE_PREVIOUS_AND_NEXT": _next,
    "RELATIVE_ALL_PREVIOUS_AND_NEXT": _all_around,
    "LONGEST_ORDERED_SUBSET": _longest_ordered,
    "LONGEST_CONTIGUOUS_SUBSET": _longest_run,
}
