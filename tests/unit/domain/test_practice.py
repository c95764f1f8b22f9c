"""Flash cards: their order, which come again, and what their fronts may show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from historydesk.domain.glossary import GlossaryTerm
from historydesk.domain.practice import GAP, SOON, Round, begin, front_of_meaning

TERM = GlossaryTerm("nep", "New Economic Policy (NEP)", "", "НЭП", "ru", "new", (), ("the NEPs",), "", "")


def test_the_same_seed_deals_the_same_order_and_another_seed_another() -> None:
    terms = [f"t{number}" for number in range(24)]
    first = begin(terms, (), 7)
    assert first == begin(terms, (), 7)
    assert sorted(first.queue) == sorted(terms)
    assert first.queue != begin(terms, (), 8).queue
    assert first.queue != tuple(terms)


def test_what_is_not_known_comes_first() -> None:
    terms = [f"t{number}" for number in range(20)]
    known = {f"t{number}" for number in range(0, 20, 2)}
    queue = begin(terms, known, 3).queue
    assert known.isdisjoint(queue[:10])
    assert set(queue[10:]) == known


def test_a_known_card_is_laid_aside_and_counted() -> None:
    state = begin("abc", (), 1)
    assert (state.number, state.total) == (1, 3)
    state = state.answered(knew=True)
    assert (state.number, len(state.queue)) == (2, 2)
    while state.card:
        state = state.answered(knew=True)
    assert (state.number, state.seen, state.put_off) == (3, 3, ())
    assert state.answered(knew=True) == state


def test_a_card_put_off_comes_again_after_a_few_others() -> None:
    state = Round(tuple("abcdefghij"), 10).answered(knew=False)
    assert state.queue.index("a") == SOON
    assert (state.number, state.waiting) == (1, 1)
    for _ in range(SOON):
        state = state.answered(knew=True)
    assert state.card == "a"
    state = state.answered(knew=False)
    assert state.put_off == ("a",)
    assert state.queue[-1] == "a"


def test_the_last_card_put_off_comes_again_at_once_and_ends_when_known() -> None:
    state = Round(("a",), 1).answered(knew=False)
    assert state.card == "a"
    state = state.answered(knew=True)
    assert (state.card, state.seen, state.waiting, state.put_off) == ("", 1, 0, ("a",))


def test_no_terms_make_no_round() -> None:
    state = begin((), {"gone"}, 1)
    assert (state.card, state.total, state.number) == ("", 0, 0)


@pytest.mark.parametrize(
    ("html", "front"),
    [
        (
            "<p>The <em>New Economic Policy</em> let trade live.</p>",
            f"<p>The <em>{GAP}</em> let trade live.</p>",
        ),
        ("<p>NEP, or НЭП; <em>the NEPs</em> men.</p>", f"<p>{GAP}, or {GAP}; <em>{GAP}</em> men.</p>"),
        ('<p>See <a href="term:nep">the nep</a>.</p>', f"<p>See the {GAP}.</p>"),
        ("<p>A nephew stays.</p>", "<p>A nephew stays.</p>"),
        ('<p>So.<a class="cite" href="source:k"><sup>1</sup></a></p>', "<p>So.</p>"),
    ],
)
def test_the_front_of_a_meaning_does_not_give_the_word_away(html: str, front: str) -> None:
    assert front_of_meaning(html, TERM) == front


def test_a_name_that_is_a_pattern_is_taken_as_it_is() -> None:
    odd = replace(TERM, title="C.* (++)", aliases=("[x]", "R&D", "O'Brien’s  law"), script="")
    html = "<p>R&amp;D, not R&amp;Dx; O’Brien’s\u00a0law.</p>"
    assert front_of_meaning(html, odd) == f"<p>{GAP}, not R&amp;Dx; {GAP}.</p>"
    assert front_of_meaning("<p>C.* is [x], not Cabc.</p>", odd) == f"<p>{GAP} is {GAP}, not Cabc.</p>"
