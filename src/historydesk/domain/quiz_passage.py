"""Which passage tells the answer to a question."""

from __future__ import annotations

import re
from collections import Counter
from math import log

from historydesk.domain.chapter import Chapter
from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import plain, solution
from historydesk.domain.values import dataclass

NAMED = "passage:"
"""Begins the tag by which an author names the passage; see ``packs.gift``."""

_WORD = re.compile(r"[^\W_]{3,}")
_TOLD = ("paragraph", "list", "quote", "aside", "caution", "table")
"""Kinds of passages that tell something."""

_ANSWER, _REST = 3.0, 1.0
"""What a shared word weighs when it is in the answer, and elsewhere in the question."""

_LENGTH = 0.3
"""How much a long passage, which shares words by chance, is held back (0–1)."""

_LEAST = 6.0


@dataclass(frozen=True, slots=True)
class Telling:
    """Where an answer is told: a chapter and, when it is known, a passage of it."""

    chapter: str
    passage: str = ""


def telling(question: Question, chapter: Chapter) -> Telling:
    """The passage the author named, else the one that shares most rare words with question and answer.

    When no passage shares enough, the chapter alone.
    """
    tags = question.data.get("tags", ())
    for tag in tags if isinstance(tags, list | tuple) else ():
        if str(tag).startswith(NAMED):
            name, _, passage = str(tag).removeprefix(NAMED).partition("#")
            return Telling(name or chapter.summary.id, passage)
    return Telling(chapter.summary.id, _likeliest(question, chapter))


def _likeliest(question: Question, chapter: Chapter) -> str:
    told = [(each.id, _words(each.text)) for each in chapter.passages if each.kind in _TOLD]
    if not told:
        return ""
    spread = Counter(word for _, words in told for word in words)
    data = question.data
    weights = dict.fromkeys(
        _words(" ".join(plain(str(data.get(name, ""))) for name in ("prompt", "after", "feedback", "title"))),
        _REST,
    )
    answer = str(data.get("prompt", "")) if question.kind == "truefalse" else solution(question)
    weights |= dict.fromkeys(_words(plain(answer)), _ANSWER)
    usual = sum(len(words) for _, words in told) / len(told)

    def score_of(words: set[str]) -> float:
        shared = sum(weights[word] * log(1 + len(told) / spread[word]) for word in words & weights.keys())
        return shared / (1 - _LENGTH + _LENGTH * len(words) / usual)

    score, best = max(((score_of(words), id_) for id_, words in told), key=lambda each: each[0])
    return best if score >= _LEAST else ""


def _words(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text.casefold())}


def _stem(word: str) -> str:
    """Without the commonest endings, so that “tower” finds “towers”; good enough for comparing."""
    for ending in ("ing", "ed", "es", "s"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word.removesuffix(ending)
    return word
