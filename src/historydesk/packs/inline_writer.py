"""Words, links, citations, footnotes and figures of one text as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from markdown_it.token import Token

from historydesk.packs.compiled_text import CompiledNote
from historydesk.packs.figures import FigureShelf
from historydesk.packs.quick_blocks import emphasis
from historydesk.packs.references import ReferenceBook
from historydesk.packs.text_document import TextDocument

_SPECIAL = re.compile("[&<>]")
_NUMBERED = re.compile(r"^ +<a class")
"""A raised number stands close behind the words."""
_UNSAFE = re.compile("[&<>\"']")
_MARKS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
}

WriteBlocks = Callable[[list[Token], list[str], list[str]], None]
"""Writes a run of block tokens as HTML and plain text."""


class InlineWriter:
    """Writes what stands inside a block, as HTML to ``out`` and as plain text to ``plain``; owned by the block writer."""

    def __init__(self, book: ReferenceBook, figures: FigureShelf, write_blocks: WriteBlocks) -> None:
        self._book = book
        self._figures = figures
        self._write_blocks = write_blocks

    def begin(self, document: TextDocument) -> None:
        """Turn to another text."""
        self._document = document

    def pieces(self, pieces: list[str], line: int, out: list[str], plain: list[str]) -> None:
        """Write plain words, then a reference and plain words, again and again; line ends become spaces."""
        html, words = plain_words(pieces[0])
        out.append(html)
        plain.append(words)
        for at in range(1, len(pieces), 3):
            line += pieces[at - 1].count("\n")
            label = pieces[at]
            if self._open_link(pieces[at + 1], label, line, out):
                plain.append(label)
                out.append(f"{escape_words(label) if '>' in label else label}</a>")
            html, words = plain_words(pieces[at + 2])
            out.append(html)
            plain.append(words)

    def write(  # noqa: PLR0912 - the hot loop: one branch for each kind of token, the frequent first
        self, children: list[Token], line: int, out: list[str], plain: list[str]
    ) -> None:
        """Write a run of words that begins at ``line``."""
        skip = 0
        for index, token in enumerate(children):
            if skip:
                skip -= 1
                continue
            kind = token.type
            if kind == "text":
                content = token.content
                plain.append(content)
                out.append(escape_words(content) if _SPECIAL.search(content) else content)
            elif kind == "link_open":
                label, length = _plain_label(children, index)
                if not self._open_link(str(token.attrs["href"]), label, line, out):
                    skip = length
            elif kind in _MARKS:
                out.append(_MARKS[kind])
            elif kind == "softbreak":
                line += 1
                out.append(" ")
                plain.append(" ")
            elif kind == "hardbreak":
                line += 1
                out.append("<br>")
                plain.append(" ")
            elif kind == "footnote_ref":
                self._footnote(token.meta["label"], line, out)
            elif kind == "span_open":
                if token.attrs.get("class") == "nobr" and len(token.attrs) == 1:
                    out.append('<span class="nobr">')
                else:
                    self._document.error(line, "words in [ ]{ } have attributes", "use [words]{.nobr} only")
                    out.append("<span>")
            elif kind == "span_close":
                out.append("</span>")
            elif kind == "image":
                self._document.error(
                    line, "a figure stands inside a sentence", "put it alone in its own paragraph"
                )
            elif kind == "html_inline":
                self._document.error(line, "raw HTML", "write it in Markdown, or \\< for the sign itself")
            elif kind == "code_inline":
                self._document.error(line, "words between backticks", "use *emphasis* or quotation marks")
                plain.append(token.content)

    def _open_link(self, href: str, label: str | None, line: int, out: list[str]) -> bool:
        """Write a link's beginning, or the whole of it (then ``False``) when it is a numbered citation.

        ``label`` are the link's words if they are plain.
        """
        document = self._document
        found = self._book.check(href, document.path, line)
        if href.startswith("source:"):
            document.cites = True
        if found is not None:
            if found[0] == "source" and label is not None and _is_number(label.strip()):
                document.references[found] = None
                number = document.citations.setdefault(found[1], len(document.citations) + 1)
                out.append(f'<a class="cite" href="source:{escape(found[1])}"><sup>{number}</sup></a>')
                return False
            if found[0] == "chapter":
                found = ("chapter", found[1].partition("#")[0])
            document.references[found] = None
        if label == "":
            self._document.error(
                line, f"the link to “{href}” has no words", "write the words between [ and ]"
            )
        out.append(f'<a href="{escape(href) if _UNSAFE.search(href) else href}">')
        return True

    def _footnote(self, label: str, line: int, out: list[str]) -> None:
        document = self._document
        if not document.owner:
            self._document.error(line, "a footnote stands outside a chapter", "write it into the text")
            return
        if document.in_note:
            self._document.error(line, "a footnote stands inside a footnote", "write it into the text")
            return
        note = document.notes.get(label)
        if note is None:
            tokens = document.definitions.get(label)
            if tokens is None:
                self._document.error(
                    line, f"the footnote “{label}” is not defined", f"add a line that begins with [^{label}]:"
                )
                return
            number = len(document.notes) + 1
            note = document.notes[label] = CompiledNote(number, _letters(number), "")
            document.in_note = True
            html: list[str] = []
            self._write_blocks(tokens, html, [])
            document.in_note = False
            note.html = "".join(html)
        out.append(f'<a class="note" href="note:{document.owner}/{note.number}"><sup>{note.label}</sup></a>')

    def figure(self, children: list[Token], line: int, out: list[str], plain: list[str]) -> None:
        """Write a picture with its caption, and the citations behind it, as a block of its own."""
        token, *citations = children
        source = str(token.attrs.get("src", ""))
        alt = "".join(_image_words(token.children or []))
        caption = str(token.attrs.get("title", ""))
        if not alt.strip():
            self._document.error(
                line, f"the figure “{source}” has no alternative text", "describe it between ![ and ]"
            )
        self._figures.use(source, self._document.path, line)
        out.append(f'<p><img src="figure:{escape(source)}" alt="{escape(alt)}"></p>')
        plain.append(caption or alt)
        if caption or citations:
            marks: list[str] = []
            self.write(citations, line, marks, [])
            words = _NUMBERED.sub("<a class", "".join(marks))
            out.append(f"<p><em>{escape_words(caption)}{words}</em></p>")


def plain_words(words: str) -> tuple[str, str]:
    """Words and emphasis as HTML and as they are read; line ends become spaces."""
    if "\n" in words:
        words = words.replace("\n", " ")
    if "*" in words:
        return emphasis(words)
    return (escape_words(words) if ">" in words else words), words


def escape_words(text: str) -> str:
    """Words as HTML has them outside its tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_number(label: str) -> bool:
    """Whether a citation's label is to be replaced by its number: it is empty or made of digits."""
    return not label or label.isdecimal()


def _plain_label(children: list[Token], index: int) -> tuple[str | None, int]:
    """A link's words if they are plain (else ``None``), and how many tokens follow its opening."""
    following = children[index + 1]
    if following.type == "link_close":
        return "", 1
    if following.type == "text" and children[index + 2].type == "link_close":
        return following.content, 2
    return None, 0


def _letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _image_words(children: list[Token]) -> list[str]:
    words: list[str] = []
    for child in children:
        if child.type == "text":
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.children:
            words.extend(_image_words(child.children))
    return words
