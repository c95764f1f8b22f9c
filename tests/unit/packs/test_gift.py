"""The whole grammar of GIFT, by the examples of Moodle's documentation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.packs.gift import GiftReader, Question
from historydesk.packs.problems import Problems


def read(text: str) -> tuple[list[Question], list[str]]:
    problems = Problems()

    def markdown(path: str, line: int, text: str) -> tuple[str, str]:
        return f"<p>{text}</p>", text

    questions = GiftReader("q.gift", text, problems, markdown).questions()
    return questions, [str(problem) for problem in problems.in_order()]


def only(text: str) -> Question:
    questions, messages = read(text)
    assert messages == []
    [question] = questions
    return question


def test_multiple_choice_with_feedback() -> None:
    question = only(
        "::Grant:: Who's buried in Grant's tomb?{=Grant #Right.\n~no one #Was true for 12 years.\n~Napoleon}"
    )
    assert question.kind == "single" and question.data["title"] == "Grant"
    assert [(a["text"], a["fraction"], a["feedback"]) for a in question.data["answers"]] == [
        ("Grant", 1.0, "Right."),
        ("no one", 0.0, "Was true for 12 years."),
        ("Napoleon", 0.0, ""),
    ]


def test_weighted_answers() -> None:
    question = only(
        "What two people are entombed in Grant's tomb? {\n~%-100%No one\n~%50%Grant\n~%50%Grant's wife\n}"
    )
    assert question.kind == "multiple"
    assert [a["fraction"] for a in question.data["answers"]] == [-1.0, 0.5, 0.5]


@pytest.mark.parametrize(("answer", "right"), [("T", True), ("TRUE", True), ("F", False), ("false", False)])
def test_true_or_false(answer: str, right: bool) -> None:
    question = only(f"Grant was buried in a tomb. {{{answer}#No.#Yes.}}")
    assert question.kind == "truefalse" and question.data["right"] is right
    assert (question.data["if_wrong"], question.data["if_right"]) == ("No.", "Yes.")


def test_short_answer_with_partial_credit() -> None:
    question = only("Two plus two equals {=four =%50%4 #Write it in words.}.")
    assert question.kind == "short" and question.data["after"] == "."
    assert [(a["text"], a["fraction"]) for a in question.data["answers"]] == [("four", 1.0), ("4", 0.5)]


def test_matching() -> None:
    question = only(
        "Match the countries.{\n=Canada -> Ottawa\n=Italy -> Rome\n=Japan -> Tokyo\n=India -> New Delhi\n}"
    )
    assert question.kind == "matching"
    assert question.data["answers"][0] == {"left": "Canada", "right": "Ottawa"}


@pytest.mark.parametrize(
    ("answer", "low", "high"),
    [
        ("#3:2", 1, 5),
        ("#1..5", 1, 5),
        ("#3.141..3.142", 3.141, 3.142),
        ("#1822:0", 1822, 1822),
        ("#-5", -5, -5),
    ],
)
def test_numbers(answer: str, low: float, high: float) -> None:
    question = only(f"What is it? {{{answer}}}")
    assert question.kind == "number"
    assert (question.data["answers"][0]["low"], question.data["answers"][0]["high"]) == (low, high)


def test_several_numbers() -> None:
    question = only(
        "When was Grant born? {#\n=1822:0 #Correct!\n=%50%1822:2 #Half credit for being near.\n~#Look it up.\n}"
    )
    assert [(a["low"], a["fraction"]) for a in question.data["answers"]] == [(1822, 1.0), (1820, 0.5)]
    assert question.data["if_wrong"] == "Look it up."


def test_essay_and_description() -> None:
    assert only("Write about Grant. {}").kind == "essay"
    assert only("You can use your pencil.").kind == "description"


def test_missing_word() -> None:
    question = only("Grant is {~buried =entombed ~living} in Grant's tomb.")
    assert (question.kind, question.data["prompt"], question.data["after"]) == (
        "single",
        "Grant is",
        "in Grant's tomb.",
    )


def test_general_feedback() -> None:
    question = only("2+2? {=4 ~5 #####\nSums.}".replace("#####", "####"))
    assert question.data["feedback"] == "Sums."


def test_escapes() -> None:
    question = only(r"::a\:b:: Which \{set\} is \~it\= \# one?\nNext \\ line {=\{1\=1\} ~no\~}")
    assert question.data["title"] == "a:b"
    assert question.data["prompt"] == "Which {set} is ~it= # one?<br>Next \\ line"
    assert [a["text"] for a in question.data["answers"]] == ["{1=1}", "no~"]


def test_formats() -> None:
    assert only("[markdown]A *word* {T}").data["prompt"] == "<p>A *word* </p>".replace(" </p>", "</p>")
    assert only("[html]A <b>word</b><br/>x {T}").data["prompt"] == "A <strong>word</strong><br>x"
    assert only("[plain]1 < 2 {T}").data["prompt"] == "1 &lt; 2"
    assert only("Pick {=[html]<i>a</i> ~b}").data["answers"][0]["html"] == "<em>a</em>"


def test_comments_categories_and_ids() -> None:
    questions, messages = read(
        "// a comment\n$CATEGORY: top/dates\n\n// [id:birth] [tag:easy]\n::A:: One? {T}\n\n::B:: Two?\n// between\n{F}\n"
    )
    assert messages == []
    assert [(q.id, q.line, q.data["category"], q.data["tags"]) for q in questions] == [
        ("birth", 5, "top/dates", ["easy"]),
        ("q2", 7, "top/dates", []),
    ]


def test_the_passage_that_tells_the_answer_is_named_in_a_comment() -> None:
    questions, messages = read("// [passage:gori#trade] [id:trade]\nOne? {T}\n")
    assert messages == []
    assert [(q.id, q.data["tags"]) for q in questions] == [("trade", ["passage:gori#trade"])]


def test_one_faulty_question_does_not_hide_the_next() -> None:
    questions, messages = read("::A:: One {=a ~b\n\n::B:: Two {T}\n")
    assert [question.data["title"] for question in questions] == ["B"]
    assert messages == ["q.gift:1: the answers are never closed; end them with }"]


@given(st.text("ab=~#{}%\\n:/->\n[]1.TF ", max_size=60))
def test_any_text_is_questions_or_problems(text: str) -> None:
    questions, messages = read(text)
    if text.strip() and not questions and not messages:
        assert all(row.strip().startswith(("//", "$CATEGORY")) or not row.strip() for row in text.split("\n"))
