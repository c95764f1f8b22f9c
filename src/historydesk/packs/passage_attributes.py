"""The ``{#id .class view="…"}`` above a block."""

from __future__ import annotations

import re

from markdown_it.token import Token

from historydesk.packs.fields import ID, ID_RULE
from historydesk.packs.problems import did_you_mean
from historydesk.packs.quick_blocks import PLAIN_HEADING
from historydesk.packs.references import ReferenceBook
from historydesk.packs.text_document import TextDocument

_CLASSES = ("pull", "fact", "unsourced")
_VIEW = {
    "place": ID,
    "journey": ID,
    "step": re.compile(r"\d{1,3}"),
    "zoom": re.compile(r"\d+(\.\d+)?"),
    "era": re.compile(r"\d{4}|today"),
}
_VIEW_EXAMPLES = {
    "place": "place:gori",
    "journey": "journey:j-1",
    "step": "step:2",
    "zoom": "zoom:6",
    "era": "era:1900",
}
_NEAREST = 16
"""The greatest ``zoom``: beyond it a map shows a single house."""


class PassageAttributes:
    """Reads and checks the attributes of a text's blocks; owned by the reader, which gives it each text."""

    def __init__(self, book: ReferenceBook) -> None:
        self._book = book

    def begin(self, document: TextDocument) -> None:
        """Turn to another text."""
        self._document = document

    def read(self, token: Token) -> dict[str, str]:
        """``id``, ``class`` and ``view`` of a block, where they are good."""
        kind = token.type
        found: dict[str, str] = {}
        for key, raw in token.attrs.items():
            value = str(raw)
            if key == "id":
                if ID.fullmatch(value):
                    found["id"] = value
                else:
                    self.error(token, f"“{value}” is not a valid passage id", ID_RULE)
            elif key == "class":
                for name in value.split():
                    if name not in _CLASSES:
                        remedy = did_you_mean(
                            f".{name}", [f".{known}" for known in _CLASSES], "use .pull, .fact or .unsourced"
                        )
                        self.error(token, f"there is no class “.{name}”", remedy)
                    elif name == "pull" and kind != "blockquote_open":
                        self.error(
                            token, "“.pull” stands before something else", "put it before a quotation (>)"
                        )
                    elif name != "pull" and kind in ("heading_open", PLAIN_HEADING, "hr"):
                        self.error(
                            token,
                            f"“.{name}” stands before a heading or a rule",
                            "put it before a text that cites" if name == "fact" else "put it before a text",
                        )
                    else:
                        found["class"] = f"{found.get('class', '')} {name}".strip()
            elif key == "view":
                found["view"] = self._view(value, token)
            elif key != "start" or kind != "ordered_list_open":
                remedy = did_you_mean(
                    key, ("id", "class", "view"), "use #id, .pull, .fact, .unsourced or view"
                )
                self.error(token, f"there is no attribute “{key}”", remedy)
        return found

    def line(self, token: Token) -> int:
        """Line of the ``{…}`` above a block."""
        rows = self._document.text.split("\n")
        at = token.map[0] if token.map else 0
        while at > 0 and not rows[at].lstrip(" >").startswith("{"):
            at -= 1
        return (
            at if rows[at].lstrip(" >").startswith("{") else (token.map or [0])[0]
        ) + self._document.first_line

    def error(self, token: Token, what: str, remedy: str) -> None:
        """Report what is wrong with the attributes of a block."""
        self._document.error(self.line(token), what, remedy)

    def _view(self, value: str, token: Token) -> str:
        told: set[str] = set()
        for part in value.split():
            key, _, target = part.partition(":")
            if key in told:
                self.error(token, f"“{key}” stands twice in one map view", "keep one of them")
            told.add(key)
            if key not in _VIEW:
                remedy = did_you_mean(key, _VIEW, "use place:, journey:, step:, zoom: or era:")
                self.error(token, f"“{part}” is no part of a map view", remedy)
            elif not _VIEW[key].fullmatch(target):
                self.error(
                    token,
                    f"“{part}” is no part of a map view",
                    f"write a value such as {_VIEW_EXAMPLES[key]}",
                )
            elif key == "zoom" and float(target) > _NEAREST:
                self.error(token, f"“{part}” is too near", f"write a value from 0 to {_NEAREST}")
            elif key in ("place", "journey"):
                line = 0 if part in self._book.hrefs else self.line(token)
                self._book.check(part, self._document.path, line)
        if "step:" in value:
            self._check_step(value, token)
        return value

    def _check_step(self, value: str, token: Token) -> None:
        """A step is a stop of the view's journey, counted from 1."""
        parts = dict(part.partition(":")[::2] for part in value.split())
        journey, step = parts.get("journey"), parts.get("step", "")
        if journey is None:
            self.error(
                token,
                f"“step:{step}” belongs to no journey",
                f"write journey:… before it: “journey:j-1 step:{step}”",
            )
            return
        stops = self._book.stops.get(journey, 0)
        if stops > 1 and step.isdecimal() and not 1 <= int(step) <= stops:
            self.error(
                token, f"the journey “{journey}” has no stop {step}", f"it has {stops} stops, counted from 1"
            )
