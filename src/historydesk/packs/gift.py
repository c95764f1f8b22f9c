"""Questions in Moodle's GIFT format, the whole of its documented grammar.

Written from the page "GIFT format" of the Moodle documentation: multiple choice with weights, true/false,
short answer, matching, ordering, numerical answers with tolerance and ranges, essay, description, missing word, titles,
text formats, feedback, general feedback, comments, ``[id:…]`` and ``[tag:…]``, categories and escapes. Our own is
``[passage:…]`` in a comment, which Moodle passes over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from historydesk.domain.quiz_judging import inline, plain
from historydesk.packs.gift_ordering import OrderError, read_order
from historydesk.packs.gift_text import SafeHtml, has_tags, hold, one_line, plain_html, release
from historydesk.packs.problems import Problems

_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_MARK = re.compile(r"\[(id|tag|passage):((?:\\\]|[^\]])+)\]")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")
_TRUE = {"T", "TRUE"}
_FALSE = {"F", "FALSE"}
_RIGHT_SUM = 100.0

PASSAGE = "passage:"
"""Begins the tag that names the passage where the answer is told: ``[passage:gori#trade]``."""

Markdown = Callable[[str, int, str], tuple[str, str]]
"""Path, line and Markdown text → HTML and plain text."""


@dataclass(slots=True)
class Question:
    """One question: ``kind`` is single, multiple, truefalse, short, matching, ordering, number, essay or
    description.

    ``data`` is JSON-ready: ``title``, ``prompt`` (HTML), ``after`` (HTML behind a missing word), ``feedback``
    (HTML, for every answer), ``category``, ``tags``, and ``answers`` – objects with ``html``, ``text``,
    ``fraction`` (−1 … 1) and ``feedback`` (HTML); matching has ``left`` (HTML) and ``right`` (text) instead,
    ordering only ``html`` and ``text``, in the right order, and beside them ``order`` (``domain.quiz_ordering``);
    number has ``low`` and ``high``, true/false ``right`` (bool), ``if_wrong`` and ``if_right`` (HTML).
    """

    id: str
    line: int
    kind: str
    data: dict[str, Any]


@dataclass(slots=True)
class _Block:
    line: int
    text: str
    name: str = ""
    tags: list[str] = field(default_factory=list)
    category: str = ""


class GiftReader:
    """Reads one GIFT file; owned by the compiler."""

    def __init__(self, path: str, text: str, problems: Problems, markdown: Markdown) -> None:
        self._path = path
        self._text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._problems = problems
        self._markdown = markdown

    def questions(self) -> list[Question]:
        """Every readable question in file order; the others are reported."""
        found: list[Question] = []
        for block in self._blocks():
            question = self._question(block, f"q{len(found) + 1}")
            if question is not None:
                found.append(question)
        seen: dict[str, int] = {}
        for question in found:
            if question.id in seen:
                self._error(
                    question.line, f"the question id “{question.id}” is used twice", "give one another id"
                )
            seen[question.id] = question.line
        return found

    # -- dividing the file ---

    def _blocks(self) -> list[_Block]:
        blocks: list[_Block] = []
        rows: list[str] = []
        start, category = 0, ""
        pending = _Block(0, "")
        depth = 0

        def close() -> None:
            nonlocal pending, depth
            if any(row.strip() for row in rows):
                blocks.append(_Block(start, "\n".join(rows), pending.name, pending.tags, category))
                pending = _Block(0, "")
            rows.clear()
            depth = 0

        for number, row in enumerate(self._text.split("\n"), start=1):
            stripped = row.strip()
            if stripped.startswith("//"):
                for key, value in _MARK.findall(stripped):
                    said = value.replace("\\]", "]").strip()
                    if key == "id":
                        pending.name = said
                    elif said:
                        pending.tags.append(said if key == "tag" else PASSAGE + said)
                if rows:
                    rows.append("")
                continue
            if stripped.startswith("$CATEGORY:"):
                close()
                category = stripped.removeprefix("$CATEGORY:").strip()
                continue
            if depth > 0 and stripped.startswith("::"):
                close()
            if not stripped and depth <= 0:
                close()
                continue
            if not rows:
                start = number
            rows.append(row)
            held = hold(row)
            depth += held.count("{") - held.count("}")
        close()
        return blocks

    # -- one question ---

    def _question(  # noqa: PLR0911 - one return a fault
        self, block: _Block, default_id: str
    ) -> Question | None:
        text = hold(block.text.strip())
        line = block.line
        title = ""
        if text.startswith("::"):
            title, closed, text = text[2:].partition("::")
            if not closed:
                self._error(
                    line, "the question’s title is never closed", "write ::title:: before the question"
                )
                return None
            title = release(title).strip()
            text = text.lstrip()
        form = _FORMAT.match(text)
        style = form.group(1).lower() if form else "moodle"
        if form:
            text = text[form.end() :]
        data: dict[str, Any] = {"title": title, "category": block.category, "tags": block.tags}
        name = block.name or default_id
        before, brace, rest = text.partition("{")
        if not brace:
            if "}" in text:
                self._error(line, "a } closes nothing", "write \\} for the sign itself")
                return None
            data |= {"prompt": self._html(text, style, line), "after": "", "feedback": "", "answers": []}
            return Question(name, line, "description", data) if self._has_text(data, line) else None
        answers, brace, after = rest.partition("}")
        if not brace:
            self._error(line, "the answers are never closed", "end them with }")
            return None
        if "{" in answers or "{" in after or "}" in after:
            self._error(
                line, "the question has more than one pair of braces", "write \\{ and \\} for the signs"
            )
            return None
        data["prompt"] = self._html(before.strip(), style, line)
        data["after"] = self._html(after.strip(), style, line) if after.strip() else ""
        if not self._has_text(data, line):
            return None
        at = answers.rfind("####")
        data["feedback"] = self._html(answers[at + 4 :].strip(), style, line) if at >= 0 else ""
        answers = answers[:at] if at >= 0 else answers
        whole = hold(block.text.strip())
        answer_line = line + whole.count("\n", 0, len(whole) - len(text) + len(before))
        if answers.lstrip().startswith(">"):
            return self._ordering(name, line, answer_line, data, answers, style)
        return self._answered(name, line, answer_line, data, answers.rstrip(), style)

    def _has_text(self, data: dict[str, Any], line: int) -> bool:
        if plain(f"{data['prompt']}{data['after']}"):
            return True
        self._error(line, "the question has no text", "write it before the {")
        return False

    def _ordering(  # noqa: PLR0917
        self, name: str, line: int, answer_line: int, data: dict[str, Any], answers: str, style: str
    ) -> Question | None:
        answer_line += answers[: answers.index(">")].count("\n")
        data["answers"] = []
        try:
            data["order"], items = read_order(answers.strip())
        except OrderError as fault:
            self._error(answer_line, str(fault), fault.remedy)
            return None
        seen: dict[str, int] = {}
        for row, item in items:
            html, text = self._both(item, style, answer_line + row)
            if not text:
                self._error(answer_line + row, "an item is empty", "write it, or remove its line")
                return None
            if text in seen:
                what = f"the item “{_short(text)}” stands twice, here and in line {seen[text]}"
                self._error(answer_line + row, what, "remove one of them, or say how they differ")
                return None
            seen[text] = answer_line + row
            data["answers"].append({"html": inline(html), "text": text})
        return Question(name, line, "ordering", data)

    def _answered(  # noqa: PLR0917
        self, name: str, line: int, answer_line: int, data: dict[str, Any], answers: str, style: str
    ) -> Question | None:
        data["answers"] = []
        if not answers:
            return Question(name, line, "essay", data)
        word = answers.partition("#")[0].strip().upper()
        if answers.lstrip().startswith("#"):
            kind = self._numbers(data, answers.replace("#", "", 1), style, answer_line)
        elif "~" in answers:
            kind = self._choices(data, answers, style, answer_line)
        elif "=" in answers and "->" in answers:
            kind = self._pairs(data, answers, style, answer_line)
        elif word in _TRUE | _FALSE:
            _, *comments = answers.split("#")
            data["right"] = word in _TRUE
            data["if_wrong"] = self._html(comments[0].strip(), style, line) if comments else ""
            data["if_right"] = self._html(comments[1].strip(), style, line) if len(comments) > 1 else ""
            kind = "truefalse"
        else:
            kind = self._words(data, answers, style, answer_line)
        return Question(name, line, kind, data) if kind else None

    def _choices(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        for at, piece in _pieces(answers, "[=~]", line):
            right = piece.startswith("=")
            words = piece[1:] if piece.startswith(("=", "~")) else piece
            data["answers"].append(self._answer(words, style, at, 1.0 if right else 0.0))
        return self._judged(data, "single" if "=" in answers else "multiple", line)

    def _judged(self, data: dict[str, Any], kind: str, line: int) -> str:
        fractions = [answer["fraction"] for answer in data["answers"]]
        if any(not answer["text"] for answer in data["answers"]):
            return ""
        if len(fractions) < 2:
            self._error(line, "the question has fewer than two answers", "add answers that begin with = or ~")
            return ""
        if kind == "multiple":
            if max(fractions) <= 0:
                self._error(line, "no answer is right", "begin the right one with = instead of ~")
                return ""
            total = round(sum(fraction for fraction in fractions if fraction > 0) * 100, 1)
            if abs(total - _RIGHT_SUM) > 0.1:
                self._error(
                    line,
                    f"the weights of the right answers add up to {total:g} %",
                    "make them 100 % together",
                )
                return ""
        elif max(fractions) < 1:
            self._error(line, "no answer is wholly right", "begin the right one with =")
            return ""
        return kind

    def _words(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        for at, piece in _pieces(answers, "=", line):
            data["answers"].append(self._answer(piece.removeprefix("="), style, at, 1.0))
        if any(not answer["text"] for answer in data["answers"]):
            return ""
        return "short" if self._has_best(data, line) else ""

    def _has_best(self, data: dict[str, Any], line: int) -> bool:
        if max(answer["fraction"] for answer in data["answers"]) < 1:
            self._error(line, "no answer is wholly right", "begin the right one with =, and without a weight")
            return False
        return True

    def _pairs(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        for at, piece in _pieces(answers, "=", line):
            left, arrow, right = piece.removeprefix("=").partition("->")
            right = right.partition("#")[0]
            if not arrow or not right.strip():
                self._error(at, "a pair has no second half", "write =one -> other")
                return ""
            html = self._html(left.strip(), style, at) if left.strip() else ""
            data["answers"].append({"left": html, "right": release(right).strip()})
        if len(data["answers"]) < 2:
            self._error(line, "there is only one pair", "add another =one -> other")
            return ""
        if not any(pair["left"] for pair in data["answers"]):
            self._error(line, "no pair has a first half", "write =one -> other")
            return ""
        return "matching"

    def _numbers(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        for at, piece in _pieces(answers, "[=~]", line):
            if piece.startswith("~"):
                said = self._html(piece.partition("#")[2].strip(), style, at)
                data |= {"if_wrong": said} if said else {}
                continue
            answer = self._answer(piece.removeprefix("="), "plain", at, 1.0, style)
            if not answer["text"]:
                return ""
            if answer["text"] == "*":
                data |= {"if_wrong": answer["feedback"]} if answer["feedback"] else {}
                continue
            bounds = _bounds(answer["text"])
            if bounds is None:
                self._error(
                    at,
                    f"“{_short(answer['text'])}” is not a number",
                    "write 1922, 1922:2 (tolerance) or 1920..1924 (range)",
                )
                return ""
            answer["low"], answer["high"] = bounds
            data["answers"].append(answer)
        if not data["answers"]:
            self._error(line, "the question has no number", "write it behind {#")
            return ""
        return "number" if self._has_best(data, line) else ""

    def _answer(
        self, piece: str, style: str, line: int, fraction: float, said_in: str = ""
    ) -> dict[str, Any]:
        """An answer of one ``style``; what is said of it may be written in another."""
        piece = piece.strip()
        weight = _WEIGHT.match(piece)
        if weight:
            fraction = float(weight.group(1)) / 100
            piece = piece[weight.end() :].strip()
            if abs(fraction) > 1:
                self._error(line, f"the weight {weight.group(0)} is beyond 100 %", "use −100 to 100")
        words, _, comment = piece.partition("#")
        html, text = self._both(words.strip(), style, line)
        if not text:
            self._error(line, "an answer is empty", "write it, or remove its sign")
        return {
            "html": inline(html),
            "text": text,
            "fraction": round(fraction, 5),
            "feedback": self._html(comment.strip(), said_in or style, line) if comment.strip() else "",
        }

    # -- text ---

    def _html(self, held: str, style: str, line: int) -> str:
        return self._both(held, style, line)[0]

    def _both(self, held: str, style: str, line: int) -> tuple[str, str]:
        """HTML and plain text of a piece whose escapes are still held."""
        form = _FORMAT.match(held)
        if form:
            style, held = form.group(1).lower(), held[form.end() :].lstrip()
        text = release(held)
        if style == "markdown":
            html, words = self._markdown(self._path, line, text)
            return one_line(html), words
        if style == "html":
            return self._from_html(text, line)
        if style == "moodle" and has_tags(text):
            return self._from_html(text.strip().replace("\n", "<br>"), line)
        return plain_html(text)

    def _from_html(self, text: str, line: int) -> tuple[str, str]:
        reader = SafeHtml()
        reader.feed(text)
        reader.close()
        for tag in reader.refused:
            self._error(line, f"the question uses the HTML tag <{tag}>", "use [markdown] or plain text")
        return reader.html(), " ".join("".join(reader.words).split())

    def _error(self, line: int, what: str, remedy: str) -> None:
        self._problems.error(self._path, line, what, remedy)


def _pieces(answers: str, signs: str, line: int) -> Iterator[tuple[int, str]]:
    """What begins with one of the signs, each with its line; and what stands before the first."""
    for number, piece in enumerate(re.split(f"(?={signs})", answers)):
        if number or piece.strip():
            yield line, piece
        line += piece.count("\n")


def _short(text: str) -> str:
    """Words to quote in a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def _bounds(text: str) -> tuple[float, float] | None:
    """Lowest and highest right number of ``1922``, ``1922:2`` or ``1920..1924``."""
    low, dots, high = (part.strip() for part in text.partition(".."))
    middle, _, tolerance = (part.strip() for part in text.partition(":"))
    numbers = (low, high) if dots else (middle, tolerance or "0")
    if not all(_NUMBER.fullmatch(each) for each in numbers):
        return None
    first, second = map(float, numbers)
    lowest, highest = (first, second) if dots else (first - second, first + second)
    return (lowest, highest) if lowest <= highest else None
