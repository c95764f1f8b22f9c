"""References lead somewhere or are reported."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from historydesk.packs.problems import Problems
from historydesk.packs.references import KINDS, ReferenceBook

_ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
_pairs = st.tuples(st.sampled_from(sorted(KINDS)), _ids)


@given(st.sets(_pairs), st.sets(_pairs))
def test_dangling_references_are_always_reported_and_good_ones_never(
    known: set[tuple[str, str]], named: set[tuple[str, str]]
) -> None:
    problems = Problems()
    book = ReferenceBook(problems)
    for scheme, target in known:
        book.add(scheme, target)
    for line, (scheme, target) in enumerate(sorted(named), start=1):
        book.check(f"{scheme}:{target}", "a.md", line)
    book.finish()
    wrong = {line for line, pair in enumerate(sorted(named), start=1) if pair not in known}
    assert {problem.line for problem in problems.in_order()} == wrong
    assert book.used == {f"{scheme}:{target}" for scheme, target in named & known}


@given(st.sets(st.tuples(_ids, _ids), max_size=8), st.sets(st.tuples(_ids, _ids), max_size=8))
def test_links_to_passages_wait_for_the_last_chapter(
    written: set[tuple[str, str]], linked: set[tuple[str, str]]
) -> None:
    problems = Problems()
    book = ReferenceBook(problems)
    for chapter, _ in written | linked:
        book.add("chapter", chapter)
    for line, (chapter, passage) in enumerate(sorted(linked), start=1):
        book.check(f"chapter:{chapter}#{passage}", "a.md", line)
    for chapter, passage in written:
        book.add_passages(chapter, [passage])
    book.finish()
    wrong = {line for line, pair in enumerate(sorted(linked), start=1) if pair not in written}
    assert {problem.line for problem in problems.in_order()} == wrong


@given(st.text(max_size=40))
def test_no_address_leads_outside(href: str) -> None:
    problems = Problems()
    assert ReferenceBook(problems).check(href, "a.md", 1) is None
    assert problems.errors == 1
