"""Markdown becomes passages: safe HTML, plain text, ids and references."""

# ruff: noqa: RUF005
from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.packs.conftest import Desk

_SUBSET = re.compile(
    r"<(/?(p|h2|h3|ul|ol|li|blockquote|table|tr|th|td|em|strong|sup|br|hr|a|img|div|span)(?=[ >]))([^<>]*)>"
)


_words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)


@given(st.lists(_words, min_size=1, max_size=12))
def test_any_text_comes_back_as_the_passage_text(words: list[str]) -> None:
    """Every sign that could be Markdown is escaped; what is read must be what was meant."""
    plain = " ".join(words)
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", plain)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        passages = desk.read(escaped).passages
    if re.match(r"\d{1,9}\\[.)]", escaped) is None:
        assert [passage.text for passage in passages] == [plain]


_pieces = st.lists(
    st.one_of(
        _words,
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "# ",
                "## ",
                "- ",
                "> ",
                "::: aside x\n",
                ":::\n",
                "| a |\n|---|\n",
                "[^1]",
                "[^1]: ",
                "<b>",
            ]
            + [
                "{#a}\n",
                "{.pull}\n",
                "[x](term:serf)",
                "[](source:kotkin2014)",
                "`",
                "**",
                "_",
                "![a](b)",
                "\\",
            ]
        ),
    ),
    max_size=30,
)


@given(_pieces)
def test_whatever_is_written_the_html_stays_in_the_subset(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        text = desk.read("".join(pieces))
    ids = [passage.id for passage in text.passages]
    assert len(set(ids)) == len(ids) or any("used twice" in message for message in desk.messages())
    for passage in text.passages:
        rest = _SUBSET.sub("", passage.html)
        assert "<" not in rest and ">" not in rest, passage.html
    for message in desk.messages():
        assert "\n" not in message.replace("\\n", "") or "“" in message


def test_sources_behind_a_figure_follow_its_caption(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    figure = '![Two rows](figures/rows.svg "The rows & days")'
    [passage] = desk.read(f"{figure} [1](source:kotkin2014)\n[Suny](source:suny2020)").passages
    assert (passage.kind, passage.text) == ("figure", "The rows & days")
    assert passage.references == [("source", "kotkin2014"), ("source", "suny2020")]
    assert passage.html == (
        '<p><img src="figure:figures/rows.svg" alt="Two rows"></p><p><em>The rows &amp; days'
        '<a class="cite" href="source:kotkin2014"><sup>1</sup></a> '
        '<a href="source:suny2020">Suny</a></em></p>'
    )


def test_words_behind_a_figure_make_a_sentence_of_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.read("![Two rows](figures/rows.svg) shows it [1](source:kotkin2014)")
    assert any("stands inside a sentence" in problem.what for problem in desk.problems.found)
