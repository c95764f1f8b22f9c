"""A quicker way to make PySide6's enumerations: the same classes, without ``enum``'s detour for each member.

PySide6 makes every enumeration of a Qt class as a Python class when something of that Qt class is first used: about two
hundred of them, with three thousand members, before the first screen is shown (seen with 6.11). ``enum`` makes each
member by way of a placeholder that is set, removed and replaced. ``quicken`` puts a shorter way in front, for what
PySide6 asks for and nothing else. A test compares both ways, for flags the program itself does; on versions of Python
other than those named here nothing changes. See decision 0013.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

VERSIONS = ((3, 11), (3, 12), (3, 13))
"""Versions of Python whose ``enum`` was compared with this module."""
FLAGS = (enum.Flag, enum.IntFlag)
BASES = (enum.Enum, enum.IntEnum, *FLAGS)
_OWN = ("__dict__", "__weakref__", "__module__", "__new__")
"""What a class has for itself, or is given once it is made."""

_enum_type: Any = enum.EnumType
_taken = {base: frozenset(name for kind in base.__mro__ for name in vars(kind)) | {"mro"} for base in BASES}
"""Names that mean something in every enumeration of a base: a member of that name is a special case."""
_standard = _enum_type._create_
_patterns: dict[type, dict[str, Any]] = {}
"""For each base what the class of an enumeration without members holds."""
_trusted: dict[type, bool] = {}
"""For each kind of flag whether both ways made the same of a sample."""
_SAMPLE = [
    ("Four", 4),
    ("One", 1),
    ("Five", 5),
    ("Nothing", 0),
    ("Sixteen", 16),
    ("Same", 4),
    ("Two", 2),
    ("Twelve", 12),
]


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
        and (cls not in FLAGS or _is_trusted(cls))
    ):
        return make(cls, class_name, names, sys._getframe(2).f_globals.get("__name__"))
    return _standard(cls, class_name, names, *args, **options)


def _are_plain(base: Any, names: list[Any]) -> bool:
    """Whether the members are numbers with ordinary names, each named once."""
    taken = _taken[base]
    for item in names:
        if type(item) is not tuple or type(item[1]) is not int or item[0] in taken or item[0][:1] == "_":
            return False
    if len(dict(names)) < len(names):
        return False
    return base not in FLAGS or min((value for _, value in names), default=0) >= 0


def _is_trusted(base: Any) -> bool:
    """Whether a kind of flag may be made in the short way: ``enum``'s rules for flags change in small releases."""
    if base not in _trusted:
        standard = _standard(base, "Sample", _SAMPLE, module=__name__, boundary=enum.KEEP)
        _trusted[base] = shown(standard) == shown(make(base, "Sample", _SAMPLE, __name__))
    return _trusted[base]


def shown(made: Any) -> dict[str, object]:
    """What an enumeration's class holds, in terms that can be compared with another such class."""

    def told(value: object) -> object:
        if isinstance(value, made):
            return [
                (name, kept is made if name == "__objclass__" else kept) for name, kept in vars(value).items()
            ]
        if isinstance(value, dict):
            return {name: told(kept) for name, kept in value.items()}
        if getattr(value, "__self__", None) is made:
            return value.__name__  # type: ignore[attr-defined]
        return getattr(value, "__func__", value)

    return {
        name: told(value) for name, value in vars(made).items() if name not in ("__dict__", "__weakref__")
    }


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
    is_flag, is_number, put = base in FLAGS, issubclass(base, int), type.__setattr__
    if is_flag:
        _note_bits(body, names)
    made: Any = type.__new__(enum.EnumType, class_name, (base,), body)
    order, members, by_value = body["_member_names_"], body["_member_map_"], body["_value2member_map_"]
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
            if not is_flag or value.bit_count() == 1:
                order.append(name)
        members[name] = member
        put(made, name, member)
    if is_flag:
        listed = [members[name]._value_ for name in order]
        if listed != sorted(listed):
            put(made, "_iter_member_", made._iter_member_by_def_)
    return made


def _note_bits(body: dict[str, Any], names: list[tuple[str, int]]) -> None:
    """What a class of flags knows of the bits of its members."""
    mask = singles = 0
    for _, value in names:
        mask |= value
        if value.bit_count() == 1:
            singles |= value
    body["_flag_mask_"] = mask
    body["_all_bits_"] = 2 ** mask.bit_length() - 1 if names else 0
    if "_singles_mask_" in body:
        body["_singles_mask_"] = singles
