"""The quiz on paper."""

from __future__ import annotations

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import plain
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.ui.quiz.quiz_sheet import LETTERS, sheet_html

GIFT = """
His father’s trade & name?{ =Cobbler ~Priest ~Miner ####The shop failed.}

He was born in 1879.{F}

Match.{ =1878 -> born =1953 -> died }

Which post?{=General Secretary}

Was it bound to happen?{}
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
