"""GIFT out and in again: what our own reader finds is what was there."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.quiz import Question
from historydesk.errors import HistoryDeskError
from historydesk.exports.formats import FORMATS, export_pack
from historydesk.exports.gift import gift, write_gift
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.store.export_content import ExportStore

MOODLE = {
    "the colour": "// true/false\n::Q1:: 1+1=2 {T}",
    "multiple choice with feedback": (
        "::Q2:: What's between orange and green in the spectrum?\n"
        "{ =yellow # right; good! ~red # wrong, it's yellow ~blue # wrong, it's yellow }"
    ),
    "fill in the blank": "::Q3:: Two plus {=two =2} equals four.",
    "matching": "::Q4:: Which animal eats which food? { =cat -> cat food =dog -> dog food }",
    "numerical range": "::Q5:: What is a number from 1 to 5? {#3:2}",
    "numerical with dots": "::Q6:: What is a number from 1 to 5? {#1..5}",
    "several numbers with feedback": (
        "::Q7:: When was Ulysses S. Grant born? {#\n  =1822:0      # Correct! Full credit.\n"
        "  =%50%1822:2  # He was born in 1822. Half credit for being close.\n}"
    ),
    "essay": "::Q8:: How are you? {}",
    "description": "You can use your pencil and paper for these next math questions.",
    "true or false with feedback": "::Grant:: Grant was buried in a tomb in New York City.{T#No.#Yes, he was.}",
    "false without feedback": "The sun rises in the West.{FALSE}",
    "missing word": "Mahatma Gandhi's birthday is an Indian holiday on {~15th ~3rd =2nd} of October.",
    "weights": (
        "What two people are entombed in Grant's tomb? {\n   ~%-100%No one\n   ~%50%Grant\n"
        "   ~%50%Grant's wife\n   ~%-100%Grant's father\n}"
    ),
    "thirds": "Which? {~%33.33333%a ~%33.33333%b ~%33.33334%c ~%-100%d}",
    "short answers": "Who's buried in Grant's tomb?{=Grant =Ulysses S. Grant =Ulysses Grant}",
    "wrong number": "When? {#=1822#Yes ~#Not then}",
    "general feedback": "Is it? {=yes ~no ####Because it is.}",
    "html": (
        "::Grant:: [html]<p>Who is buried in <strong>Grant's tomb</strong> in NY?</p>\n"
        "{ =[html]Nobody<br>at all #[html]<em>Yes</em> ~Grant }"
    ),
    "escapes": r"Which answer equals 5? { ~ \= 2 + 2 = \= 2 + 3 ~ \= 2 + \{4\} \: \~ \# \\ }",
    "formula with escapes": r"::f\:of\=x:: Is \{x\} \# 1 \~ 2?{T}",
    "marks": "// [id:Q1] [tag:easy] [tag:dates]\nQuestion?{T}",
    "angle brackets": "Is 1 < 2 & 3 > 2? {=1 -> 2 =3 -> 4}",
    "per cent at the start": "How many? {=%100%%50%25 people ~%0%%20%of all}",
    "brackets at the start": r"[plain][html] is a mark { =[plain][plain]x ~y }",
    "line breaks": r"One\nTwo {=a\nb ~c}",
    "ordering": "::O:: Order these. {>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\none\ntwo\nthree\n####So.}",
    "ordering with signs": "O {>2 CONTIG H REL HIDE abc\na = b -> c # d: e \\\\~ f\n[html]<i>g</i> \\{h\\}\n\\####i\n}",
    "ordering with angles": "[html]Order {>0\n[plain]<b>a</b> &amp; b\n[plain]// c\n[plain]:: d\n}",
    "the whole weight": "Which? {~%100%this ~%-50%that ~%0%%50 signs}",
    "two right ones to choose from": "Which? {=this ~%100%that}",
    "any other number": "When? {#=1822#Yes =%0%*#Not then}",
    "sharp first half": "Pair. {=C# -> b =d -> c}",
    "only decoys beside it": "Pair. {=a -> b = -> c}",
    "passage and odd tag": "// [id:a\\]b] [passage:gori#trade] [tag:x\\]y]\nQuestion?{F#No}",
    "short answers like grammar": r"Which? {=[plain\]x =%100%%5 =[plain][html]y =[html]a -&gt;b}",
    "general feedback alone": "Think. {####There is no one answer.}",
    "false with the right word only": "It is. {F##Right so}",
    "tags in Moodle's own format": "Is <b>this</b> so?\nReally? {=<i>yes</i> ~no #<p>why</p>}",
    "markdown": "[markdown]Who's buried in **Grant's tomb**?{=no one#excellent answer! =nobody#excellent answer!}",
    "right to left": "من كان؟ {=كوبا ~سوسو}",
}
"""Examples of Moodle's page on the format, and what is next to them."""


