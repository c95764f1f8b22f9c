"""Putting in order: what is asked, and what an order is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import judge, solution
from historydesk.domain.quiz_ordering import GRADINGS, mixed, right_order, share_of_order


def ordering(
    count: int = 4, *, select: str = "ALL", asked: int = 0, grading: str = "ABSOLUTE_POSITION"
) -> Question:
    items = [{"html": f"item {number}", "text": f"item {number}"} for number in range(count)]
    order = {"count": asked or count, "select": select, "grading": grading}
    return Question(
        "q", "ordering", {"prompt": "Order", "answers": items, "order": order, "feedback": "So it was."}
    )


@given(st.integers(2, 9), st.integers(0, 40))
def test_the_items_are_mixed_and_never_right_at_once(count: int, attempt: int) -> None:
    order = mixed(ordering(count), attempt)
    assert sorted(order) == list(range(count))
    assert list(order) != sorted(order)
    assert order == mixed(ordering(count), attempt)


@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 40))
def test_a_subset_has_as_many_items_as_the_author_asks_for(count: int, asked: int, attempt: int) -> None:
    question = ordering(count, select="RANDOM", asked=min(asked, count))
    order = mixed(question, attempt)
    assert len(set(order)) == min(asked, count)
    neighbours = sorted(mixed(ordering(count, select="CONTIGUOUS", asked=min(asked, count)), attempt))
    assert neighbours == list(range(neighbours[0], neighbours[0] + min(asked, count)))


@pytest.mark.parametrize(
    ("grading", "share"),
    [
        ("ALL_OR_NOTHING", 0.0),
        ("ABSOLUTE_POSITION", 0.25),
        ("RELATIVE_NEXT_EXCLUDE_LAST", 1 / 3),
        ("RELATIVE_NEXT_INCLUDE_LAST", 0.25),
        ("RELATIVE_ONE_PREVIOUS_AND_NEXT", 1 / 3),
        ("RELATIVE_ALL_PREVIOUS_AND_NEXT", 4 / 6),
        ("LONGEST_ORDERED_SUBSET", 0.75),
        ("LONGEST_CONTIGUOUS_SUBSET", 0.5),
    ],
)
def test_a_part_of_the_order_counts_as_the_author_says(grading: str, share: float) -> None:
    assert share_of_order(ordering(grading=grading), ("0", "2", "3", "1")) == pytest.approx(share)


@given(st.permutations(["0", "1", "2", "3", "4"]), st.sampled_from(GRADINGS))
def test_only_the_right_order_is_wholly_right(order: list[str], grading: str) -> None:
    share = share_of_order(ordering(5, grading=grading), tuple(order))
    assert 0 <= share <= 1
    assert (share == 1) == (order == sorted(order))


@pytest.mark.parametrize("given", [(), ("0",), ("0", "0", "1"), ("0", "9"), ("x", "1"), ("-1", "0")])
def test_an_unreadable_order_is_wrong(given: tuple[str, ...]) -> None:
    assert judge(ordering(), given).word == "wrong"


def test_the_right_order_of_a_subset_names_only_what_was_asked() -> None:
    question = ordering(6, select="RANDOM", asked=3)
    assert right_order(question, ("5", "0", "3")) == ("item 0", "item 3", "item 5")
    verdict = judge(question, ("0", "5", "3"))
    assert verdict.word == "partly"
    assert verdict.solution == "1. item 0<br>2. item 3<br>3. item 5"
    assert judge(question, ("0", "3", "5")).is_right
    assert solution(ordering(2)) == "1. item 0<br>2. item 1"
