"""A value made in the short way is what the standard library makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from historydesk.domain import values


def _both(cls: type) -> tuple[Any, Any]:
    """The class as the standard library decorates it, and as we do."""
    one = type(cls.__name__, cls.__bases__, dict(vars(cls)))
    other = type(cls.__name__, cls.__bases__, dict(vars(cls)))
    return dataclasses.dataclass(frozen=True, slots=True)(one), values.dataclass(frozen=True, slots=True)(
        other
    )


class Empty:
    """Nothing."""


class One:
    """One field."""

    name: str


class Many:
    """Fields with and without defaults."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()
    notes: dict[str, str] = dataclasses.field(default_factory=dict)
    place: str | None = None

    @property
    def whole(self) -> str:
        """Both words."""
        return f"{self.name} {self.size}"

    def longer(self, count: int = 1) -> str:
        """The name again and again."""
        return self.name * count


CLASSES = pytest.mark.parametrize("cls", [Empty, One, Many], ids=lambda cls: cls.__name__)


def _made(kind: Any) -> Any:
    return kind(*["Gori"] * min(1, len(dataclasses.fields(kind))))


@CLASSES
@pytest.mark.parametrize(
    "ask",
    [
        lambda kind: repr(_made(kind)).rpartition(".")[2],
        lambda kind: _made(kind) == _made(kind),
        lambda kind: _made(kind) == ("Gori",),
        lambda kind: _made(kind).__eq__("Gori"),
        lambda kind: dataclasses.asdict(_made(kind)),
        lambda kind: [
            (one.name, one.type, one.default, one.default_factory, one.kw_only)
            for one in dataclasses.fields(kind)
        ],
        lambda kind: repr(kind.__dataclass_params__),
        lambda kind: kind.__match_args__,
        lambda kind: kind.__slots__,
        lambda kind: kind.__doc__,
        lambda kind: copy.copy(_made(kind)) == _made(kind) == copy.deepcopy(_made(kind)),
        lambda kind: hasattr(_made(kind), "__dict__"),
        lambda kind: sorted(name for name in vars(kind) if name not in ("__module__", "__qualname__")),
    ],
    ids=[
        "repr",
        "same",
        "tuple",
        "other",
        "asdict",
        "fields",
        "params",
        "match",
        "slots",
        "doc",
        "copy",
        "dict",
        "names",
    ],
)
def test_both_answer_the_same(cls: type, ask: Callable[[Any], object]) -> None:
    standard, ours = _both(cls)
    assert ask(ours) == ask(standard)


def test_a_value_is_kept_compared_and_hashed_by_its_fields() -> None:
    _, kind = _both(Many)
    one, other = kind("Gori", parts=("a",)), kind("Gori", 3, ("a",))
    assert one == other
    assert one.notes is not other.notes
    assert one != kind("Tiflis", 3, ("a",))
    assert dataclasses.replace(one, size=7).whole == "Gori 7"
    _, single = _both(One)
    assert len({single("Gori"), single("Gori"), single("Batum")}) == 2
    match single("Gori"):
        case single(name=name):
            assert name == "Gori"


@CLASSES
def test_a_value_cannot_be_changed(cls: type) -> None:
    value = _made(_both(cls)[1])
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "Batum"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
        del value.name


def test_wrong_arguments_are_refused() -> None:
    _, kind = _both(Many)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        kind("Gori", other=1)


def test_a_value_without_words_gets_its_name_for_them() -> None:
    assert values.dataclass(frozen=True, slots=True)(type("Bare", (), {})).__doc__ == "Bare"


def test_a_class_built_on_a_value_keeps_its_own_way_of_being_made() -> None:
    class Loud(Kept):
        """Has a say of its own."""

        def __init__(self, name: str) -> None:
            super().__init__(name.upper(), ())

    assert [Loud("Gori").name, Loud("Batum").name, Kept("Tiflis", ()).name] == ["GORI", "BATUM", "Tiflis"]


def test_a_field_without_a_default_behind_one_with_a_default_is_refused() -> None:
    with pytest.raises(TypeError, match="non-default argument 'name' follows"):

        @values.dataclass(frozen=True, slots=True)
        class Wrong:
            """Cannot be made."""

            size: int = 3
            name: str


def test_a_default_that_could_change_is_refused() -> None:
    with pytest.raises(ValueError, match="mutable default"):

        @values.dataclass(frozen=True, slots=True)
        class Wrong:
            """Would share its list."""

            names: list[str] = []  # noqa: RUF012


def test_a_value_survives_pickling() -> None:
    value = Kept("Gori", (1, 2))
    assert pickle.loads(pickle.dumps(value)) == value


@values.dataclass(frozen=True, slots=True)
class Kept:
    """Of this module, so that it is found by name."""

    name: str
    years: tuple[int, ...]


def test_what_is_not_plain_is_left_to_the_standard_library() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Counted:
        """Has a field of the class."""

        seen: ClassVar[int] = 0
        name: str = dataclasses.field(compare=False)

    @values.dataclass(order=True)
    class Open:
        """Can be changed and ordered."""

        size: int

    @values.dataclass(frozen=True, slots=True)
    class More(Kept):
        """Inherits fields."""

        place: str = ""

    assert Counted("Gori") == Counted("Batum")
    assert [one.name for one in dataclasses.fields(Counted)] == ["name"]
    opened = Open(1)
    opened.size = 5
    assert Open(2) < opened
    assert More("Gori", (1,), "Kura") == More("Gori", (1,), "Kura")
    assert [one.name for one in dataclasses.fields(More)] == ["name", "years", "place"]