def read(text: str) -> list[Question]:
    problems = Problems()
    found = GiftReader(
        "q.gift", text, problems, lambda _path, _line, each: (f"<p>{each}</p>", each)
    ).questions()
    assert [str(problem) for problem in problems.in_order()] == []
    return [Question(each.id, each.kind, each.data) for each in found]


@pytest.mark.parametrize("text", MOODLE.values(), ids=MOODLE.keys())
def test_a_documented_example_comes_back_as_it_was(text: str) -> None:
    before = read(text)
    assert len(before) == 1
    assert read(gift(before[0])) == before


DOCUMENTED = r"""
// Subheading: Numerical questions below
What's 2 plus 2? {#4}

::Kanji Origins::Japanese characters originally
came from what country? {=China}

::Thanksgiving Date::The American holiday of Thanksgiving is
celebrated on the {~second ~third =fourth} Thursday of November.

Japanese characters originally came from what country? {
    ~India
    =China
    ~Korea
    ~Egypt}

What's the answer to this multiple-choice question?{
~wrong answer#feedback comment on the wrong answer
~another wrong answer#feedback comment on this wrong answer
=right answer#Very good!}

Difficult question.{~wrong answer ~%50%half credit answer =full credit answer}

::Jesus' hometown::Jesus Christ was from {
    ~Jerusalem#This was an important city, but the wrong answer.
    ~%25%Bethlehem#He was born here, but not raised here.
    ~%50%Galilee#You need to be more specific.
    =Nazareth#Yes! That's right!}.

::Jesus' hometown:: Jesus Christ was from {
    =Nazareth#Yes! That's right!
    =%75%Nasareth#Right, but misspelled.
    =%25%Bethlehem#He was born here, but not raised here.}

What two people are entombed in Grant's tomb? {
    ~%-50%No one
    ~%50%Grant
    ~%50%Grant's wife
    ~%-50%Grant's father }

What is the value of pi (to 3 decimal places)? {#3.141..3.142}.

What is the value of pi (to 3 decimal places)? {#3.1415:0.0005}.

When was Ulysses S. Grant born? {#
    =1822:0
    =%50%1822:2}

Match the following countries with their corresponding
capitals.{=Canada->Ottawa =Italy->Rome =Japan->Tokyo}

Matching Question. {
    =subquestion1 -> subanswer1
    =subquestion2 -> subanswer2
    =subquestion3 -> subanswer3
    }

::GIFT Control Characters::
Which of the following is NOT a control character for the GIFT import format? {
   ~ \~     # \~ is a control character.
   ~ \=     # \= is a control character.
   ~ \#     # \# is a control character.
   ~ \{     # \{ is a control character.
   ~ \}     # \} is a control character.
   = \\     # Correct! \\ (backslash) is not a control character. BUT,
              it is used to escape the control characters. So, to specify
              a literal backslash, you must escape it with a backslash
              (as shown in this example).
}

$CATEGORY: tom/dick/harry

::Numerical example::
When was Ulysses S. Grant born? {#
     =1822:0      #Correct! 100% credit
     =%50%1822:2  #He was born in 1822.
                  You get 50% credit for being close.
}

[html]<p>The sun rises in the <b>east</b>.</p>{T}

You can use your pencil and paper for these next math questions.

Write a short biography of Dag Hammarskjöld. {}
"""
"""The rest of the documentation's examples, in one file as there."""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_file_of_documented_examples_comes_back_as_it_was(ends: str) -> None:
    before = read(DOCUMENTED.replace("\n", ends))
    kinds = [each.kind for each in before]
    assert " ".join(kinds) == (
        "number short single single single single single short multiple number number number matching matching "
        "single number truefalse description essay"
    )
    assert [each.data["category"] for each in before] == [""] * 15 + ["tom/dick/harry"] * 4
    again = read("\n".join(f"$CATEGORY: {each.data['category']}\n{gift(each)}" for each in before))
    assert again == before


