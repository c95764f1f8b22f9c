"""What a place where the program runs allows."""

from __future__ import annotations

from typing import Literal

from historydesk.domain.values import dataclass

Mode = Literal["normal", "classroom", "kiosk"]

WINDOW_ACTIONS = frozenset({"quit", "full_screen", "export"})
"""Actions about the window or this computer’s disk, not the reading: a kiosk has none of them."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Decided once at start and given to whoever must know; never changed while the program runs."""

    mode: Mode = "normal"

    def allows(self, action: str) -> bool:
        """Whether an action of the window exists here."""
        return self.mode != "kiosk" or action not in WINDOW_ACTIONS

    @property
    def remembers(self) -> bool:
        """Whether the next start shows what the last reader left (not between visitors)."""
        return self.mode != "kiosk"

    @property
    def may_close(self) -> bool:
        """Whether the window can be closed by whoever stands before it."""
        return self.mode != "kiosk"

    @property
    def target(self) -> int:
        """Least side of a touch target in pixels."""
        return 56 if self.mode == "kiosk" else 40

    @property
    def single_instance(self) -> bool:
        """Whether a second start raises the first window instead."""
        return True


def policy_named(mode: str) -> Policy:
    """The policy of a mode; raises ``ValueError`` for a word that is none."""
    if mode == "normal":
        return Policy("normal")
    if mode == "classroom":
        return Policy("classroom")
    if mode == "kiosk":
        return Policy("kiosk")
    raise ValueError(mode)
