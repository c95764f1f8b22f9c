"""Writes ``opening_sql.py`` from ``statements``: ``python -m historydesk.store.opening_sql_writer``."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.dialects import sqlite

from historydesk.store.statements import OPENING

TARGET = Path(__file__).with_name("opening_sql.py")
_HEADING = '''"""SQL of the first screen, as the mappings compile to it.

Written by ``python -m historydesk.store.opening_sql_writer``; a test keeps it equal to ``statements``.
"""

'''


def compiled() -> dict[str, str]:
    """The text of each opening select, with named parameters."""
    dialect = sqlite.dialect(paramstyle="named")
    texts = {}
    for name, statement in OPENING.items():
        lines = str(statement.compile(dialect=dialect)).splitlines()
        texts[name] = "\n".join(line.strip() for line in lines)
    return texts


def module_text() -> str:
    """The whole text of ``opening_sql.py``, one constant for each select."""
    return _HEADING + "\n".join(f"{name} = {_literal(sql)}" for name, sql in compiled().items())


def _literal(sql: str) -> str:
    """A parenthesised literal broken after commas, so that no line grows too long."""
    pieces: list[str] = []
    for line in sql.splitlines():
        words, piece = line.split(" "), ""
        for word in words:
            if len(piece) + len(word) > 96:
                pieces.append(piece)
                piece = ""
            piece += word + " "
        pieces.append(piece)
    pieces[-1] = pieces[-1].rstrip()
    return "(\n" + "".join(f"    {_quoted(piece)}\n" for piece in pieces) + ")\n"


def _quoted(piece: str) -> str:
    if '"' in piece and "'" not in piece:
        return f"'{piece}'"
    return '"' + piece.replace('"', '\\"') + '"'


def main() -> None:
    """Write the module."""
    TARGET.write_text(module_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
