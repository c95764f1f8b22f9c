"""Is an answer right, and what is said of it: the rules of Moodle's quizzes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import escape, unescape
from typing import Any, Literal

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_ordering import right_order, share_of_order
from historydesk.domain.values import dataclass

Word = Literal["right", "partly", "wrong", "read"]

ENOUGH = 0.999
CHOSEN = ("single", "multiple")
PROMPTS = ("essay", "description")
"""Kinds that are read and thought about; nothing is right or wrong in them."""

_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
_TAGS = re.compile(r"<[^>]+>")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "”", "’", "…")
"""Signs that stand close behind a word."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``word`` says how it stands; ``said`` is what teaches (HTML); ``solution`` is the right answer (HTML)."""

    word: Word
    said: tuple[str, ...] = ()
    solution: str = ""

    @property
    def is_right(self) -> bool:
        """Whether nothing was missing."""
        return self.word == "right"


def judge(question: Question, given: Given) -> Verdict:
    """What an answer is worth; an unreadable one is wrong, never an error."""
    data: dict[str, Any] = question.data
    general = str(data.get("feedback", ""))
    if question.kind in PROMPTS:
        return Verdict("read", tuple(filter(None, (general,))))
    said: tuple[str, ...] = ()
    if question.kind == "ordering":
        share = share_of_order(question, given)
    else:
        share, said = _share(question.kind, data, given)
    word: Word = "right" if share >= ENOUGH else ("partly" if share > 0 else "wrong")
    return Verdict(word, tuple(filter(None, (*said, general))), solution(question, given))


def is_right_choice(question: Question, number: int) -> bool:
    """Whether an answer offered is (part of) the right one."""
    if question.kind == "truefalse":
        return bool(question.data["right"]) == (number == 0)
    fraction: float = _answers(question.data)[number]["fraction"]
    return fraction >= ENOUGH if question.kind == "single" else fraction > 0


def solution(question: Question, given: Given = ()) -> str:
    """The right answer as HTML; empty for what has none. Of an ordering question, the order of what was given."""
    data: dict[str, Any] = question.data
    if question.kind == "ordering":
        items = enumerate(right_order(question, given), start=1)
        return "<br>".join(f"{place}. {_apart(inline(html))}" for place, html in items)
    answers = _answers(data)
    if question.kind in CHOSEN:
        right = [each["html"] for number, each in enumerate(answers) if is_right_choice(question, number)]
        return "<br>".join(right)
    if question.kind == "matching":
        return "<br>".join(f"{each['left']} → {escape(each['right'])}" for each in answers if each["left"])
    if question.kind == "short":
        best = max(answers, key=lambda each: float(each["fraction"]))
        return str(best["html"]).replace("*", "…")
    if question.kind == "number":
        best = max(answers, key=lambda each: float(each["fraction"]))
        low, high = best["low"], best["high"]
        return _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    return ""


def _apart(html: str) -> str:
    """What is written from right to left, kept from drawing the number before it to its other side."""
    leftward = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in html)
    return f"\u2068{html}\u2069" if leftward else html


def partners(question: Question) -> tuple[str, ...]:
    """The second halves of a matching question, each once, in the author's order."""
    return tuple(dict.fromkeys(str(each["right"]) for each in _answers(question.data)))


def lines(question: Question) -> tuple[tuple[str, str], ...]:
    """The first halves of a matching question as HTML, each with its partner."""
    return tuple((each["left"], each["right"]) for each in _answers(question.data) if each["left"])


def stem(data: Mapping[str, object], gap: str = "____") -> str:
    """What a question's ``data`` asks, as HTML; with a ``gap`` where a word is missing."""
    before, after = str(data.get("prompt", "")), str(data.get("after", ""))
    if not after:
        return before
    between = "" if plain(after).startswith(_CLOSING) else " "
    return f"{inline(before)} {gap}{between}{inline(after)}".strip()


def inline(html: str) -> str:
    """A piece of HTML without the one paragraph around it."""
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if len(inner) == len(html) - len("<p></p>") and "<p>" not in inner else html


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(unescape(_TAGS.sub(" ", html)).split())


def _answers(data: dict[str, Any]) -> list[dict[str, Any]]:
    return list(data.get("answers", ()))


def _share(kind: str, data: dict[str, Any], given: Given) -> tuple[float, tuple[str, ...]]:
    """How much of it is right (0–1), and what is said of what was given."""
    if kind == "truefalse":
        right = given == (("true",) if data["right"] else ("false",))
        return float(right), (data["if_right"] if right else data["if_wrong"],)
    if kind in CHOSEN:
        return _share_of_choice(kind, _answers(data), given)
    if kind == "matching":
        pairs = [each for each in _answers(data) if each["left"]]
        hits = sum(each["right"] == chosen for each, chosen in zip(pairs, given, strict=False))
        return hits / len(pairs), ()
    typed = given[0] if given else ""
    return _share_of_word(data, typed) if kind == "short" else _share_of_number(data, typed)


def _share_of_choice(kind: str, answers: list[dict[str, Any]], given: Given) -> tuple[float, tuple[str, ...]]:
    chosen = [answers[int(each)] for each in given if each.isdecimal() and int(each) < len(answers)]
    share = sum(float(each["fraction"]) for each in chosen)
    if kind == "multiple" and any(each["fraction"] <= 0 for each in chosen):
        share = min(share, 0.5)
    return share, tuple(each["feedback"] for each in chosen)


def _share_of_word(data: dict[str, Any], typed: str) -> tuple[float, tuple[str, ...]]:
    best: dict[str, Any] | None = None
    for each in _answers(data):
        if _matches(each["text"], typed) and (best is None or each["fraction"] > best["fraction"]):
            best = each
    return (float(best["fraction"]), (best["feedback"],)) if best is not None else (0.0, ())


def _share_of_number(data: dict[str, Any], typed: str) -> tuple[float, tuple[str, ...]]:
    value = number_of(typed)
    hits = [each for each in _answers(data) if value is not None and each["low"] <= value <= each["high"]]
    if not hits:
        return 0.0, (str(data.get("if_wrong", "")),)
    best = max(hits, key=lambda each: float(each["fraction"]))
    return float(best["fraction"]), (best["feedback"],)


def number_of(typed: str) -> float | None:
    """The number in what was typed: spaces between digits, a comma for the point and a minus are understood."""
    text = "".join(typed.split()).translate(_ALIKE).replace("'", "")
    if text.count(",") == 1 and "." not in text and not re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text):
        text = text.replace(",", ".")
    try:
        return float(text.replace(",", "")) if re.fullmatch(r"[-+]?[\d.,]+", text) else None
    except ValueError:
        return None


def _matches(pattern: str, typed: str) -> bool:
    """Whether words are those asked for: capitals and kinds of spaces, dashes and quotes do not count, and a
    ``*`` stands for anything."""
    parts = [re.escape(_alike(part)) for part in pattern.split("*")]
    return re.fullmatch(".*".join(parts), _alike(typed), re.DOTALL) is not None if _alike(typed) else False


def _alike(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_ALIKE)
    return " ".join(composed.split()).casefold()


def _number(value: float) -> str:
    return (
        f"{value:g}" if abs(value) < 1e5 or value != int(value) else f"{int(value):,}".replace(",", "\u202f")
    )
