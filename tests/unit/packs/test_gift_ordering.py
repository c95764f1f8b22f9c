"""Ordering questions as Moodle writes them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.packs.test_gift import only, read


def order_of(text: str) -> Any:
    return only(text).data["order"]


def test_an_item_a_line_in_the_right_order() -> None:
    question = only(
        "::Order:: Put them in order.\n{>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\n  first = \\{1\\}\n\n"
        "  second ~ or so\n  [html]<b>third</b>\n  ####Because.\n}"
    )
    assert question.kind == "ordering" and question.data["feedback"] == "Because."
    assert question.data["answers"] == [
        {"html": "first = {1}", "text": "first = {1}"},
        {"html": "second ~ or so", "text": "second ~ or so"},
        {"html": "<strong>third</strong>", "text": "third"},
    ]
    assert question.data["order"] == {
        "count": 3,
        "select": "ALL",
        "layout": "VERTICAL",
        "grading": "ABSOLUTE_POSITION",
        "show": "SHOW",
        "numbering": "none",
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (">2", {"select": "RANDOM", "grading": "RELATIVE_NEXT_EXCLUDE_LAST", "count": 2}),
        ("> 3 EXACT", {"select": "ALL", "count": 3}),
        (">1 ALL", {"select": "ALL", "count": 3}),
        (">0 ALL HORI", {"layout": "HORIZONTAL", "count": 3}),
        (">0", {"select": "RANDOM", "count": 3}),
        (">2 CONTIG V REL HIDE ABCD", {"select": "CONTIGUOUS", "show": "HIDE", "numbering": "ABCD"}),
        (">2 REL 1 ABS 0 iii", {"layout": "HORIZONTAL", "grading": "ABSOLUTE_POSITION", "show": "HIDE"}),
        (">3 all vertical longest_ordered_subset", {"grading": "LONGEST_ORDERED_SUBSET"}),
        (">2 H", {"select": "RANDOM", "layout": "HORIZONTAL"}),
    ],
)
def test_the_words_of_the_first_line_and_their_defaults(head: str, expected: dict[str, object]) -> None:
    order = order_of(f"Order. {{{head}\na\nb\nc\n}}")
    assert {name: order[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (
            ">3 ALL\na",
            "q.gift:2: the ordering question has fewer than two items; write one item a line below {>",
        ),
        (">", "q.gift:2: the ordering question has fewer than two items"),
        (">ALL\na\nb", "q.gift:2: the ordering question has no number; write {>2 for all its items"),
        (">5\na\nb", "q.gift:2: the ordering question asks for 5 of its 2 items"),
        (">2 first\nsecond\nthird", "q.gift:2: “first” is no word of an ordering question"),
        (">2 ALL\na\nb\na", "q.gift:5: the item “a” stands twice, here and in line 3"),
        (">2 ALL\na\n[html]<b></b>\nc", "q.gift:4: an item is empty"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(answers: str, message: str) -> None:
    questions, messages = read(f"\nOrder. {{{answers}\n}}\n")
    assert questions == []
    assert len(messages) == 1
    assert messages[0].startswith(message)
