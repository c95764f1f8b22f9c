"""Questions at a chapter's end, and the answers a reader gave."""

from __future__ import annotations

import json
from dataclasses import field
from hashlib import sha256

from historydesk.domain.values import dataclass

Given = tuple[str, ...]
"""What was answered: numbers of the chosen answers, ``true``/``false``, typed words, or the partner chosen
for each line of a matching question."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question parsed from GIFT; ``data`` holds its stem and answers in the shape that its kind has."""

    id: str
    kind: str
    data: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer that was checked; ``fingerprint`` is the question's fingerprint then, ``attempt`` counts from 1."""

    chapter: str
    question: str
    fingerprint: str
    attempt: int
    given: Given
    right: bool


def fingerprint_of(question: Question) -> str:
    """A short hash that changes with anything asked or answered in the question."""
    text = json.dumps([question.kind, question.data], sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]


def still_valid(questions: tuple[Question, ...], answers: dict[str, KeptAnswer]) -> dict[str, KeptAnswer]:
    """The kept answers whose questions are asked as they were then, by question id."""
    prints = {question.id: fingerprint_of(question) for question in questions}
    return {id_: answer for id_, answer in answers.items() if prints.get(id_) == answer.fingerprint}
