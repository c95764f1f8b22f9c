"""The compiler's safe HTML as plain text, as HTML without links, and as XHTML with links of another kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

Link = Callable[[str], "dict[str, str] | None"]
"""The address of a link → the attributes of what stands for it, or ``None`` to leave only its words."""

_VOID = {"br", "hr", "img"}
_BLOCKS = {"p", "li", "tr", "h2", "h3", "blockquote", "div", "ul", "ol", "table", "br", "hr", "figcaption"}
_INLINE = {"a", "em", "strong", "sup", "span", "br", "img"}
_ALL = _BLOCKS | _INLINE | {"th", "td", "figure", "aside"}
_SIMPLE = frozenset({"p", "br", "strong", "em", "sup", "ul", "ol", "li"})
"""What quizzes and flash cards know everywhere."""
_ATTRIBUTES = {
    "img": ("src", "alt"),
    "ol": ("start",),
    "div": ("class",),
    "span": ("class",),
    "h3": ("class",),
}
_MARKS = {"cite", "note"}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain_text(html: str) -> str:
    """The words alone, a line a block; marks of notes and sources are left out."""
    writer = _Writer(frozenset(), None)
    lines = (" ".join(line.split(" ")).strip() for line in writer.written(html, words=True).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(html: str) -> str:
    """The words alone in one line."""
    return " ".join(plain_text(html).split("\n"))


def simple_html(html: str) -> str:
    """Well-formed HTML with neither links, pictures nor tables; blocks of other kinds become paragraphs."""
    return _Writer(_SIMPLE, None).written(html)


def xhtml(html: str, link: Link, picture: Callable[[str], str] | None = None) -> str:
    """Well-formed XHTML; ``link`` says what becomes of references, ``picture`` where pictures lie."""
    return _Writer(frozenset(_ALL), link, picture).written(html)


def clean(text: str) -> str:
    """Text without the signs that XML cannot hold."""
    return _NO_XML.sub("", text)


class _Writer(HTMLParser):
    """Writes what it reads, every tag closed and nothing but the tags it keeps."""

    def __init__(
        self, keep: frozenset[str], link: Link | None, picture: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(convert_charrefs=True)
        self._keep = keep
        self._link = link
        self._picture = picture
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._skipped = 0
        self._words = False

    def written(self, html: str, *, words: bool = False) -> str:
        """What becomes of ``html``; with ``words`` unescaped, lines broken at blocks."""
        self._words = words
        self.feed(html)
        self.close()
        while self._open:
            self._shut()
        return "".join(self._out).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._words and tag in _BLOCKS:
            self._out.append("\n")
        elif self._words and tag in {"td", "th"}:
            self._out.append(" ")
        if tag in _VOID:
            if tag in self._keep and not self._skipped:
                self._out.append(f"<{tag}{self._attributes(tag, given)}/>")
            return
        written = tag if tag in self._keep else ""
        attributes = self._attributes(tag, given)
        if tag == "a":
            found = self._link(given.get("href", "")) if self._link else None
            if found is None:
                written = ""
                if given.get("class") in _MARKS:
                    written = "-"
                    self._skipped += 1
            else:
                attributes = "".join(f' {name}="{escape(clean(value))}"' for name, value in found.items())
        elif not written and not self._words and tag in {"h2", "h3", "blockquote"} and "p" in self._keep:
            written = "" if tag == "blockquote" else "p"
        if written not in ("", "-") and not self._skipped:
            self._out.append(f"<{written}{attributes}>")
        self._open.append((tag, written))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == each for each, _ in self._open):
            while self._shut() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._out.append(data if self._words else escape(clean(data), quote=False))

    def _shut(self) -> str:
        tag, written = self._open.pop()
        if written == "-":
            self._skipped -= 1
        elif written and not self._skipped:
            self._out.append(f"</{written}>")
        if self._words and tag in _BLOCKS:
            self._out.append("\n")
        return tag

    def _attributes(self, tag: str, given: dict[str, str]) -> str:
        if self._link is None:
            return ""
        kept = {name: given[name] for name in _ATTRIBUTES.get(tag, ()) if name in given}
        if tag == "img":
            source = kept.get("src", "")
            kept = {"src": self._picture(source) if self._picture else source, "alt": kept.get("alt", "")}
        elif tag == "th":
            kept["scope"] = "col"
        return "".join(f' {name}="{escape(clean(value))}"' for name, value in kept.items())
