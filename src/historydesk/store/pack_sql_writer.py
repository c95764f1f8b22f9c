"""Writes ``pack_sql.py`` from the mappings: ``python -m historydesk.store.pack_sql_writer``."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import JSON
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, Table

from historydesk.store.tables import ManifestRow, PackTable

TARGET = Path(__file__).with_name("pack_sql.py")
_HEADING = '''"""SQL that makes and fills the tables of a pack, as the mappings give it: writing needs no SQLAlchemy.

Written by ``python -m historydesk.store.pack_sql_writer``; a test keeps it equal to ``tables``.
"""

'''


def mapped_tables() -> list[Table]:
    """The tables in their fixed order: the manifest first, so that its first page is always the file's second."""
    first = ManifestRow.__tablename__
    return sorted(PackTable.metadata.sorted_tables, key=lambda table: table.name != first)


def create_tables() -> dict[str, str]:
    """The statement that creates each table, by name."""
    dialect = sqlite.dialect()
    return {table.name: _tidy(str(CreateTable(table).compile(dialect=dialect))) for table in mapped_tables()}


def create_indexes() -> list[str]:
    """The statements that create the indexes, made after the rows."""
    indexes = [index for table in mapped_tables() for index in table.indexes]
    indexes.sort(key=lambda index: str(index.name))
    return [str(CreateIndex(index).compile(dialect=sqlite.dialect())).strip() for index in indexes]


def columns() -> dict[str, tuple[str, ...]]:
    """The columns of each table, in the order of rows."""
    return {table.name: tuple(column.name for column in table.columns) for table in mapped_tables()}


def json_columns() -> dict[str, tuple[int, ...]]:
    """Which columns of a row hold JSON, by table; tables without any are left out."""
    found = {
        table.name: tuple(n for n, column in enumerate(table.columns) if isinstance(column.type, JSON))
        for table in mapped_tables()
    }
    return {name: places for name, places in found.items() if places}


def module_text() -> str:
    """The whole text of ``pack_sql.py``."""
    tables = "".join(f'    "{name}": """{sql}""",\n' for name, sql in create_tables().items())
    indexes = "".join(f'    """{sql}""",\n' for sql in create_indexes())
    names = "".join(f'    "{name}": {_tuple(cells)},\n' for name, cells in columns().items())
    places = "".join(f'    "{name}": {_tuple(cells)},\n' for name, cells in json_columns().items())
    return (
        f"{_HEADING}TABLES = {{\n{tables}}}\n\nINDEXES = (\n{indexes})\n\n"
        f"COLUMNS = {{\n{names}}}\n\nJSON_COLUMNS = {{\n{places}}}\n"
    )


def _tuple(cells: tuple[str, ...] | tuple[int, ...]) -> str:
    shown = [f'"{cell}"' if isinstance(cell, str) else str(cell) for cell in cells]
    if sum(map(len, shown)) < 70:
        return f"({', '.join(shown)}{',' if len(shown) == 1 else ''})"
    return "(\n" + "".join(f"        {cell},\n" for cell in shown) + "    )"


def _tidy(statement: str) -> str:
    lines = (line.strip() for line in statement.splitlines() if line.strip())
    return "\n".join(f"    {line}" if n and line != ")" else line for n, line in enumerate(lines))


def main() -> None:
    """Write the module."""
    TARGET.write_text(module_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
