"""The quiz on paper."""

from __future__ import annotations

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_attempt import LETTERS
from historydesk.domain.quiz_judging import plain
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.ui.quiz.quiz_sheet import sheet_html

GIFT = """
His father’s trade & name?{ =Cobbler ~Priest ~Miner ####The shop failed.}

He was born in 1879.{F}

Match.{ =1878 -> born =1953 -> died }

Which post?{=General Secretary}

Was it bound to happen?{}

Order.{>4 ALL
first
second
third
fourth
}

Tsaritsyn became {=Stalingrad} in 1925.
"""


def _halves() -> tuple[str, str]:
    reader = GiftReader("quiz.gift", GIFT, Problems(), lambda _path, _line, text: (text, text))
    questions = tuple(Question(each.id, each.kind, each.data) for each in reader.questions())
    asked, _, key = sheet_html("Stalin & others", "A boy from Gori", questions).partition("page-break-before")
    return plain(asked), plain(key)


def test_the_questions_give_nothing_away() -> None:
    asked, _ = _halves()
    assert "1. His father’s trade & name?" in asked
    assert "Cobbler" in asked
    assert "The shop failed" not in asked
    assert "General Secretary" not in asked


def test_the_key_names_the_letter_that_the_sheet_gave_the_answer() -> None:
    asked, key = _halves()
    letter = next(each for each in LETTERS if f"○ {each}) Cobbler" in asked)
    assert f"1. {letter}) Cobbler The shop failed." in key
    assert "2. False" in key
    born = next(each for each in LETTERS if f"{each}) born" in asked)
    assert f"1878: {born}" in key
    assert "4. General Secretary" in key
    assert "5. for discussion" in key


def test_items_to_be_numbered_stand_mixed_and_the_key_gives_their_order() -> None:
    asked, key = _halves()
    _, _, below = asked.partition("Number these in the right order.")
    items = [words for words in below.split() if words in ("first", "second", "third", "fourth")]
    assert sorted(items) == ["first", "fourth", "second", "third"]
    assert items != ["first", "second", "third", "fourth"]
    named = ("first", "second", "third", "fourth")
    places = "; ".join(
        f"{letter}) {named.index(item) + 1}" for letter, item in zip(LETTERS, items, strict=False)
    )
    assert f"6. {places} 1. first 2. second 3. third 4. fourth" in key


def test_a_missing_word_leaves_a_gap() -> None:
    asked, _ = _halves()
    assert "7. Tsaritsyn became ________ in 1925." in asked


def test_more_answers_than_letters_all_stand_on_the_sheet() -> None:
    text = "Which? {=right " + " ".join(f"~wrong{number}" for number in range(60)) + "}"
    reader = GiftReader("quiz.gift", text, Problems(), lambda _path, _line, each: (each, each))
    questions = tuple(Question(each.id, each.kind, each.data) for each in reader.questions())
    asked = plain(sheet_html("Pack", "Chapter", questions).partition("page-break-before")[0])
    assert all(f") wrong{number}" in asked for number in range(60))
    assert "○ aa)" in asked
    assert "○ bi)" in asked
