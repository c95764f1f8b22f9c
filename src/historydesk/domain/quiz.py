"""Questions at a chapter's end."""

from __future__ import annotations

from dataclasses import field

from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question parsed from GIFT; ``data`` holds its stem and answers in the shape that its kind has."""

    id: str
    kind: str
    data: dict[str, object] = field(default_factory=dict)
