"""Loading SQLAlchemy late and fast.

PySide6 replaces ``builtins.__import__``, which makes the import of a large library a quarter slower. Importing this
module before PySide6 keeps Python's own function; ``load_content_store`` puts it in place while SQLAlchemy loads.
"""

from __future__ import annotations

import builtins
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from historydesk.store.content import ContentStore
    from historydesk.store.records import RecordsStore

_plain_import = builtins.__import__
_lock = Lock()


def load_content_store(path: Path) -> ContentStore:
    """Import SQLAlchemy if need be and open the content store; slow the first time, so call it in a thread."""
    with _lock:
        replaced, builtins.__import__ = builtins.__import__, _plain_import
        try:
            from historydesk.store.content import ContentStore
        finally:
            builtins.__import__ = replaced
    return ContentStore(path)


def load_records_store(path: Path) -> RecordsStore:
    """Import SQLAlchemy if need be and open the records, bringing them up to date; raises RecordsError."""
    with _lock:
        replaced, builtins.__import__ = builtins.__import__, _plain_import
        try:
            from historydesk.store.records import RecordsStore
        finally:
            builtins.__import__ = replaced
    return RecordsStore(path)
