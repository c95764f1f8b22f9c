"""What belongs to one attempt at a quiz: which kept answers still count, and the order of what is offered."""

from __future__ import annotations

import json
from hashlib import sha256
from random import Random
from typing import Any

from historydesk.domain.quiz import KeptAnswer, Question

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
LETTERS = (*_ALPHABET, *(first + second for first in _ALPHABET for second in _ALPHABET))
"""What answers are called: a … z, and then aa, ab …; enough for seven hundred."""


_SAID = frozenset({"title", "category", "tags", "feedback", "if_right", "if_wrong"})
"""What may be put better without changing what was asked."""


def fingerprint_of(question: Question) -> str:
    """A short hash that changes with anything asked or to be answered, not with what is said of it afterwards."""
    asked: dict[str, Any] = {name: each for name, each in question.data.items() if name not in _SAID}
    answers = asked.get("answers")
    if isinstance(answers, list | tuple):
        asked["answers"] = [
            {key: value for key, value in each.items() if key not in _SAID} for each in answers
        ]
    text = json.dumps([question.kind, asked], sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]


def still_valid(questions: tuple[Question, ...], answers: dict[str, KeptAnswer]) -> dict[str, KeptAnswer]:
    """The kept answers whose questions are asked as they were then, by question id."""
    prints = {question.id: fingerprint_of(question) for question in questions}
    return {id_: answer for id_, answer in answers.items() if prints.get(id_) == answer.fingerprint}


def shuffled(count: int, question: Question, attempt: int) -> tuple[int, ...]:
    """The numbers 0 … ``count`` − 1 in an order that stays the same throughout one attempt."""
    numbers = list(range(count))
    Random(f"{fingerprint_of(question)}:{attempt}").shuffle(numbers)
    return tuple(numbers)
