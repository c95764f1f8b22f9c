"""Excerpts."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from historydesk.store.excerpts import excerpt, found, fullness, mention, plain

TEXT = (
    "In 1894 he won a place at the seminary in Tiflis, "
    + "where hymns filled the day. " * 12
    + "Soso sang well."
)


def test_accents_and_case_do_not_matter_to_a_match() -> None:
    assert found("A house in Coyoacán", ("coyo",)) == [(11, 8)]
    assert found("Сталин и Ленин", ("лен",)) == [(9, 5)]


def test_a_match_begins_a_word() -> None:
    assert found("reserve serf", ("ser",)) == [(8, 4)]


def test_words_one_after_another_are_one_phrase() -> None:
    assert found("the General Secretary.", ("general", "secr")) == [(4, 17)]
    assert found("a general and a secretary", ("general", "secr")) == [(2, 7), (16, 9)]


def test_an_excerpt_is_cut_between_words_around_the_match() -> None:
    short, marks = excerpt(TEXT, found(TEXT, ("soso",)))
    assert short.startswith("… ")
    assert short.endswith("Soso sang well.")
    assert [short[at : at + length] for at, length in marks] == ["Soso"]


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("Short and whole. ", []) == ("Short and whole.", ())


def test_a_mention_is_where_the_link_stands_in_the_text() -> None:
    html = '<p>Gori, then <a href="place:gori">Gori</a> again.</p>'
    assert mention(html, "Gori, then Gori again.", "place:gori") == (11, 4)
    assert mention(html, "Gori, then Gori again.", "place:batumi") is None


def test_a_citation_is_mentioned_where_it_stands() -> None:
    html = '<p>He was born.<a class="cite" href="source:k"><sup>1</sup></a> He grew.</p>'
    assert mention(html, "He was born. He grew.", "source:k") == (12, 0)


@given(st.text(alphabet=st.characters(max_codepoint=0x2040), max_size=20))
def test_the_short_way_to_plain_text_gives_the_same_words(text: str) -> None:
    letters = "".join(c for c in plain(text) if c.isalnum())
    assert letters == "".join(c for c in plain(text + "é")[:-1] if c.isalnum())


@given(st.text(max_size=80))
def test_plain_text_keeps_every_position(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="ab é.\n", max_size=400), st.text(alphabet="ab", min_size=1, max_size=2))
def test_marks_stand_on_the_words_of_the_excerpt(text: str, word: str) -> None:
    short, marks = excerpt(text, found(text, (word,)))
    assert len(short) <= 130
    assert all(plain(short[at : at + length]).startswith(word) for at, length in marks)


@given(
    st.lists(st.sampled_from(["go", "gori", "Gori", "a", " ", ", ", "-", "_", "é", ".", "x"])).map("".join),
    st.lists(st.sampled_from(["go", "gori", "a", "x"]), min_size=2, max_size=3),
)
@example("xgo gori", ["go", "gori"])
@example("go go gori", ["go", "gori"])
@example("gori gori go", ["gori", "gori"])
def test_words_one_after_another_are_found_as_a_pattern_finds_them(text: str, words: list[str]) -> None:
    pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"\w*"
    together = re.search(pattern, plain(text))
    each = [one.span() for one in re.finditer(r"\w+", plain(text)) if one[0].startswith(tuple(words))]
    spans = [together.span()] if together else each
    assert found(text, words) == [(start, end - start) for start, end in spans]
    assert fullness(text, words) == len(each) + (100 if together else 0)
