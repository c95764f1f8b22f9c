"""Python's own import, put back once PySide6 is loaded."""

from __future__ import annotations

import builtins


def restore_import() -> None:
    """Put Python's own ``__import__`` back; call it after PySide6 was imported.

    PySide6 wraps it to offer ``from __feature__ import snake_case``, which we don't use; the wrapper makes
    every later import slower (SQLAlchemy's by a quarter, measured with 6.11 and 6.12).
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