WORDS = st.text('ab =~#{}:\\%/-><&[]$"’é', min_size=1, max_size=12).map(str.strip).filter(bool)


def _html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.lists(WORDS, min_size=3, max_size=5), st.integers(0, 2))
def test_any_signs_survive(pieces: list[str], right: int) -> None:
    pieces = [" ".join(piece.split()) for piece in pieces]
    answers = [
        {
            "html": _html(piece),
            "text": piece,
            "fraction": 1.0 if number == right else 0.0,
            "feedback": _html(pieces[0]),
        }
        for number, piece in enumerate(pieces)
    ]
    data = {
        "title": "",
        "category": "",
        "tags": [],
        "prompt": _html(pieces[1]),
        "after": "",
        "feedback": _html(pieces[2]),
        "answers": answers,
    }
    question = Question("q", "single", data)
    assert read(gift(question)) == [question]


@given(st.lists(WORDS, min_size=2, max_size=5, unique_by=lambda piece: " ".join(piece.split())))
def test_any_signs_survive_in_the_items_of_an_order(pieces: list[str]) -> None:
    pieces = [" ".join(piece.split()) for piece in pieces]
    order = {"count": len(pieces), "select": "ALL", "layout": "VERTICAL", "grading": "ALL_OR_NOTHING"}
    data = {
        "title": "",
        "category": "",
        "tags": [],
        "prompt": "Order",
        "after": "",
        "feedback": _html(pieces[0]),
        "order": order | {"show": "SHOW", "numbering": "none"},
        "answers": [{"html": _html(piece), "text": piece} for piece in pieces],
    }
    question = Question("q", "ordering", data)
    assert read(gift(question)) == [question]


def test_the_whole_quiz_comes_back(whole: ExportStore, tmp_path: Path) -> None:
    write_gift(whole, "en", tmp_path / "quiz.gift")
    found = {each.id: each for each in read((tmp_path / "quiz.gift").read_text(encoding="utf-8"))}
    expected = 0
    for chapter in whole.contents("en", 1, 100):
        for question in whole.questions("en", chapter.id):
            expected += 1
            back = found[f"{chapter.id}-{question.id}"]
            assert back.kind == question.kind
            assert back.data["category"] == f"Stalin’s Rise to Power/{chapter.number} {chapter.title}"
            assert back.data | {"category": ""} == question.data | {"category": ""}
    assert len(found) == expected == whole.info().counts["questions"]


def test_a_pack_without_questions_says_so_and_leaves_no_file(sample_pack: Path, tmp_path: Path) -> None:
    pack = tmp_path / "p.hdpack"
    shutil.copy(sample_pack, pack)
    with closing(sqlite3.connect(pack)) as connection, connection:
        connection.execute("DELETE FROM question")
    gift_format = next(each for each in FORMATS if each.name == "gift")
    with pytest.raises(HistoryDeskError, match="no questions"):
        export_pack(pack, gift_format, tmp_path / "out" / "q.gift")
    assert list((tmp_path / "out").iterdir()) == []
