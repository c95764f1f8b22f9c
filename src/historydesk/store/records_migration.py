"""Bringing a records file to the current version with Alembic; imported only when that is needed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from historydesk import paths
from historydesk.store.records_file import RECORDS_ID, RECORDS_VERSION


def migrate(path: Path, revision: str = "head") -> None:
    """Run the migrations on a file nobody else uses; a missing one is made (the program makes its own faster)."""
    config = Config()
    config.set_main_option("script_location", str(paths.migrations() / "records").replace("%", "%%"))
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            connection.commit()
            number = RECORDS_VERSION if revision == "head" else int(revision)
            connection.exec_driver_sql(f"PRAGMA application_id={RECORDS_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={number}")
            connection.commit()
    finally:
        engine.dispose()
