"""What an answer is worth."""

from __future__ import annotations

import pytest

from historydesk.domain.quiz import KeptAnswer, Question
from historydesk.domain.quiz_attempt import fingerprint_of, shuffled, still_valid
from historydesk.domain.quiz_judging import judge, lines, number_of, partners, solution


def _answer(text: str, fraction: float, feedback: str = "", **more: object) -> dict[str, object]:
    return {"html": text, "text": text, "fraction": fraction, "feedback": feedback, **more}


SINGLE = Question(
    "q",
    "single",
    {"feedback": "General.", "answers": [_answer("Priest", 0, "His mother’s hope."), _answer("Cobbler", 1)]},
)
MULTIPLE = Question(
    "q", "multiple", {"feedback": "", "answers": [_answer("a", 0.5), _answer("b", 0.5), _answer("c", -1)]}
)
MATCHING = Question(
    "q",
    "matching",
    {
        "feedback": "",
        "answers": [
            {"left": "1878", "right": "born"},
            {"left": "1953", "right": "died"},
            {"left": "", "right": "wed"},
        ],
    },
)


def test_a_right_choice_is_right_and_the_general_words_are_said() -> None:
    verdict = judge(SINGLE, ("1",))
    assert (verdict.word, verdict.said) == ("right", ("General.",))


def test_a_wrong_choice_is_told_its_own_words_first_and_the_right_answer() -> None:
    verdict = judge(SINGLE, ("0",))
    assert (verdict.word, verdict.said) == ("wrong", ("His mother’s hope.", "General."))
    assert verdict.solution == "Cobbler"


@pytest.mark.parametrize(
    ("given", "word"),
    [(("0", "1"), "right"), (("0",), "partly"), (("0", "1", "2"), "wrong"), (("9", "x"), "wrong")],
)
def test_several_answers_are_right_together_only(given: tuple[str, ...], word: str) -> None:
    assert judge(MULTIPLE, given).word == word


def test_choosing_everything_is_never_right() -> None:
    lenient = Question(
        "q", "multiple", {"answers": [_answer("a", 0.5), _answer("b", 0.5), _answer("c", 0)], "feedback": ""}
    )
    assert judge(lenient, ("0", "1", "2")).word == "partly"


def test_true_and_false() -> None:
    question = Question(
        "q", "truefalse", {"right": False, "if_wrong": "No.", "if_right": "Yes.", "feedback": ""}
    )
    assert judge(question, ("false",)).said == ("Yes.",)
    assert judge(question, ("true",)).word == "wrong"


def test_pairs_are_judged_line_by_line_and_a_stray_partner_is_offered() -> None:
    assert partners(MATCHING) == ("born", "died", "wed")
    assert lines(MATCHING) == (("1878", "born"), ("1953", "died"))
    assert judge(MATCHING, ("born", "died")).word == "right"
    assert judge(MATCHING, ("born", "wed")).word == "partly"
    assert judge(MATCHING, ("died", "born")).word == "wrong"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("  the  post ", "right"),
        ("THE POST", "right"),
        ("general’s post", "partly"),
        ("a post", "wrong"),
        ("", "wrong"),
    ],
)
def test_words_are_compared_without_capitals_spaces_and_kinds_of_quotes(typed: str, word: str) -> None:
    question = Question(
        "q", "short", {"feedback": "", "answers": [_answer("the post", 1), _answer("general's *", 0.5)]}
    )
    assert judge(question, (typed,)).word == word


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("681,692", 681692),
        ("681 692", 681692),
        ("1,5", 1.5),
        ("−3", -3),
        ("1922", 1922),
        ("many", None),
        ("", None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, value: float | None) -> None:
    assert number_of(typed) == value


def test_a_number_is_right_within_its_bounds() -> None:
    question = Question("q", "number", {"feedback": "", "answers": [_answer("", 1, low=1920.0, high=1924.0)]})
    assert judge(question, ("1922",)).is_right
    assert judge(question, ("1925",)).word == "wrong"
    assert solution(question) == "1920–1924"


def test_a_prompt_is_neither_right_nor_wrong() -> None:
    assert judge(Question("q", "essay", {"feedback": "Think of 1922."}), ()).word == "read"


def test_the_order_is_steady_within_an_attempt_and_other_in_the_next() -> None:
    orders = [shuffled(8, SINGLE, attempt) for attempt in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[2]) == list(range(8))


def test_an_answer_to_a_question_that_changed_is_dropped() -> None:
    changed = Question("q", "single", {**SINGLE.data, "prompt": "Which trade?"})
    kept = {"q": KeptAnswer("gori", "q", fingerprint_of(SINGLE), 1, ("1",), True)}
    assert still_valid((SINGLE,), kept) == kept
    assert still_valid((changed,), kept) == {}


def test_an_answer_outlives_better_words_about_it() -> None:
    answers = [{**each, "feedback": "Said better."} for each in SINGLE.data["answers"]]  # type: ignore[attr-defined]
    reworded = {"title": "T", "tags": ["passage:gori#trade"], "feedback": "So it was.", "answers": answers}
    kept = {"q": KeptAnswer("gori", "q", fingerprint_of(SINGLE), 1, ("1",), True)}
    assert still_valid((Question("q", "single", {**SINGLE.data, **reworded}),), kept) == kept
    moved = [*answers[1:], answers[0]]
    assert still_valid((Question("q", "single", {**SINGLE.data, "answers": moved}),), kept) == {}
    assert still_valid((), kept) == {}
