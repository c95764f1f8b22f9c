"""Questions at a chapter's end, and the answers a reader gave."""

from __future__ import annotations

from dataclasses import field

from historydesk.domain.values import dataclass

Given = tuple[str, ...]
"""What was answered: numbers of the chosen answers, ``true``/``false``, typed words, the partner chosen for each
line of a matching question, or the numbers of the items of an ordering question in the order they were put."""


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
