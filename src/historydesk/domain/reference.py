"""References: ``scheme:target`` links from text to what a pack knows."""

from __future__ import annotations

from historydesk.domain.values import dataclass

SCHEMES = (
    "term",
    "place",
    "person",
    "event",
    "claim",
    "source",
    "chapter",
    "journey",
    "debate",
    "note",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to one thing of the pack, written ``scheme:target`` (``chapter:ch-1#p3`` names a passage)."""

    scheme: str
    target: str

    @classmethod
    def parse(cls, href: str) -> Reference | None:
        """Read a link's address; ``None`` when it is no reference of ours."""
        scheme, colon, target = href.partition(":")
        if not colon or scheme not in SCHEMES or not target:
            return None
        return cls(scheme, target)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.target}"
