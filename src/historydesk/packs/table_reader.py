"""The tables of one TOML file, read against their declarations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from historydesk.packs.fields import ID, ID_RULE, LANGUAGE_TAG, Field, Table
from historydesk.packs.problems import Problems, did_you_mean
from historydesk.packs.toml_file import Path, TomlFile

_EMPTY: dict[str, Callable[[], Any]] = {
    "lines": list,
    "refs": list,
    "links": list,
    "names": list,
    "number": lambda: None,
}
_SHAPES = {
    "lines": "a list of texts",
    "refs": "a list of ids",
    "links": "a list of references",
    "names": "a list of [year, name] pairs",
    "number": "a number",
    "year": "a year",
}


class TableReader:
    """Turns the raw tables of one file into dictionaries with every field of the declaration present."""

    def __init__(self, file: TomlFile, problems: Problems, *, translation: bool) -> None:
        self._file = file
        self._problems = problems
        self._translation = translation

    def read(self, table: Table) -> list[tuple[dict[str, Any], Path]]:
        """The items and where each stands, in file order; faulty fields become empty after a report."""
        for key in self._file.data:
            if key != table.name:
                remedy = did_you_mean(key, [table.name], f"this file holds [[{table.name}]] tables only")
                self._error((key,), f"unknown table “{key}”", remedy)
        return self._items(table, self._file.data.get(table.name, []), ())

    def _items(self, table: Table, raw: object, where: Path) -> list[tuple[dict[str, Any], Path]]:
        place = (*where, table.name)
        if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
            self._error(
                place,
                f"“{table.name}” must be a list of tables",
                f"begin each one with [[{'.'.join(str(p) for p in place if isinstance(p, str))}]]",
            )
            return []
        found = []
        for index, entry in enumerate(raw):
            item = self._item(table, entry, (*place, index))
            if item is not None:
                found.append((item, (*place, index)))
        return found

    def _item(self, table: Table, entry: dict[str, Any], where: Path) -> dict[str, Any] | None:
        declared = {item.name: item for item in table.fields}
        children = {child.name: child for child in table.children}
        for key in entry:
            if key not in declared and key not in children:
                remedy = did_you_mean(
                    key, [*declared, *children], "remove it; the author’s guide lists the fields"
                )
                self._error((*where, key), f"[[{table.name}]] has no field “{key}”", remedy)
        item: dict[str, Any] = {}
        for one in table.fields:
            value = entry.get(one.name)
            if self._translation and one.neutral:
                if value is not None:
                    self._error(
                        (*where, one.name),
                        f"“{one.name}” does not belong in a translation",
                        "remove it; it is taken from the first language",
                    )
                continue
            item[one.name] = self._value(table, one, value, (*where, one.name), entry)
        if "id" in declared and not item["id"]:
            return None
        for child in table.children:
            rows = self._items(child, entry.get(child.name, []), where)
            item[child.name] = [row for row, _ in rows]
            item[f"{child.name} lines"] = [place for _, place in rows]
        return item

    def _value(self, table: Table, one: Field, value: Any, where: Path, entry: dict[str, Any]) -> Any:
        empty = _EMPTY.get(one.kind, str)()
        if value is None or (isinstance(value, str) and not value.strip()):
            if one.required and not (self._translation and one.name != "id"):
                name = entry.get("id")
                header = f"[[{'.'.join(part for part in where[:-1] if isinstance(part, str))}]]"
                title = f"{header} “{name}”" if isinstance(name, str) and name else f"this {header}"
                self._error(where, f"{title} has no {one.name}", f"add {one.name} = …")
            return empty
        checked = getattr(self, f"_check_{one.kind}", self._check_line)(one, value, where)
        return empty if checked is None else checked

    def _check_line(self, one: Field, value: Any, where: Path) -> Any:
        if isinstance(value, str):
            return value.strip() if one.kind != "markdown" else value
        self._error(where, f"“{one.name}” must be a text", "write it between quotation marks")
        return None

    def _check_id(self, one: Field, value: Any, where: Path) -> Any:
        if not isinstance(value, str) or not ID.fullmatch(value):
            self._error(where, f"“{value}” is not a valid id", ID_RULE)
            return None
        return value

    def _check_tag(self, one: Field, value: Any, where: Path) -> Any:
        if isinstance(value, str) and LANGUAGE_TAG.fullmatch(value.strip()):
            return value.strip()
        self._error(where, f"“{value}” is not a language tag", "write a tag such as en, ka or pt-BR")
        return None

    def _check_choice(self, one: Field, value: Any, where: Path) -> Any:
        if value in one.choices:
            return value
        choices = ", ".join(choice for choice in one.choices if choice)
        self._error(where, f"“{value}” is not a {one.name}", f"use one of {choices}")
        return None

    def _check_lines(self, one: Field, value: Any, where: Path) -> Any:
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return value
        return self._wrong(one, where)

    _check_refs = _check_lines
    _check_links = _check_lines

    def _check_number(self, one: Field, value: Any, where: Path) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e18:
            return value
        return self._wrong(one, where)

    def _check_year(self, one: Field, value: Any, where: Path) -> Any:
        if isinstance(value, int | str) and not isinstance(value, bool):
            return str(value)
        return self._wrong(one, where)

    def _check_names(self, one: Field, value: Any, where: Path) -> Any:
        if not isinstance(value, list):
            return self._wrong(one, where)
        pairs = []
        for pair in value:
            if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], str)):
                return self._wrong(one, where)
            if not re.fullmatch(r"\d{1,4}", str(pair[0])):
                self._error(
                    where, f"“{pair[0]}” is not a year", 'write the first year of the name, such as "1936"'
                )
                return None
            pairs.append([str(pair[0]), pair[1]])
        return sorted(pairs, key=lambda pair: int(pair[0]))

    def _wrong(self, one: Field, where: Path) -> None:
        self._error(where, f"“{one.name}” has the wrong type", f"write {_SHAPES[one.kind]}")

    def _error(self, where: Path, what: str, remedy: str) -> None:
        self._problems.error(self._file.path, self._file.line(where), what, remedy)
