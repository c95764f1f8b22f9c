"""References."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.reference import SCHEMES, Reference


def test_a_reference_has_a_scheme_and_a_target() -> None:
    assert Reference.parse("chapter:gori#p2") == Reference("chapter", "gori#p2")


@pytest.mark.parametrize(
    "href",
    ["", "gori", "term:", ":serf", "http://example.org", "file:///etc/passwd", "TERM:serf", "javascript:x"],
)
def test_other_addresses_are_no_references(href: str) -> None:
    assert Reference.parse(href) is None


@given(st.sampled_from(SCHEMES), st.text(min_size=1))
def test_writing_and_reading_give_the_same_reference(scheme: str, target: str) -> None:
    reference = Reference(scheme, target)
    assert Reference.parse(str(reference)) == reference
