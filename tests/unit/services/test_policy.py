"""What a place allows."""

from __future__ import annotations

import pytest

from historydesk.services.policy import Policy, policy_named


def test_a_kiosk_has_no_way_out_and_no_memory() -> None:
    kiosk = policy_named("kiosk")
    assert not kiosk.allows("quit")
    assert not kiosk.allows("full_screen")
    assert kiosk.allows("search")
    assert not kiosk.remembers
    assert not kiosk.may_close
    assert kiosk.target >= 56


@pytest.mark.parametrize("mode", ["normal", "classroom"])
def test_a_desk_allows_everything(mode: str) -> None:
    policy = policy_named(mode)
    assert policy.allows("quit")
    assert policy.remembers
    assert policy == Policy(mode)  # type: ignore[arg-type]


def test_another_word_is_an_error() -> None:
    with pytest.raises(ValueError, match="party"):
        policy_named("party")
