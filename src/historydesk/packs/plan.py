"""``pack.toml``: what the pack is, its languages, its home page and the order of its chapters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from historydesk.packs.evidence import OPEN, STRICT
from historydesk.packs.fields import ID, ID_RULE, LANGUAGE_TAG
from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems, did_you_mean
from historydesk.packs.toml_file import Path, TomlFile, read_toml

FILE = "pack.toml"
FORMAT = 1
_TOP = (
    "format",
    "id",
    "version",
    "license",
    "languages",
    "language_names",
    "evidence",
    "title",
    "home",
    "part",
)
_NAMES = {
    "ab": "Аԥсшәа", "ar": "العربية", "az": "Azərbaycanca", "be": "Беларуская", "bg": "Български",
    "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English", "es": "Español",
    "et": "Eesti", "fa": "فارسی", "fi": "Suomi", "fr": "Français", "he": "עברית", "hi": "हिन्दी",
    "hu": "Magyar", "hy": "Հայերեն", "it": "Italiano", "ja": "日本語", "ka": "ქართული", "kk": "Қазақша",
    "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "nb": "Norsk bokmål", "nl": "Nederlands",
    "no": "Norsk", "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina",
    "sr": "Српски", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська", "zh": "中文",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the contents and its chapters."""

    id: str
    line: int
    titles: dict[str, str]
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """A place of the home picture; ``names`` by language are shorter than its own name, or empty."""

    id: str
    year: str
    names: dict[str, str]


@dataclass(slots=True)
class PackPlan:
    """What ``pack.toml`` says. Texts by language have a value for every language of the pack."""

    id: str = ""
    version: str = ""
    license: str = ""
    evidence: str = OPEN
    languages: tuple[str, ...] = ()
    language_names: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    span: str = ""
    home_places: list[PlannedPlace] = field(default_factory=list)
    home_line: int = 1
    parts: tuple[Part, ...] = ()


def read_plan(folder: PackFolder, problems: Problems) -> PackPlan | None:
    """Read and check; ``None`` when nothing can be built from it."""
    if not folder.has(FILE):
        if folder.is_refused(FILE):
            return None
        problems.error(FILE, 1, "there is no pack.toml", "write one, or start with historydesk pack new")
        return None
    file = read_toml(folder, FILE, problems)
    return None if file is None else _PlanReader(file, problems).read()


