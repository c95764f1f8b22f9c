"""The texts inside GIFT: escaped signs, and the simple HTML that quizzes use."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

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
_WHITE = re.compile(r"\s+")
_BREAK = re.compile(r" ?<br> ?")
_ENDS = re.compile(r"^(?:<br>| )+|(?:<br>| )+$")
_SPACES = re.compile(r"[ \t]+")
_TAGS = re.compile(r"</?(?:p|br|b|strong|i|em|u|sup|sub|ul|ol|li|span|div)\b[^<>]*>", re.IGNORECASE)


def hold(text: str) -> str:
    """Put escaped signs aside, so that they are not taken for grammar."""
    return _ESCAPED.sub(lambda match: "\ue017" if match.group(1) == "n" else _ESCAPES[match.group(1)], text)


def release(text: str) -> str:
    """The signs put aside, as they are read."""
    return text.translate(_UNESCAPES)


def has_tags(text: str) -> bool:
    """Whether there is HTML in a text that may have some: Moodle's own format."""
    return _TAGS.search(text) is not None


def plain_html(text: str) -> tuple[str, str]:
    """Text without markup → HTML and the words in one line."""
    lines = [_SPACES.sub(" ", line).strip() for line in text.strip().split("\n")]
    return escape("\n".join(lines), quote=False).replace("\n", "<br>"), one_line(" ".join(lines))


def one_line(text: str) -> str:
    """A text or a piece of HTML, every run of spaces and line ends one space."""
    return _WHITE.sub(" ", text).strip()


class SafeHtml(HTMLParser):
    """Rewrites the simple tags that quizzes use into the subset of packs; ``refused`` lists the others."""

    _SAME = {"b": "strong", "strong": "strong", "i": "em", "em": "em"} | {
        name: name for name in ("p", "br", "sup", "ul", "ol", "li")
    }
    _LIKE = dict.fromkeys(("div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre"), "p")
    _WORDS = ("span", "u", "font", "small", "big", "sub", "code", "tt", "center", "wbr", "s", "mark")
    """Of these only what is in them is kept."""

    _INLINE = ("strong", "em", "sup")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self.words: list[str] = []
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what packs know, closing what cannot hold it."""
        name = self._SAME.get(tag) or self._LIKE.get(tag)
        if name is None:
            if tag not in self._WORDS:
                self.refused.append(tag)
            return
        if name not in self._INLINE:
            self.words.append(" ")
        if name in {"p", "ul", "ol"} and "p" in self._open:
            self._close("p")
        elif name == "li" and self._open and self._open[-1] == "li":
            self._close("li")
        self._out.append(f"<{name}>")
        if name != "br":
            self._open.append(name)

    def handle_endtag(self, tag: str) -> None:
        """Close it with everything left open in it."""
        name = self._SAME.get(tag) or self._LIKE.get(tag)
        if name in self._open:
            self._close(str(name))

    def _close(self, name: str) -> None:
        last = ""
        while last != name:
            last = self._open.pop()
            self._out.append(f"</{last}>")

    def handle_data(self, data: str) -> None:
        """Words."""
        self._out.append(escape(data, quote=False))
        self.words.append(data)

    def html(self) -> str:
        """The rewritten HTML, every tag closed."""
        closed = "".join(self._out) + "".join(f"</{name}>" for name in reversed(self._open))
        return _ENDS.sub("", _BREAK.sub("<br>", one_line(closed)))
