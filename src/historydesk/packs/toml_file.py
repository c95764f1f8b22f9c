"""A TOML file with the line of every table and key, which ``tomllib`` does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\" ]+?)\s*(\]\]?)\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9_.\-]+))\s*=\s*(.*)$")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_CONTROL_ESCAPE = re.compile(
    r"(?<!\\)(?:\\\\)*(\\(?:u00(?:0[0-8bBeEfF]|1[0-9a-fA-F]|7[fF])|U000000(?:0[0-8bBeEfF]|1[0-9a-fA-F]|7[fF])|b))"
)

Path = tuple[str | int, ...]


class TomlFile:
    """The content of one TOML file and where each part of it stands."""

    def __init__(self, path: str, data: dict[str, Any], text: str) -> None:
        self.path = path
        self.data = data
        self._lines = _index_lines(text)
        self._blocks: set[Path] = {key for key, (_, block) in self._lines.items() if block}

    def line(self, where: Path) -> int:
        """Line of a table or key such as ``("term", 2, "title")``; the nearest enclosing one when unknown."""
        while where:
            found = self._lines.get(where)
            if found is not None:
                return found[0]
            where = where[:-1]
        return 1

    def text_line(self, where: Path) -> int:
        """Line where the text of a string value begins (below its key, if it opens with a line end)."""
        return self.line(where) + (1 if where in self._blocks else 0)


def read_toml(folder: PackFolder, path: str, problems: Problems) -> TomlFile | None:
    """Read and parse; ``None`` after reporting what is wrong."""
    text = folder.read_text(path)
    if text is None:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        line = int(at.group(1)) if at and at.group(1) else text.count("\n") + 1
        reason = _AT.sub("", message)
        problems.error(
            path, line, f"the TOML cannot be read ({reason})", "correct the line or the one before it"
        )
        return None
    except RecursionError:
        problems.error(path, 1, "the TOML is nested too deeply", "use plain tables and short lists")
        return None
    except ValueError:  # thousands of digits, a date that is none
        problems.error(
            path, 1, "the TOML has a number that cannot be read", "write texts between quotation marks"
        )
        return None
    escape = _CONTROL_ESCAPE.search(text)
    if escape is not None:
        line = text.count("\n", 0, escape.start()) + 1
        problems.error(path, line, f"the text holds a control character ({escape.group(1)})", "remove it")
        return None
    return TomlFile(path, data, text)


def _index_lines(text: str) -> dict[Path, tuple[int, bool]]:
    lines: dict[Path, tuple[int, bool]] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            if closing in line:
                closing = ""
            continue
        header = _HEADER.match(line)
        if header and len(header.group(1)) == len(header.group(3)):
            table = _table_path(header.group(2), header.group(1) == "[[", counts)
            lines.setdefault(table, (number, False))
            continue
        key = _KEY.match(line)
        if key is None:
            continue
        name = next(part for part in key.groups()[:3] if part is not None)
        value = key.group(4)
        block = False
        for quotes in ('"""', "'''"):
            if value.startswith(quotes) and value.count(quotes) == 1:
                closing = quotes
                block = value.strip() == quotes
        lines.setdefault((*table, *name.split(".")), (number, block))
    return lines


def _table_path(name: str, is_array: bool, counts: dict[Path, int]) -> Path:
    path: Path = ()
    parts = [part.strip().strip('"') for part in name.split(".")]
    for index, part in enumerate(parts):
        path = (*path, part)
        last = index == len(parts) - 1
        if last and is_array:
            counts[path] = counts.get(path, -1) + 1
            path = (*path, counts[path])
        elif path in counts:
            path = (*path, counts[path])
    return path
