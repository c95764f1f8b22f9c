"""Marks: long names in two lines, discs that tell a number, larger with large text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from historydesk.ui.map.marks import LONGEST, Marks, broken
from historydesk.ui.theme import default_appearance


def test_a_long_name_stands_in_two_even_lines() -> None:
    name = "National Museum of the Holodomor-Genocide, Kyiv"
    first, second = broken(name)
    assert f"{first} {second}" == name
    assert abs(len(first) - len(second)) < 8


@pytest.mark.parametrize("name", ["Gori", "x" * LONGEST, "y" * 60])
def test_a_short_name_and_one_without_a_space_keep_their_line(name: str) -> None:
    assert broken(name) == [name]


@pytest.mark.usefixtures("qapp")
def test_two_lines_are_narrower_and_higher() -> None:
    marks = Marks(default_appearance())
    one = marks.label("Joseph Museum, Gori", "", False, 1.0)
    two = marks.label("Joseph Museum, Gori, Joseph Museum", "", False, 1.0)
    assert two.height() > 1.7 * one.height()
    assert two.width() < 1.4 * one.width()


@pytest.mark.usefixtures("qapp")
def test_a_disc_bears_its_number() -> None:
    marks = Marks(default_appearance())
    drawn = [marks.drawn_dot(False, count, 1.0).toImage() for count in (1, 2, 3, 12, 120)]
    assert len({bytes(each.constBits()) for each in drawn}) == 5
    assert marks.radius(False, 2) > marks.radius(True)


@pytest.mark.usefixtures("qapp")
def test_marks_grow_a_little_with_the_text() -> None:
    large = Marks(replace(default_appearance(), text_percent=200))
    assert large.radius(False) == pytest.approx(1.4 * Marks(default_appearance()).radius(False))
