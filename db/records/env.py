"""Alembic's environment for the records: the program passes an open connection in."""

from __future__ import annotations

from alembic import context

from historydesk.store.records_tables import RecordsTable

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=RecordsTable.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
