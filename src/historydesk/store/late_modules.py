"""Modules that SQLAlchemy imports for what is not used here, imported when something of them is asked for.

SQLAlchemy 2.1 imports ``asyncio`` (and with it sockets, TLS and sub-processes) for its asynchronous drivers, and
``importlib.metadata`` for drivers of other packages: a sixth of its import. See decision 0020.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

LATE = ("asyncio", "importlib.metadata")


class _LateModule(ModuleType):
    """Stands for a module and answers with the real one's names."""

    def __getattr__(self, name: str) -> Any:
        if name in ("__file__", "__wrapped__"):  # asked by whoever looks through all modules
            raise AttributeError(name)
        part = f"{self.__name__}.{name}"
        if not name.startswith("_") and importlib.util.find_spec(part) is not None:
            return importlib.import_module(part)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        real = importlib.import_module(self.__name__)
        for known, module in list(vars(self).items()):
            if isinstance(module, ModuleType) and not hasattr(real, known):
                setattr(real, known, module)  # came before the whole
        return getattr(real, name)


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