class _PlanReader:
    def __init__(self, file: TomlFile, problems: Problems) -> None:
        self._file = file
        self._data = file.data
        self._problems = problems

    def read(self) -> PackPlan | None:
        self._known(self._data, _TOP, ())
        form = self._data.get("format")
        if form != FORMAT:
            self._error(("format",), f"the format is {form!r}", f"write format = {FORMAT}")
        plan = PackPlan()
        plan.id = self._text(self._data, "id", ())
        if plan.id and not ID.fullmatch(plan.id):
            self._error(("id",), f"“{plan.id}” is not a valid id", ID_RULE)
        plan.version = self._text(self._data, "version", ())
        plan.license = self._text(self._data, "license", ())
        plan.evidence = self._evidence()
        languages = self._data.get("languages")
        if (
            not isinstance(languages, list)
            or not languages
            or not all(isinstance(tag, str) for tag in languages)
        ):
            self._error(
                ("languages",), "the pack names no languages", 'write languages = ["en"], its own first'
            )
            return None
        for tag in languages:
            if not LANGUAGE_TAG.fullmatch(tag):
                self._error(
                    ("languages",), f"“{tag}” is not a language tag", "write a tag such as en, ka or pt-BR"
                )
        if len(set(languages)) < len(languages):
            self._error(("languages",), "a language is named twice", "name each language once")
        plan.languages = tuple(dict.fromkeys(languages))
        names = self._table(self._data, "language_names", ())
        plan.language_names = tuple(
            str(names.get(tag) or _NAMES.get(tag.partition("-")[0], tag)) for tag in plan.languages
        )
        plan.titles = self._texts(plan, self._data, "title", ())
        self._home(plan)
        plan.parts = self._parts(plan)
        return plan

    def _evidence(self) -> str:
        value = self._data.get("evidence", OPEN)
        if value in (OPEN, STRICT):
            return str(value)
        self._error(("evidence",), f"the evidence is “{value}”", f'write "{OPEN}" or "{STRICT}"')
        return OPEN

    def _home(self, plan: PackPlan) -> None:
        home = self._table(self._data, "home", ())
        plan.home_line = self._file.line(("home",))
        self._known(home, ("span", "places", "lead"), ("home",))
        span = home.get("span", "")
        if isinstance(span, str):
            plan.span = span
        else:
            self._error(("home", "span"), "“span” must be a text", "write it between quotation marks")
        plan.leads = self._texts(plan, home, "lead", ("home",))
        places = home.get("places", [])
        line_key: Path = ("home", "places")
        plan.home_line = self._file.line(line_key)
        if not isinstance(places, list) or not all(isinstance(place, dict) for place in places):
            self._error(line_key, "“places” has the wrong type", 'write [{place = "gori", year = "1878"}]')
            return
        for place in places:
            self._known(place, ("place", "year", "name"), line_key)
            names = self._short_names(plan, place.get("name", ""), line_key)
            plan.home_places.append(
                PlannedPlace(str(place.get("place", "")), str(place.get("year", "")), names)
            )

    def _short_names(self, plan: PackPlan, raw: object, where: Path) -> dict[str, str]:
        """A home place's short name by language: one text for all, or a table with a text for each."""
        if isinstance(raw, str):
            return dict.fromkeys(plan.languages, raw.strip())
        if not isinstance(raw, dict) or not all(isinstance(text, str) for text in raw.values()):
            self._error(
                where,
                "the name of a home place is no text",
                'write name = "Moscow" or name = {en = "Moscow"}',
            )
            return dict.fromkeys(plan.languages, "")
        for tag in raw:
            if tag not in plan.languages:
                remedy = did_you_mean(tag, plan.languages, "add it to languages or remove the line")
                self._error(where, f"“{tag}” is not a language of this pack", remedy)
        return {tag: str(raw.get(tag, "")).strip() for tag in plan.languages}

    def _parts(self, plan: PackPlan) -> tuple[Part, ...]:
        raw = self._data.get("part", [])
        if not isinstance(raw, list) or not all(isinstance(part, dict) for part in raw) or not raw:
            self._error(("part",), "the pack has no part", "add [[part]] with id, chapters and [part.title]")
            return ()
        parts: list[Part] = []
        seen: set[str] = set()
        chapters: set[str] = set()
        for index, part in enumerate(raw):
            where: Path = ("part", index)
            self._known(part, ("id", "chapters", "title"), where)
            part_id = self._text(part, "id", where)
            if part_id and not ID.fullmatch(part_id):
                self._error((*where, "id"), f"“{part_id}” is not a valid id", ID_RULE)
            if part_id in seen:
                self._error(
                    (*where, "id"), f"the part “{part_id}” is there twice", "give one of them another id"
                )
                continue
            seen.add(part_id)
            listed = part.get("chapters", [])
            if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
                self._error(
                    (*where, "chapters"), "“chapters” has the wrong type", "write a list of chapter ids"
                )
                listed = []
            kept = []
            for chapter in listed:
                if not ID.fullmatch(chapter):
                    self._error((*where, "chapters"), f"“{chapter}” is not a valid id", ID_RULE)
                elif chapter in chapters:
                    self._error(
                        (*where, "chapters"), f"the chapter “{chapter}” is listed twice", "list it once"
                    )
                else:
                    chapters.add(chapter)
                    kept.append(chapter)
            titles = self._texts(plan, part, "title", where)
            parts.append(Part(part_id, self._file.line((*where, "chapters")), titles, tuple(kept)))
        if not chapters:
            self._error(("part",), "the pack lists no chapter", "add chapter ids to a part’s chapters")
        return tuple(parts)

    def _texts(self, plan: PackPlan, table: dict[str, Any], key: str, where: Path) -> dict[str, str]:
        """A text by language; missing translations are reported and filled with the first language's."""
        raw = self._table(table, key, where)
        place = (*where, key)
        for tag, value in raw.items():
            if tag not in plan.languages:
                remedy = did_you_mean(tag, plan.languages, "add it to languages or remove the line")
                self._error((*place, tag), f"“{tag}” is not a language of this pack", remedy)
            elif not isinstance(value, str):
                self._error((*place, tag), f"“{tag}” must be a text", "write it between quotation marks")
        own = plan.languages[0]
        first = raw.get(own)
        if not isinstance(first, str) or not first.strip():
            self._error(place, f"there is no {key} in {own}", f'add {own} = "…" under [{_dotted(place)}]')
            first = ""
        texts = {}
        for tag in plan.languages:
            value = raw.get(tag)
            if isinstance(value, str) and value.strip():
                texts[tag] = value.strip()
            else:
                if tag != own:
                    self._problems.warning(
                        FILE,
                        self._file.line(place),
                        f"{key} has no translation into {tag}",
                        f"add it; {own} is shown",
                    )
                texts[tag] = first.strip()
        return texts

    def _text(self, table: dict[str, Any], key: str, where: Path) -> str:
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is None or value == "":
            self._error((*where, key), f"{_dotted(where) or 'the pack'} has no {key}", f'add {key} = "…"')
        else:
            self._error((*where, key), f"“{key}” must be a text", "write it between quotation marks")
        return ""

    def _table(self, table: dict[str, Any], key: str, where: Path) -> dict[str, Any]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self._error(
            (*where, key),
            f"“{key}” must be a table",
            f"write [{_dotted((*where, key))}] with a line a language",
        )
        return {}

    def _known(self, table: dict[str, Any], known: tuple[str, ...], where: Path) -> None:
        for key in table:
            if key not in known:
                remedy = did_you_mean(key, known, f"use {', '.join(known)}")
                self._error((*where, key), f"unknown field “{key}”", remedy)

    def _error(self, where: Path, what: str, remedy: str) -> None:
        self._problems.error(FILE, self._file.line(where), what, remedy)


def _dotted(where: Path) -> str:
    return ".".join(str(part) for part in where if isinstance(part, str))
