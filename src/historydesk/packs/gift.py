"""Questions in Moodle's GIFT format, the whole of its documented grammar.

Written from the page "GIFT format" of the Moodle documentation: multiple choice with weights, true/false,
short answer, matching, numerical answers with tolerance and ranges, essay, description, missing word, titles,
text formats, feedback, general feedback, comments, ``[id:…]`` and ``[tag:…]``, categories and escapes. Our own is
``[passage:…]`` in a comment, which Moodle passes over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any

from historydesk.packs.problems import Problems

_ESCAPES = {
    "~": "\ue010",
    "=": "\ue011",
    "#": "\ue012",
    "{": "\ue013",
    "}": "\ue014",
    ":": "\ue015",
    "\\": "\ue016",
}
_UNESCAPES = str.maketrans({held: sign for sign, held in _ESCAPES.items()} | {"\ue017": "\n"})
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d+)?)%")
_MARK = re.compile(r"\[(id|tag|passage):([^\]]+)\]")
_TRUE = {"T", "TRUE"}
_FALSE = {"F", "FALSE"}
_RIGHT_SUM = 100.0

PASSAGE = "passage:"
"""Begins the tag that names the passage where the answer is told: ``[passage:gori#trade]``."""

Markdown = Callable[[str, int, str], tuple[str, str]]
"""Path, line and Markdown text → HTML and plain text."""


@dataclass(slots=True)
class Question:
    """One question: ``kind`` is single, multiple, truefalse, short, matching, number, essay or description.

    ``data`` is JSON-ready: ``title``, ``prompt`` (HTML), ``after`` (HTML behind a missing word), ``feedback``
    (HTML, for every answer), ``category``, ``tags``, and ``answers`` – objects with ``html``, ``text``,
    ``fraction`` (−1 … 1) and ``feedback`` (HTML); matching has ``left`` (HTML) and ``right`` (text) instead,
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
        self._text = text
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
                    if key == "id":
                        pending.name = value.strip()
                    else:
                        pending.tags.append(value.strip() if key == "tag" else PASSAGE + value.strip())
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
            held = _hold(row)
            depth += held.count("{") - held.count("}")
        close()
        return blocks

    # -- one question ---

    def _question(  # noqa: PLR0911 - one return a fault
        self, block: _Block, default_id: str
    ) -> Question | None:
        text = _hold(block.text.strip())
        line = block.line
        title = ""
        if text.startswith("::"):
            title, closed, text = text[2:].partition("::")
            if not closed:
                self._error(
                    line, "the question’s title is never closed", "write ::title:: before the question"
                )
                return None
            title = _release(title).strip()
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
            return Question(name, line, "description", data)
        answers, brace, after = rest.partition("}")
        if not brace:
            self._error(line, "the answers are never closed", "end them with }")
            return None
        if "{" in answers or "{" in after or "}" in after:
            self._error(
                line, "the question has more than one pair of braces", "write \\{ and \\} for the signs"
            )
            return None
        if not before.strip() and not after.strip():
            self._error(line, "the question has no text", "write it before the {")
            return None
        data["prompt"] = self._html(before.strip(), style, line)
        data["after"] = self._html(after.strip(), style, line) if after.strip() else ""
        answers, general, feedback = answers.partition("####")
        data["feedback"] = self._html(feedback.strip(), style, line) if general else ""
        answer_line = line + block.text.count("\n", 0, max(block.text.find("{"), 0))
        return self._answered(name, line, answer_line, data, answers.strip(), style)

    def _answered(  # noqa: PLR0917
        self, name: str, line: int, answer_line: int, data: dict[str, Any], answers: str, style: str
    ) -> Question | None:
        data["answers"] = []
        if not answers:
            return Question(name, line, "essay", data)
        word = answers.partition("#")[0].strip().upper()
        if answers.startswith("#"):
            kind = self._numbers(data, answers[1:].strip(), style, answer_line)
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
        single = "=" in answers
        for piece in answers.replace("=", "~=").split("~"):
            if not piece.strip():
                continue
            right = piece.startswith("=")
            data["answers"].append(
                self._answer(piece[1:] if right else piece, style, line, 1.0 if right else 0.0)
            )
        return self._judged(data, "single" if single else "multiple", line)

    def _judged(self, data: dict[str, Any], kind: str, line: int) -> str:
        fractions = [answer["fraction"] for answer in data["answers"]]
        if len(fractions) < 2:
            self._error(line, "the question has fewer than two answers", "add answers that begin with = or ~")
            return ""
        if any(not answer["text"] for answer in data["answers"]):
            self._error(line, "an answer is empty", "write it, or remove its sign")
            return ""
        if kind == "multiple":
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
        if not answers.startswith("="):
            answers = "=" + answers
        for piece in answers.split("=")[1:]:
            data["answers"].append(self._answer(piece, style, line, 1.0))
        if any(not answer["text"] for answer in data["answers"]):
            self._error(line, "an answer is empty", "write it, or remove its sign")
            return ""
        return "short"

    def _pairs(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        for piece in answers.split("=")[1:]:
            left, arrow, right = piece.partition("->")
            if not arrow or not right.strip():
                self._error(line, "a pair has no second half", "write =one -> other")
                return ""
            right = right.partition("#")[0]
            html = self._html(left.strip(), style, line) if left.strip() else ""
            data["answers"].append({"left": html, "right": _release(right).strip()})
        if len(data["answers"]) < 2:
            self._error(line, "there is only one pair", "add another =one -> other")
            return ""
        return "matching"

    def _numbers(self, data: dict[str, Any], answers: str, style: str, line: int) -> str:
        pieces = [piece for piece in re.split(r"(?=[=~])", answers) if piece.strip()]
        for piece in pieces:
            if piece.startswith("~"):
                data["if_wrong"] = self._html(piece.partition("#")[2].strip(), style, line)
                continue
            answer = self._answer(piece.removeprefix("="), "plain", line, 1.0)
            bounds = _bounds(answer["text"])
            if bounds is None:
                self._error(
                    line,
                    f"“{answer['text']}” is not a number",
                    "write 1922, 1922:2 (tolerance) or 1920..1924 (range)",
                )
                return ""
            answer["low"], answer["high"] = bounds
            data["answers"].append(answer)
        if not data["answers"]:
            self._error(line, "the question has no number", "write it behind {#")
            return ""
        return "number"

    def _answer(self, piece: str, style: str, line: int, fraction: float) -> dict[str, Any]:
        piece = piece.strip()
        weight = _WEIGHT.match(piece)
        if weight:
            fraction = float(weight.group(1)) / 100
            piece = piece[weight.end() :].strip()
            if abs(fraction) > 1:
                self._error(line, f"the weight {weight.group(0)} is beyond 100 %", "use −100 to 100")
        words, _, comment = piece.partition("#")
        html, text = self._both(words.strip(), style, line)
        return {
            "html": html,
            "text": text,
            "fraction": round(fraction, 5),
            "feedback": self._html(comment.strip(), style, line) if comment.strip() else "",
        }

    # -- text ---

    def _html(self, held: str, style: str, line: int) -> str:
        return self._both(held, style, line)[0]

    def _both(self, held: str, style: str, line: int) -> tuple[str, str]:
        """HTML and plain text of a piece whose escapes are still held."""
        form = _FORMAT.match(held)
        if form:
            style, held = form.group(1).lower(), held[form.end() :].lstrip()
        text = _release(held)
        if style == "markdown":
            return self._markdown(self._path, line, text)
        if style == "html":
            return self._from_html(text, line)
        plain = " ".join(text.split(" ")).strip()
        return escape(plain, quote=False).replace("\n", "<br>"), plain.replace("\n", " ")

    def _from_html(self, text: str, line: int) -> tuple[str, str]:
        reader = _SafeHtml()
        reader.feed(text)
        reader.close()
        for tag in reader.refused:
            self._error(line, f"the question uses the HTML tag <{tag}>", "use [markdown] or plain text")
        return reader.html(), " ".join("".join(reader.words).split())

    def _error(self, line: int, what: str, remedy: str) -> None:
        self._problems.error(self._path, line, what, remedy)


class _SafeHtml(HTMLParser):
    """Rewrites the simple tags that quizzes use into the subset of packs."""

    _SAME = {"p": "p", "br": "br", "b": "strong", "strong": "strong", "i": "em", "em": "em"} | {
        name: name for name in ("sup", "ul", "ol", "li")
    }
    _INLINE = ("strong", "em", "sup")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self.words: list[str] = []
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = self._SAME.get(tag)
        if name is None:
            self.refused.append(tag)
            return
        self._out.append(f"<{name}>")
        if name not in self._INLINE:
            self.words.append(" ")
        if name != "br":
            self._open.append(name)

    def handle_endtag(self, tag: str) -> None:
        name = self._SAME.get(tag)
        while name in self._open:
            last = self._open.pop()
            self._out.append(f"</{last}>")
            if last == name:
                break

    def handle_data(self, data: str) -> None:
        self._out.append(escape(data, quote=False))
        self.words.append(data)

    def html(self) -> str:
        """The rewritten HTML, every tag closed."""
        return "".join(self._out) + "".join(f"</{name}>" for name in reversed(self._open))


def _hold(text: str) -> str:
    """Put escaped signs aside, so that they are not taken for grammar."""
    return _ESCAPED.sub(lambda match: "\ue017" if match.group(1) == "n" else _ESCAPES[match.group(1)], text)


def _release(text: str) -> str:
    return text.translate(_UNESCAPES)


def _bounds(text: str) -> tuple[float, float] | None:
    """Lowest and highest right number of ``1922``, ``1922:2`` or ``1920..1924``."""
    low, dots, high = text.partition("..")
    try:
        if dots:
            first, last = float(low), float(high)
            return (first, last) if first <= last else None
        middle, _, tolerance = text.partition(":")
        spread = float(tolerance or 0)
        return (float(middle) - spread, float(middle) + spread) if spread >= 0 else None
    except ValueError:
        return None
