"""The passage that tells an answer."""

from __future__ import annotations

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.pack import ChapterSummary
from historydesk.domain.quiz import Question
from historydesk.domain.quiz_passage import Telling, telling

TEXTS = (
    "Beso was a cobbler in Gori, and his trade failed.",
    "Keke washed clothes for other families in Gori.",
    "In 1864 serfdom began to end in Tiflis province.",
)


def _chapter() -> Chapter:
    passages = tuple(
        Passage(f"p{number}", number, "paragraph", f"<p>{text}</p>", text)
        for number, text in enumerate(TEXTS, 1)
    )
    return Chapter(ChapterSummary("gori", 1, "Gori", "", "", "", 40, 1, "", 0, 0), passages, "", "")


def _question(prompt: str, answer: str, *tags: str) -> Question:
    answers = [{"html": answer, "text": answer, "fraction": 1.0, "feedback": ""}]
    return Question("q", "single", {"prompt": prompt, "answers": answers, "tags": list(tags)})


def test_the_passage_with_the_rare_words_of_the_answer_tells_it() -> None:
    assert telling(_question("What was his father’s trade?", "Cobbler"), _chapter()) == Telling("gori", "p1")
    assert telling(_question("When did serfdom end?", "1864"), _chapter()) == Telling("gori", "p3")


def test_a_passage_that_the_author_named_goes_before() -> None:
    question = _question("What was his father’s trade?", "Cobbler", "passage:rise#p9")
    assert telling(question, _chapter()) == Telling("rise", "p9")


def test_without_a_likely_passage_the_chapter_is_named() -> None:
    assert telling(_question("Who painted it?", "Frida Kahlo"), _chapter()) == Telling("gori")
