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


def _is_plain(cls: type) -> bool:
    """Whether a class has ordinary fields only, and leaves all to the decorator."""
    own = vars(cls)
    return (
        cls.__bases__ == (object,)
        and not any(name in own for name in (*_METHODS, "__post_init__", "__slots__"))
        and not any(
            word in str(kind) for kind in own.get("__annotations__", {}).values() for word in _SPECIAL
        )
        and all(
            one.init and one.repr and one.compare and one.hash is None and one.kw_only is _MISSING
            for one in own.values()
            if isinstance(one, dataclasses.Field)
        )
    )


def _value(cls: type) -> Any:
    """The frozen class with slots that the standard library would make."""
    # Without words the standard library writes some, by reading the signature: four times the work of all else.
    cls.__doc__ = cls.__doc__ or cls.__name__
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    listed = dataclasses.fields(cls)
    names = tuple(one.name for one in listed)
    body = {name: kept for name, kept in vars(cls).items() if name not in _LEFT_OUT and name not in names}
    body |= _methods(names)
    body["__init__"] = _initialiser(listed)
    body["__slots__"] = names
    body["__dataclass_params__"] = vars(_Pattern)["__dataclass_params__"]
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _initialiser(listed: tuple[dataclasses.Field[Any], ...]) -> Any:
    """``__init__``, written out: it is called too often to look its fields up."""
    space: dict[str, Any] = {"_put": _put, "_MISSING": _MISSING}
    taken, lines = ["self"], []
    for one in listed:
        name = one.name
        given = name
        if one.default is not _MISSING:
            space[f"_{name}"] = one.default
            taken.append(f"{name}=_{name}")
        elif one.default_factory is not _MISSING:
            space[f"_{name}"] = one.default_factory
            taken.append(f"{name}=_MISSING")
            given = f"_{name}() if {name} is _MISSING else {name}"
        else:
            taken.append(name)
        lines.append(f" _put(self, {name!r}, {given})")
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
