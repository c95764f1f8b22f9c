"""Modules that SQLAlchemy imports for what is not used here, imported when something of them is asked for.

SQLAlchemy 2.1 imports ``asyncio`` (and with it sockets, TLS and sub-processes) for its asynchronous drivers, and
``importlib.metadata`` for drivers of other packages: a sixth of its import. See decision 0021.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from threading import RLock
from types import ModuleType
from typing import Any

LATE = ("asyncio", "importlib.metadata")


_loading = RLock()


class _LateModule(ModuleType):
    """A module whose code runs when one of its names is asked for; a part of a package comes without the whole."""

    def __getattr__(self, name: str) -> Any:
        if name in ("__file__", "__wrapped__"):  # asked by whoever looks through all modules
            raise AttributeError(name)
        part = f"{self.__name__}.{name}"
        if not name.startswith("_") and importlib.util.find_spec(part) is not None:
            return importlib.import_module(part)
        with _loading:
            spec = self.__spec__
            if type(self) is _LateModule and spec is not None and spec.loader is not None:
                self.__class__ = ModuleType  # type: ignore[assignment]
                # What a module has from the start: the loader of the packaged program asks for ``__file__``.
                self.__dict__.update(vars(importlib.util.module_from_spec(spec)))
                spec.loader.exec_module(self)
        return getattr(self, name)


def _iscoroutine(value: object) -> bool:
    """``asyncio.iscoroutine``, which SQLAlchemy takes hold of while it is imported."""
    from asyncio import coroutines

    return coroutines.iscoroutine(value)


def put_off() -> None:
    """Prepare the import of SQLAlchemy; what is imported already stays."""
    if "sqlalchemy" in sys.modules:
        return
    for name in LATE:
        spec = importlib.util.find_spec(name) if name not in sys.modules else None
        if spec is None:
            continue
        late = _LateModule(name)
        late.__spec__ = spec
        late.__path__ = list(spec.submodule_search_locations or ())
        if name == "asyncio":
            late.__dict__["iscoroutine"] = _iscoroutine
        sys.modules[name] = late
        package, _, last = name.rpartition(".")
        if package:
            setattr(sys.modules[package], last, late)
