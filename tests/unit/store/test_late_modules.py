"""What SQLAlchemy imports and the store does not use comes when somebody asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "print(sorted(name for name in ('asyncio.events', 'ssl', 'importlib.metadata._meta') if name in sys.modules))"


def _run(*lines: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(("import sys", *lines))], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


READ = (
    "from historydesk.store.late_modules import put_off",
    "put_off()",
    "import sqlalchemy.orm",
    "engine = sqlalchemy.create_engine('sqlite://')",
    "with engine.connect() as connection: print(connection.scalar(sqlalchemy.text('select 1')))",
)


def test_a_store_is_read_without_loading_them() -> None:
    assert _run(*READ, LOADED) == ["1", "[]"]


@pytest.mark.parametrize(
    ("use", "answer"),
    [
        ("import asyncio; print(asyncio.run(asyncio.sleep(0, 'slept')))", "slept"),
        ("from asyncio import TimeoutError; print(TimeoutError is __builtins__.TimeoutError)", "True"),
        ("import asyncio.queues; print(asyncio.queues.Queue is asyncio.Queue)", "True"),
        ("from importlib import metadata; print(metadata.version('sqlalchemy')[:2])", "2."),
        ("import importlib.metadata; print(importlib.metadata.version('sqlalchemy')[:2])", "2."),
        ("import asyncio, inspect; print(inspect.ismodule(asyncio))", "True"),
        ("import asyncio; asyncio.run; print(asyncio.__file__.endswith('__init__.py'))", "True"),
        ("from sqlalchemy.util import concurrency as c; print(c.is_exit_exception(ValueError()))", "False"),
    ],
)
def test_whoever_asks_gets_them_whole(use: str, answer: str) -> None:
    assert _run(*READ, use) == ["1", answer]


def test_a_coroutine_is_known_as_one() -> None:
    lines = (
        *READ,
        "import asyncio",
        "async def nothing(): ...",
        "made = nothing()",
        "print(asyncio.iscoroutine(made), asyncio.iscoroutine(3))",
        "made.close()",
    )
    assert _run(*lines) == ["1", "True False"]


def test_what_is_imported_already_stays() -> None:
    assert _run("import asyncio", "held = asyncio", *READ, "import asyncio; print(asyncio is held)") == [
        "1",
        "True",
    ]
