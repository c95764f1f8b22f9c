"""The quiz in Moodle's GIFT format, the same that packs are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_ordering import ORDER_WORDS
from historydesk.domain.quiz_passage import NAMED
from historydesk.errors import HistoryDeskError
from historydesk.exports.markup import simple_html
from historydesk.store.export_content import ExportStore

_SIGNS = re.compile(r"[~=#{}:\\]")
_GRAMMAR = ("[", "//", "$CATEGORY", "%", "::")
"""What would be read as grammar at the beginning of a text."""


def write_gift(store: ExportStore, lang: str, path: Path) -> None:
    """Every question of the pack, a category a chapter."""
    title = store.home(lang).title
    parts = []
    for chapter in store.contents(lang, 1, 1_000_000):
        questions = store.questions(lang, chapter.id)
        if questions:
            name = f"{chapter.number} {chapter.title}"
            category = "/".join(each.replace("/", "//") for each in (title, name))
            parts.append(f"$CATEGORY: {category}\n")
            parts += [gift(question, f"{chapter.id}-{question.id}") for question in questions]
    if not parts:
        raise HistoryDeskError("This pack has no questions.", "Choose another export.")
    path.write_text("\n".join(parts), encoding="utf-8")


def gift(question: Question, id_: str = "") -> str:
    """One question with its id and tags before it and an empty line behind it."""
    data: Mapping[str, Any] = question.data
    rows = ["// " + " ".join([_mark("id", id_ or question.id), *map(_tag, data.get("tags", ()))])]
    title = f"::{_escaped(str(data['title']))}:: " if data.get("title") else ""
    rows.append(f"{title}{_html(data['prompt'])}{_answers(question.kind, data)}")
    return "\n".join(rows) + "\n"


def _mark(name: str, value: str) -> str:
    return f"[{name}:{value}]".replace("]", "\\]", value.count("]"))


def _tag(tag: str) -> str:
    """A tag; the one that names a passage is ours, and Moodle passes over it."""
    return _mark("passage", tag.removeprefix(NAMED)) if tag.startswith(NAMED) else _mark("tag", tag)


def _answers(kind: str, data: Mapping[str, Any]) -> str:
    if kind == "description":
        return ""
    rows = list(_lines(kind, data))
    if data.get("feedback"):
        rows.append("####" + _html(data["feedback"]))
    after = " " + _html(data["after"]) if data.get("after") else ""
    if kind == "truefalse":
        return " {" + "".join(rows) + "}" + after
    inner = "".join(f"\n  {row}" for row in rows)
    opening = " {#" if kind == "number" else (" {" + _order(data) if kind == "ordering" else " {")
    return opening + (inner + "\n}" if rows else "}") + after


def _lines(kind: str, data: Mapping[str, Any]) -> Iterable[str]:
    answers: list[Mapping[str, Any]] = data.get("answers", [])
    if kind == "truefalse":
        wrong, right = data.get("if_wrong", ""), data.get("if_right", "")
        yield "T" if data["right"] else "F"
        if wrong or right:
            yield f"#{_html(wrong)}"
        if right:
            yield f"#{_html(right)}"
    elif kind == "matching":
        yield from (f"={_html(pair['left'])} -> {_escaped(pair['right'])}" for pair in answers)
    elif kind == "number":
        yield from (f"={_weight(each['fraction'])}{each['text']}{_feedback(each)}" for each in answers)
        if data.get("if_wrong"):
            yield f"~#{_html(data['if_wrong'])}"
    elif kind == "short":
        yield from (f"={_weight(each['fraction'])}{_html(each['html'])}{_feedback(each)}" for each in answers)
    elif kind == "ordering":
        yield from map(_item, answers)
    elif kind != "essay":
        yield from (_choice(kind, each, is_first=each is _best(answers)) for each in answers)


def _best(answers: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The first wholly right answer."""
    return next((each for each in answers if float(each["fraction"]) == 1), None)


def _choice(kind: str, answer: Mapping[str, Any], *, is_first: bool) -> str:
    """An answer to choose; only the first right one is marked ``=``, for with no ``~`` at all it would be typed."""
    html = _html(answer["html"])
    fraction = float(answer["fraction"])
    if kind == "single" and is_first:
        return f"={html}{_feedback(answer)}"
    weight = (_weight(fraction) or "%100%") if fraction else ""
    return f"~{weight}{html}{_feedback(answer)}"


def _order(data: Mapping[str, Any]) -> str:
    """The first words of an ordering question, none left to a default."""
    return ">" + " ".join(str(data["order"][name]) for name in ORDER_WORDS)


def _item(item: Mapping[str, Any]) -> str:
    """A line of an ordering question, where Moodle reads most signs as they are."""
    text = str(item["text"])
    has_markup = "<" in text or "&" in text or item["html"] != escape(text, quote=False)
    if has_markup or text.startswith(_GRAMMAR):
        return "[html]" + _escaped(simple_html(item["html"]))
    words = re.sub(r"\\(?=[~=#{}:\\n])|[{}]", r"\\\g<0>", text)
    return words.replace("####", r"\####")


def _feedback(answer: Mapping[str, Any]) -> str:
    return f"#{_html(answer['feedback'])}" if answer.get("feedback") else ""


def _weight(fraction: float) -> str:
    return "" if fraction == 1 else f"%{round(fraction * 100, 5):g}%"


def _html(html: str) -> str:
    """A piece of text: plain where it has no markup, else marked as HTML."""
    simple = simple_html(html)
    bare = simple.replace("<br/>", "\n")
    words = unescape(bare)
    if "<" in bare or "&" in bare or "->" in words or words.startswith(_GRAMMAR):
        return "[html]" + _escaped(simple)
    return ("[plain]" if "\n" in words else "") + _escaped(words)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text).replace("\n", r"\n")
