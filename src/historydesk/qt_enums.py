"""A quicker way to make PySide6's enumerations: the same classes, without ``enum``'s detour for each member.

PySide6 makes every enumeration of a Qt class as a Python class when something of that Qt class is first used: about two
hundred of them, with three thousand members, before the first screen is shown (seen with 6.11). ``enum`` makes each
member by way of a placeholder that is set, removed and replaced. ``quicken`` puts a shorter way in front, for what
PySide6 asks for and nothing else. A test compares both ways; on versions of Python other than those named here nothing
changes. See decision 0013.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

VERSIONS = ((3, 11), (3, 12), (3, 13))
"""Versions of Python whose ``enum`` was compared with this module."""
BASES = (enum.Enum, enum.IntEnum)
"""Flags stay with ``enum``: they are few, and its rules for them change from one release to the next."""
_OWN = ("__dict__", "__weakref__", "__module__", "__new__")
"""What a class has for itself, or is given once it is made."""

_enum_type: Any = enum.EnumType
_taken = {base: frozenset(name for kind in base.__mro__ for name in vars(kind)) | {"mro"} for base in BASES}
"""Names that mean something in every enumeration of a base: a member of that name is a special case."""
_standard = _enum_type._create_
_patterns: dict[type, dict[str, Any]] = {}
"""For each base what the class of an enumeration without members holds."""


def quicken() -> None:
    """Make the enumerations of PySide6 in the short way from now on."""
    if sys.version_info[:2] in VERSIONS:
        _enum_type._create_ = _create


def _create(cls: Any, class_name: str, names: Any, *args: Any, **options: Any) -> Any:
    """In place of ``EnumType._create_``: an enumeration ``class_name`` of a base and (name, number) pairs."""
    if (
        cls in BASES
        and options.get("boundary") is enum.KEEP
        and options["module"] is options["type"] is None
        and type(names) is list
        and _are_plain(cls, names)
    ):
        return make(cls, class_name, names, sys._getframe(2).f_globals.get("__name__"))
    return _standard(cls, class_name, names, *args, **options)


def _are_plain(base: Any, names: list[Any]) -> bool:
    """Whether the members are numbers with ordinary names, each named once."""
    taken = _taken[base]
    for item in names:
        if type(item) is not tuple or type(item[1]) is not int or item[0] in taken or item[0][:1] == "_":
            return False
    return len(dict(names)) == len(names)


def make(base: Any, class_name: str, names: list[tuple[str, int]], module: str | None) -> Any:
    """The class that ``enum`` would make of such names; they must be plain."""
    pattern = _patterns.get(base)
    if pattern is None:
        empty = _standard(base, "Empty", [], boundary=enum.KEEP)
        pattern = {name: value for name, value in vars(empty).items() if name not in _OWN}
        _patterns[base] = pattern
    body = {
        name: value.copy() if type(value) in (list, dict, set) else value for name, value in pattern.items()
    }
    if module is not None:
        body["__module__"] = module
    made: Any = type.__new__(enum.EnumType, class_name, (base,), body)
    order, members, by_value = body["_member_names_"], body["_member_map_"], body["_value2member_map_"]
    put, is_number = type.__setattr__, issubclass(base, int)
    put(made, "__new__", enum.Enum.__new__)
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            own = member.__dict__
            own["_value_"] = value
            own["_name_"] = name
            own["__objclass__"] = made
            own["_sort_order_"] = len(order)
            by_value[value] = member
            order.append(name)
        members[name] = member
        put(made, name, member)
    return made
