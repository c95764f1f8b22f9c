"""Places and their names."""

from __future__ import annotations

import pytest

from historydesk.domain.entities import MapPlace


@pytest.mark.parametrize(
    ("year", "name"), [(1900, "St Petersburg"), (1914, "Petrograd"), (1923, "Petrograd"), (1950, "Leningrad")]
)
def test_the_name_of_a_place_follows_the_year(year: int, name: str) -> None:
    names = ((1914, "Petrograd"), (1924, "Leningrad"))
    assert (
        MapPlace("x", "St Petersburg", "St Petersburg", 30.3, 59.9, 0, 0, names=names).name_in(year) == name
    )
