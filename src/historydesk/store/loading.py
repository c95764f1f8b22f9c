"""Loading SQLAlchemy late: its import is slow, so what needs it is imported when it is wanted, in a thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from historydesk.store.content import ContentStore
    from historydesk.store.records import RecordsStore


def _prepare() -> None:
    from historydesk.store.late_modules import put_off

    put_off()


def load_content_store(path: Path) -> ContentStore:
    """Import SQLAlchemy if need be and open the content store."""
    _prepare()
    from historydesk.store.content import ContentStore

    return ContentStore(path)


def make_first_records(path: Path) -> None:
    """Write records as the first version of the program did: what an upgrade begins with."""
    from historydesk.store.records_migration import migrate

    migrate(path, "1")


def load_records_store(path: Path) -> RecordsStore:
    """Import SQLAlchemy if need be and open the records, bringing them up to date; raises RecordsError."""
    _prepare()
    from historydesk.store.records import RecordsStore

    return RecordsStore(path)
