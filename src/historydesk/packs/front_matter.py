"""The YAML at the head of a chapter: plain ``key: value`` lines, with their line numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from historydesk.packs.problems import Problems, did_you_mean

if TYPE_CHECKING:
    import yaml  # type: ignore[import-untyped]

SIZE_LIMIT = 8 * 1024
FIELDS = ("id", "title", "subtitle", "span", "span_text", "content_note", "question")
REQUIRED = ("id", "title", "span")
TRANSLATION_FIELDS = ("id", "title", "subtitle", "span_text", "content_note", "question")
_END = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SIMPLE = re.compile(r"([a-z_]+): (?:\"([^\"\\\n]*)\"|(?![\s\"'>|&*!%@`\[{#?-])([^:#\n\\]*[^:#\s\\]))[ \t]*$")
"""A line that means the same read plainly as read by YAML: most lines, at a fiftieth of the time."""


@dataclass(slots=True)
class FrontMatter:
    """The fields of one chapter's head, where they stand, and where its text begins."""

    fields: dict[str, str]
    lines: dict[str, int]
    body: str
    body_line: int

    def line(self, name: str) -> int:
        """The field's line, or the first of the file."""
        return self.lines.get(name, 1)


def read_front_matter(path: str, text: str, problems: Problems, *, translation: bool) -> FrontMatter | None:
    """Split a chapter into head and body; ``None`` after reporting what is wrong."""
    if not text.startswith("---"):
        problems.error(
            path, 1, "the chapter has no front matter", "begin it with ---, id: …, title: …, span: …, ---"
        )
        return None
    first_end = text.find("\n")
    if first_end < 0 or text[:first_end].strip() != "---":
        problems.error(path, 1, "the front matter does not begin well", "write --- alone on the first line")
        return None
    end = _END.search(text, first_end + 1)
    if end is None:
        problems.error(
            path, 1, "the front matter is never closed", "end it with a line of three hyphens (---)"
        )
        return None
    head = text[first_end + 1 : end.start()]
    if len(head) > SIZE_LIMIT:
        problems.error(
            path, 1, f"the front matter has {len(head):,} characters", f"keep it under {SIZE_LIMIT:,}"
        )
        return None
    body_line = text.count("\n", 0, end.start()) + 2
    matter = FrontMatter({}, {}, text[end.end() + 1 :], body_line)
    if not _read_plainly(head, matter) and not _read_yaml(path, head, matter, problems):
        return None
    _check_fields(path, matter, problems, translation=translation)
    return matter


def _read_plainly(head: str, matter: FrontMatter) -> bool:
    for number, row in enumerate(head.split("\n"), start=2):
        if not row:
            continue
        match = _SIMPLE.match(row)
        if match is None or match.group(1) in matter.fields:
            matter.fields.clear()
            matter.lines.clear()
            return False
        matter.fields[match.group(1)] = (match.group(2) or match.group(3) or "").strip()
        matter.lines[match.group(1)] = number
    return True


def _read_yaml(path: str, head: str, matter: FrontMatter, problems: Problems) -> bool:
    import yaml

    loader_class: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = loader_class(head)
        try:
            for event in _events(loader):
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    line = event.start_mark.line + 2
                    problems.error(path, line, "the front matter uses a YAML anchor", "write the value out")
                    return False
        finally:
            loader.dispose()
        node = yaml.compose(head, Loader=loader_class)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "unreadable"
        line = (mark.line if mark else 0) + 2
        remedy = "put the value between quotation marks if it holds a colon"
        problems.error(path, min(line, matter.body_line - 1), f"the YAML cannot be read ({reason})", remedy)
        return False
    except (RecursionError, ValueError):
        problems.error(path, 2, "the YAML cannot be read (nested too deeply)", "write plain key: value lines")
        return False
    if node is None:
        return True
    if not isinstance(node, yaml.MappingNode):
        problems.error(path, 2, "the front matter is not a list of fields", "write key: value lines")
        return False
    for key, value in node.value:
        line = key.start_mark.line + 2
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if not isinstance(value, yaml.ScalarNode):
            problems.error(path, line, f"“{name}” must be a text", "write it on one line behind the colon")
            matter.fields.setdefault(name, "?")
            continue
        if name in matter.fields:
            problems.error(path, line, f"“{name}” stands twice in the front matter", "keep one of them")
            continue
        matter.fields[name] = value.value.strip()
        matter.lines[name] = line
    return True


def _events(loader: object) -> list[yaml.Event]:
    events = []
    while loader.check_event():  # type: ignore[attr-defined]
        events.append(loader.get_event())  # type: ignore[attr-defined]
    return events


def _check_fields(path: str, matter: FrontMatter, problems: Problems, *, translation: bool) -> None:
    for name, value in matter.fields.items():
        if not value.replace("\n", " ").replace("\t", " ").isprintable() and _CONTROL.search(value):
            line = matter.line(name)
            problems.error(path, line, f"“{name}” holds a control character", "remove it")
        if name not in FIELDS:
            remedy = did_you_mean(name, FIELDS, f"use {', '.join(FIELDS)}")
            problems.error(path, matter.line(name), f"the front matter has no field “{name}”", remedy)
        elif translation and name not in TRANSLATION_FIELDS:
            problems.error(
                path,
                matter.line(name),
                f"“{name}” does not belong in a translation",
                "remove it; it is taken from the first language",
            )
    for name in REQUIRED:
        if not matter.fields.get(name) and not (translation and name == "span"):
            problems.error(
                path, matter.line(name), f"the chapter has no {name}", f"add {name}: … to the front matter"
            )
