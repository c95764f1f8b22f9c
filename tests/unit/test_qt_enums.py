"""PySide6's enumerations are what ``enum`` makes, however they are made."""

from __future__ import annotations

import enum
import types
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt

from historydesk import qt_enums

KINDS = pytest.mark.parametrize("base", qt_enums.BASES, ids=lambda base: base.__name__)
SETS = pytest.mark.parametrize(
    "names",
    [
        [],
        [("One", 1), ("Two", 2), ("Deux", 2), ("None", 0)],
        [("Last", 40), ("First", 3), ("All", 2047)],
        [(f"Key_{number}", number * 7) for number in range(60)],
        [(f"Bit_{number}", 1 << number) for number in range(31)],
    ],
    ids=["none", "alias", "unordered", "many", "bits"],
)


def _both(base: Any, names: list[tuple[str, int]]) -> tuple[Any, Any]:
    standard = qt_enums._standard(base, "Kind", names, module=__name__, boundary=enum.KEEP)
    return standard, qt_enums.make(base, "Kind", names, __name__)


@KINDS
@SETS
def test_the_short_way_makes_the_class_that_enum_makes(base: Any, names: list[tuple[str, int]]) -> None:
    standard, ours = _both(base, names)
    assert qt_enums.shown(ours) == qt_enums.shown(standard)


@KINDS
@SETS
@pytest.mark.parametrize(
    "ask",
    [
        lambda made: [(member.name, member.value, repr(member), str(member)) for member in made],
        lambda made: [(name, member.name) for name, member in made.__members__.items()],
        lambda made: [made(member.value) is member for member in made],
        lambda made: [made[name] is getattr(made, name) for name in made.__members__],
        lambda made: [member == member.value for member in made],
        lambda made: [hash(member) for member in made],
        lambda made: (repr(made), made.__module__, made.__qualname__, made.__mro__[1:], len(made)),
        lambda made: 2 in made.__members__.values(),
    ],
    ids=["members", "aliases", "by value", "by name", "numbers", "hash", "class", "contains"],
)
def test_both_answer_the_same(base: Any, names: list[tuple[str, int]], ask: Callable[[Any], object]) -> None:
    standard, ours = _both(base, names)
    assert ask(ours) == ask(standard)


@pytest.mark.parametrize("base", qt_enums.FLAGS, ids=lambda base: base.__name__)
def test_flags_are_combined_as_ever(base: Any) -> None:
    names = [("Left", 1), ("Right", 2), ("Center", 4), ("Across", 7), ("Top", 32)]
    standard, ours = _both(base, names)
    assert qt_enums._is_trusted(base)
    for made in (standard, ours):
        both = made.Left | made.Top
        assert [member.name for member in both] == ["Left", "Top"]
        assert (both & made.Left, both ^ made.Top, bool(both & made.Right)) == (made.Left, made.Left, False)
    words = [[repr(made(number)) for number in (0, 3, 7, 8, 33, 64)] for made in (standard, ours)]
    assert words[0] == words[1]
    assert (~standard.Left).value == (~ours.Left).value


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum], ids=lambda base: base.__name__)
def test_numbers_below_zero_are_members_too(base: Any) -> None:
    standard, ours = _both(base, [("Last", 40), ("First", -3), ("All", -1)])
    assert qt_enums.shown(ours) == qt_enums.shown(standard)


def test_flags_below_zero_are_left_to_enum() -> None:
    assert not qt_enums._are_plain(enum.Flag, [("All", -1)])


@KINDS
def test_a_member_cannot_be_replaced_or_the_class_extended(base: Any) -> None:
    made = qt_enums.make(base, "Kind", [("One", 1)], __name__)
    with pytest.raises(AttributeError):
        made.One = 2
    with pytest.raises(TypeError):
        types.new_class("More", (made,))
    with pytest.raises(ValueError, match="is not a valid"):
        made("One")


@pytest.mark.parametrize(
    "names", [[("name", 1)], [("_x", 1)], [("mro", 1)], [("A", "a")], [("A", 1), ("A", 2)]]
)
def test_what_is_not_plain_is_left_to_enum(names: list[Any]) -> None:
    assert not qt_enums._are_plain(enum.Enum, names)


def test_pyside_gets_its_enumerations_in_the_short_way() -> None:
    qt_enums.quicken()
    assert vars(enum.EnumType)["_create_"] is qt_enums._create
    assert Qt.Key(Qt.Key.Key_A.value) is Qt.Key.Key_A
    assert QEvent.Type.MouseMove.name == "MouseMove"
    assert enum.Enum("Own", ["A", "B"]).B.value == 2  # type: ignore[attr-defined]
