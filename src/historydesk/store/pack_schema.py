"""The schema of a pack as text: ``python -m historydesk.store.pack_schema`` prints ``db/pack-schema.sql``."""

from __future__ import annotations

from historydesk.domain.pack import APPLICATION_ID, FORMAT_VERSION
from historydesk.store.pack_sql import INDEXES, TABLES
from historydesk.store.search_index import FILL_ITEMS, FILL_PASSAGES, HEADINGS, search_ddl


def schema_text() -> str:
    """The statements that make an empty pack, as they run."""
    items, passages = search_ddl()
    statements = [
        f"PRAGMA application_id = {APPLICATION_ID};  -- “HDKP”",
        f"PRAGMA user_version = {FORMAT_VERSION};",
        *(f"{statement};" for statement in TABLES.values()),
        f"{items};",
        f"{passages};  -- of a large pack; others have prefix='2' or none",
        *(f"{statement};" for statement in INDEXES),
    ]
    heading = (
        "-- The schema of a compiled pack, made from src/historydesk/store/tables.py (see db/README.md).\n\n"
    )
    steps = (
        ("When the rows are in, the writer adds a document for the title of each chapter:", HEADINGS),
        ("and fills the indexes:", f"{FILL_ITEMS.strip()};\n{FILL_PASSAGES}"),
    )
    filled = "".join(f"\n\n-- {words}\n--\n{_commented(sql)}" for words, sql in steps)
    return heading + "\n\n".join(statements) + filled + "\n"


def _commented(text: str) -> str:
    return "\n".join(f"-- {line}" for line in text.strip().splitlines())


if __name__ == "__main__":
    print(schema_text(), end="")
