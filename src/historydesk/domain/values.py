"""``dataclass`` for values, made in half the time: a start makes dozens of them before the first screen.

For ``@dataclass(frozen=True, slots=True)`` the standard library writes one method after the other as text and compiles
each, at every start. Here only ``__init__`` is written; the others serve all classes. Every other dataclass, and every
field that is more than a name with a default, is left to the standard library; its ``fields``, ``replace`` and ``asdict``
work as ever. A test compares both. See decision 0015.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """As ``dataclasses.dataclass``."""

        def made(cls):
            if options == {"frozen": True, "slots": True} and _is_plain(cls):
                return _value(cls)
            return dataclasses.dataclass(cls, **options)

        return made if cls is None else made(cls)


@dataclasses.dataclass(frozen=True, slots=True)
class _Pattern:
    """What the standard library notes of a class."""


_MISSING: Any = dataclasses.MISSING
_put = object.__setattr__
_LEFT_OUT = ("__dict__", "__weakref__")
_SPECIAL = ("ClassVar", "InitVar", "KW_ONLY")
_METHODS = (
    "__init__",
    "__repr__",
    "__eq__",
    "__hash__",
    "__setattr__",
    "__delattr__",
    "__getstate__",
    "__setstate__",
)
_OWN = frozenset((*_METHODS, "__post_init__", "__slots__"))


def _is_plain(cls: type) -> bool:
    """Whether a class has ordinary fields only, and leaves all to the decorator."""
    own = vars(cls)
    kinds = own.get("__annotations__", {})
    return (
        cls.__bases__ == (object,)
        and own.keys().isdisjoint(_OWN)
        and not any(word in str(kind) for kind in kinds.values() for word in _SPECIAL)
        and all(_is_plain_default(own[name]) for name in kinds if name in own)
        # A field without a default behind one with a default: the standard library says what is wrong.
        and [name in own for name in kinds] == sorted(name in own for name in kinds)
        and not any(name not in kinds for name, one in own.items() if isinstance(one, dataclasses.Field))
    )


def _is_plain_default(one: Any) -> bool:
    if isinstance(one, dataclasses.Field):
        return (
            one.init
            and one.repr
            and one.compare
            and one.hash is None
            and one.kw_only is _MISSING
            # Without a default its place among the others is not known from the class alone.
            and (one.default is not _MISSING or one.default_factory is not _MISSING)
        )
    return one.__class__.__hash__ is not None


def _value(cls: type) -> Any:
    """The frozen class with slots that the standard library would make."""
    kinds = vars(cls).get("__annotations__", {})
    names = tuple(kinds)
    given = {name: vars(cls)[name] for name in names if name in vars(cls)}
    body = {name: kept for name, kept in vars(cls).items() if name not in _LEFT_OUT and name not in kinds}
    body |= _methods(names)
    body["__doc__"] = cls.__doc__ or cls.__name__
    body["__slots__"] = body["__match_args__"] = names
    home: list[type] = []
    body["__init__"] = _first_init(home, names, given)
    body["__dataclass_params__"] = vars(_Pattern)["__dataclass_params__"]
    body["__dataclass_fields__"] = _Fields(kinds, given)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    home.append(made)
    return made


class _Fields:
    """Stands for ``__dataclass_fields__`` of a class until somebody asks: few values are ever looked into."""

    def __init__(self, kinds: dict[str, Any], given: dict[str, Any]) -> None:
        self._kinds, self._given = kinds, given

    def __get__(self, value: object, cls: type) -> Any:
        pattern = type(
            cls.__name__, (), {"__annotations__": self._kinds, "__doc__": cls.__doc__, **self._given}
        )
        dataclasses.dataclass(init=False, repr=False, eq=False)(pattern)
        found = vars(pattern)["__dataclass_fields__"]
        type.__setattr__(cls, "__dataclass_fields__", found)
        return found


def _first_init(home: list[type], names: tuple[str, ...], given: dict[str, Any]) -> Any:
    """``__init__`` that writes the real one when the first value is made: most are not made at the start."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        real = _initialiser(names, given)
        type.__setattr__(home[0], "__init__", real)
        real(self, *values, **named)

    first.__name__ = first.__qualname__ = "__init__"
    return first


def _initialiser(names: tuple[str, ...], given: dict[str, Any]) -> Any:
    """``__init__``, written out: it is called too often to look its fields up."""
    space: dict[str, Any] = {"_put": _put, "_MISSING": _MISSING}
    taken, lines = ["self"], []
    for name in names:
        value = name
        if name not in given:
            taken.append(name)
        elif isinstance(given[name], dataclasses.Field) and given[name].default is _MISSING:
            space[f"_{name}"] = given[name].default_factory
            taken.append(f"{name}=_MISSING")
            value = f"_{name}() if {name} is _MISSING else {name}"
        else:
            one = given[name]
            space[f"_{name}"] = one.default if isinstance(one, dataclasses.Field) else one
            taken.append(f"{name}=_{name}")
        lines.append(f" _put(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(taken)}):\n" + ("\n".join(lines) or " pass"), space)
    return space["__init__"]


def _methods(names: tuple[str, ...]) -> dict[str, Any]:
    """The methods that ask for the fields by their names."""
    values: Any = (
        attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, one) for one in names)
    )

    def show(self: Any) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{type(self).__qualname__}({shown})"

    def equals(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def number(self: Any) -> int:
        return hash(values(self))

    def refuse(self: Any, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def refuse_too(self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def state(self: Any) -> list[Any]:
        return list(values(self))

    def restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            _put(self, name, value)

    made = (show, equals, number, refuse, refuse_too, state, restore)
    return dict(zip(_METHODS[1:], made, strict=True))
