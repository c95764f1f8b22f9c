"""The compiler's quick parser reads exactly what the library reads."""

# ruff: noqa: RUF005
from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.packs.conftest import Desk

from historydesk.packs.figures import FigureShelf
from historydesk.packs.folder import PackFolder
from historydesk.packs.markup import pack_markdown, standard_markdown
from historydesk.packs.new_pack import EXAMPLE
from historydesk.packs.passages import PassageReader

QUICK, STANDARD = pack_markdown(), standard_markdown()

_pieces = st.sampled_from(
    [
        "word",
        "Another",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "1",
        "1. ",
        "- ",
        "* ",
        "# ",
        "## ",
        "\n\n## Words\n\n",
        "\n\n### A heading. \n\n",
        "> ",
        "---",
        "===",
        "|",
        "|---|",
    ]
    + [
        "| a | b |",
        ":",
        "::: aside x\n",
        ":::\n",
        "{#id}\n",
        "{.fact}\n",
        '{#a .b view="place:gori zoom:6"}\n',
        "{x=1}",
        "{",
    ]
    + [
        "}",
        "[",
        "]",
        "(",
        ")",
        "[a](term:serf)",
        "\n\nWords [a](term:serf), more\n[b > c](place:gori)!\n\n",
        "[](source:kotkin2014)",
        "[1](source:suny2020)",
        "[a *b*](term:serf)",
    ]
    + [
        "[a](<term:serf>)",
        '[a](term:serf "title")',
        "![a](b.png)",
        "!",
        "![",
        "[x]: term:serf\n",
        "[x]",
        "[^1]",
        "[^1]: note\n",
    ]
    + [
        "[b]{.nobr}",
        "*word*",
        "**word** ",
        "*word.* ",
        "**Two words:** ",
        "- **Word** words\n",
        "*two, words*, ",
        " (*word* [a](term:serf) *word*)",
        "\n\n- One [a](term:serf)\n- Two *words*\n\n",
        "\n- One\n",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "\\",
        "\\*",
        "\\\n",
        "&",
        "&amp;",
        "&#65;",
        "<",
        ">",
        "<b>",
        "<term:serf>",
    ]
    + [
        "<!-- -->",
        "    ",
        "“",
        "«",
        "é",
        "გ",
        "Ж",
        "\u00a0",
        "[[a](term:serf)](place:gori)",
        "[a [b](term:serf)](place:gori)",
    ]
)


def _words(text: str, quick: bool) -> tuple[Any, ...]:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        shelf = FigureShelf(PackFolder(Path(folder), desk.problems), desk.problems)
        reader = PassageReader(desk.book, shelf, desk.problems, QUICK if quick else STANDARD)
        read = reader.chapter("a.md", 1, "gori", text)
        return read.passages, read.notes, reader.prose("b.toml", 1, text), desk.messages()


@settings(max_examples=300, deadline=None)
@given(st.lists(_pieces, max_size=14).map("".join))
@example("{#x}\n|---|\n")
@example("Word\n===\n")
@example("a | b\n---|---\n1 | 2\n")
@example("[x](term:serf): y\n")
@example("*[a](term:serf)*!\n")
@example("Word  \nnext\n")
@example("Word![a](term:serf) > [ ](source:kotkin2014)[2](source:kotkin2014)\n")
@example("One\ntwo [](term:serf)\nthree [a](term:nothing)\n")
@example("## Word\n\n### Word\n|---|\n")
@example("Word *a* and *b c*, *[d](term:serf)* *e*[f](term:serf)*g*\n")
@example('a*b* *c*d **e** *f*g* "*h*" *i.* *j k*\n')
@example("**Word** and *a.* **b?** **c*d** ***e*** *f* **g**, (**h**) **i!**\n")
@example("*Word* begins\n**so** and *so*\n*not *here\n")
@example("- **Word** was\n- *Word*\n- (word)\n- “Word”\n\n**Word**: *words*[a](term:serf).\n")
@example("Words *a.*[b](term:serf) **c**[d](term:serf)**e.**\n")
@example("- One\n- Two\n\n- Three\n")
@example("- One\n- Two\n\n  Three\n")
@example("- One\n- Two\n---\n\n- One\n===\n")
@example("- One\n- Two\nthree\n\n{#a}\n- [b](term:nothing)\n- B [b](term:nothing)")
@example("{.pull}\n- One\n\nWord\n\n\n{.fact}\n## Word\n\n")
@example("Word\n  \nWord \n\n \n\tWord\n")
@example("### Word {#a}\n\n## Word}\n\n")
def test_both_parsers_give_the_same_passages(text: str) -> None:
    assert _words(text, quick=True) == _words(text, quick=False)


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.md")), ids=lambda path: path.name)
def test_both_parsers_agree_on_the_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("---", 2)[2]
    assert _words(text, quick=True) == _words(text, quick=False)


def test_signs_that_could_begin_a_footnote_are_read_once_each() -> None:
    long, label = "[^" * 50_000, "x" * 200
    assert _words(f"Word {long}\n", quick=True)[0][0].text == f"Word {long}"
    text = f"Word[^{label}]\n\n[^{label}]: Note.\n"
    passages, notes, *_ = _words(text, quick=True)
    assert [note.html for note in notes] == ["<p>Note.</p>"] and passages[0].text == "Word"
