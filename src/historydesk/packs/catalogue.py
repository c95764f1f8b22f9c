"""The items of a pack – terms, people, places … – read from every language's TOML files and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from historydesk.packs.edtf_dates import DateError, ParsedDate, parse_date
from historydesk.packs.fields import TABLES, Field, Table
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems, did_you_mean
from historydesk.packs.references import ReferenceBook
from historydesk.packs.table_reader import TableReader
from historydesk.packs.toml_file import Path, TomlFile, read_toml


@dataclass(slots=True)
class Item:
    """One item in one language: its fields, and the file and table they come from."""

    id: str
    values: dict[str, Any]
    file: TomlFile
    where: Path

    def line(self, *keys: str | int) -> int:
        """Line of the item, or of one of its fields."""
        return self.file.line((*self.where, *keys))

    def text_line(self, *keys: str | int) -> int:
        """Line where the text of a field begins."""
        return self.file.text_line((*self.where, *keys))


class Catalogue:
    """All items by table, in the order of the first language's files; translations beside them."""

    def __init__(self, folder: PackFolder, languages: tuple[str, ...], problems: Problems) -> None:
        self._folder = folder
        self._languages = languages
        self._problems = problems
        self.items: dict[str, dict[str, Item]] = {table.name: {} for table in TABLES}
        self.dates: dict[str, ParsedDate] = {}
        """Dates of the events."""
        self.unread: set[str] = set()
        """Tables whose file could not be read."""
        self._translations: dict[str, dict[str, dict[str, Item]]] = {}

    def read(self) -> None:
        """Read every file; problems are reported."""
        for table in TABLES:
            self.items[table.name] = self._read(table, self._languages[0], translation=False)
        for lang in self._languages[1:]:
            self._translations[lang] = {
                table.name: self._read_translation(table, lang) for table in TABLES if self.items[table.name]
            }
        for event in self.items["event"].values():
            text = event.values["date"]
            if not text:
                continue
            try:
                self.dates[event.id] = parse_date(text)
            except DateError as error:
                self._problems.error(event.file.path, event.line("date"), str(error), error.remedy)
        for claim in self.items["claim"].values():
            if not claim.values["sources"] and claim.values["verdict"] != "unsourced":
                self._problems.error(
                    claim.file.path,
                    claim.line("sources"),
                    f"the claim “{claim.id}” names no source",
                    'add sources = ["key"], or the verdict unsourced',
                )
        for journey in self.items["journey"].values():
            for index, stop in enumerate(journey.values["stop"]):
                if not stop["place"] and not stop["name"]:
                    self._problems.error(
                        journey.file.path,
                        journey.line("stop", index),
                        f"stop {index + 1} of the journey “{journey.id}” has neither place nor name",
                        "add place = …, or name = … where the pack has no such place",
                    )

    def register(self, book: ReferenceBook) -> None:
        """Make every item known to references."""
        book.incomplete |= self.unread & book.known.keys()
        for table in TABLES:
            if table.scheme in book.known:
                for item_id in self.items[table.name]:
                    book.add(table.scheme, item_id)
        for journey in self.items["journey"].values():
            book.stops[journey.id] = len(journey.values["stop"])

    def check_references(self, book: ReferenceBook) -> None:
        """Check the ids that data fields name."""
        for table in TABLES:
            for item in self.items[table.name].values():
                self._check_fields(book, table.fields, item.values, item, ())
                for child in table.children:
                    for index, row in enumerate(item.values[child.name]):
                        self._check_fields(book, child.fields, row, item, (child.name, index))

    def texts(self, table: Table, item: Item) -> Iterator[tuple[str, Item | None]]:
        """Each language and the item's translation into it, ``None`` where the first language must serve."""
        yield self._languages[0], item
        for lang in self._languages[1:]:
            yield lang, self._translations.get(lang, {}).get(table.name, {}).get(item.id)

    def _check_fields(
        self, book: ReferenceBook, fields: tuple[Field, ...], values: dict[str, Any], item: Item, where: Path
    ) -> None:
        for one in fields:
            if not values[one.name]:
                continue
            if one.kind == "passage":
                book.check_passage(values[one.name], item.file.path, item.line(*where, one.name))
                continue
            if one.kind not in ("ref", "refs", "links"):
                continue
            targets = [values[one.name]] if one.kind == "ref" else values[one.name]
            for target in targets:
                href = target if one.kind == "links" else f"{one.scheme}:{target}"
                book.check(href, item.file.path, item.line(*where, one.name))

    def _read(self, table: Table, lang: str, *, translation: bool) -> dict[str, Item]:
        path = f"{lang}/{table.file}"
        if not self._folder.has(path):
            if self._folder.is_refused(path):
                self.unread.add(table.name)
            return {}
        file = read_toml(self._folder, path, self._problems)
        if file is None:
            self.unread.add(table.name)
            return {}
        found: dict[str, Item] = {}
        for values, where in TableReader(file, self._problems, translation=translation).read(table):
            item = Item(values["id"], values, file, where)
            if item.id in found:
                self._problems.error(
                    path,
                    item.line("id"),
                    f"the {table.name} “{item.id}” is already there (line {found[item.id].line()})",
                    "give one of them another id",
                )
                continue
            found[item.id] = item
        return found

    def _read_translation(self, table: Table, lang: str) -> dict[str, Item]:
        path = f"{lang}/{table.file}"
        own = self.items[table.name]
        first = self._languages[0]
        if not self._folder.has(path):
            self._problems.warning(
                path, 1, f"there is no translation of {table.file}", f"write it; until then {first} is shown"
            )
            return {}
        translated = self._read(table, lang, translation=True)
        for item in list(translated.values()):
            if item.id not in own:
                remedy = did_you_mean(item.id, own, f"remove it or add it to {first}/{table.file}")
                self._problems.error(
                    path, item.line("id"), f"{first} has no {table.name} “{item.id}”", remedy
                )
                del translated[item.id]
                continue
            self._compare(table, own[item.id], item, lang)
        missing = [item_id for item_id in own if item_id not in translated]
        for item_id in missing:
            self._problems.warning(
                path,
                1,
                f"the {table.name} “{item_id}” is not translated",
                f"add it; until then {first} is shown",
            )
        return translated

    def _compare(self, table: Table, own: Item, item: Item, lang: str) -> None:
        for one in table.fields:
            if one.neutral or one.name in ("id", "aliases"):
                continue
            if own.values[one.name] and not item.values[one.name]:
                self._problems.warning(
                    item.file.path,
                    item.line(),
                    f"“{one.name}” of the {table.name} “{item.id}” is not translated",
                    f"add it; until then {self._languages[0]} is shown",
                )
        for child in table.children:
            if child.fields[0].kind == "id":
                self._match_parts(child, own, item)
                continue
            wanted, found = len(own.values[child.name]), len(item.values[child.name])
            if found and found != wanted:
                self._problems.error(
                    item.file.path,
                    item.line(),
                    f"the {table.name} “{item.id}” has {found} [[{table.name}.{child.name}]] where "
                    f"{self._languages[0]} has {wanted}",
                    "write as many, in the same order",
                )
                item.values[child.name] = []

    def _match_parts(self, child: Table, own: Item, item: Item) -> None:
        """Bring translated parts that have ids into the order of the first language; gaps become empty rows."""
        first = self._languages[0]
        rows: dict[str, dict[str, Any]] = {row["id"]: {} for row in own.values[child.name]}
        for index, row in enumerate(item.values[child.name]):
            if row["id"] in rows:
                rows[row["id"]] = row
                continue
            self._problems.error(
                item.file.path,
                item.file.line(item.values[f"{child.name} lines"][index]),
                f"{first} has no {child.name} “{row['id']}” in “{item.id}”",
                did_you_mean(row["id"], tuple(rows), f"remove it or add it to {first}"),
            )
        for part, row in rows.items():
            if not row:
                self._problems.warning(
                    item.file.path,
                    item.line(),
                    f"the {child.name} “{part}” of “{item.id}” is not translated",
                    f"add it; until then {first} is shown",
                )
        item.values[child.name] = list(rows.values())
