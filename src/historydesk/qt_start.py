"""A quicker import of PySide6: what it needs only to explain a wrong call is read when a call is wrong.

PySide6 carries the Python part of its signature support as source in a zip inside its library, and compiles all of
it at each start (about a quarter of the import, seen with 6.11). It is used for messages about wrong arguments and for
``__signature__``. ``defer_signatures`` makes those modules load at their first use. Where PySide6 works differently,
nothing is deferred and nothing else changes. See decision 0010.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_PREFIX = "shibokensupport.signature."
DEFERRED = frozenset(
    _PREFIX + name
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)


class _Deferred(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._load(), name)

    def _load(self) -> ModuleType:
        own = self.__dict__
        if "_module" not in own:
            full, loader = own["_full"], own["_loader"]
            module = ModuleType(full)
            module.__spec__ = ModuleSpec(full, loader)
            loader.exec_module(module)
            own["_module"] = module
        found: ModuleType = own["_module"]
        return found


class _Loader:
    """Makes the stand-in for a module that ``loader`` could load."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = _Deferred(spec.name)
        module.__dict__.update(_full=spec.name, _loader=self._loader)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Nothing yet."""


class _Finder:
    """Answers for the deferred modules, in front of PySide6's own finder, which puts itself first."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        finders = sys.meta_path
        if finders[0] is not self and self in finders:
            finders.remove(self)
            finders.insert(0, self)
        if name not in DEFERRED:
            return None
        for finder in finders[1:]:
            spec = finder.find_spec(name, path, target)
            if spec is not None and type(spec.loader).__name__ == "EmbeddableZipImporter":
                loader: Any = _Loader(spec.loader)
                return ModuleSpec(name, loader)
            if spec is not None:
                return spec
        return None


def defer_signatures() -> None:
    """Prepare the first import of PySide6; nothing happens when it is imported already."""
    if "shiboken6" not in sys.modules:
        sys.meta_path.insert(0, _Finder())


def imported() -> None:
    """PySide6 is imported: take the finder away, and put Python's own ``__import__`` back.

    PySide6 wraps ``__import__`` to offer ``from __feature__ import snake_case``, which we don't use; the wrapper
    reads the source of every module imported later (SQLAlchemy's import is a quarter slower, seen with 6.11).
    """
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
