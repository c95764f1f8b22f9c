"""Blocks of plain words read at once: most of a chapter, at a fraction of the time.

A block that begins at the margin of the top level, after an empty line or another whole block, is read here when
nothing in it can mean anything but words, references, emphasis, a heading, attributes or a short list. Everything
else is left to the library's rules, from that line on and for one block; a test holds the two together.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

PLAIN = "plain_paragraph"
"""A token of our own: a paragraph of plain words, emphasis and references. ``meta["pieces"]`` are words, then label,
address and words for each reference."""
PLAIN_HEADING = "plain_heading"
"""A heading of plain words, which are its ``content``."""
PLAIN_LIST = "plain_list"
"""A bullet list, each item on a line of its own; ``meta["items"]`` are the pieces of each."""

REFERENCE = re.compile(r"\[([^\n\[\]\\`*_<&!]*)\]\(([a-z]+:[A-Za-z0-9#_.+-]+)\)")
_EMPHASIS = re.compile(
    r"\*(?<![^\s\0(“‘\"'–—-]\*)(\*?)([^\W_](?:[^*\0]*[^\W_])?"
    r"(?:(?=\*+(?![^\s\0.,;:!?)”’\"'–—…*-]))|[.,;:!?…](?=\*+(?!\S))))\*\1(?!\*)"
)
"""Words between asterisks that can only be the beginning and the end of emphasis."""
_SPECIAL_SIGNS = "[]\\`_<&"
_BEGINS = r"(?:[^\W\d_]|[“‘„«(]|\*\*?[^\W_])"
"""How a line begins that opens no block and ends none."""
_BEGINNING = re.compile(_BEGINS)
_EMPTY_LINES = re.compile(r"\n+")
_HEADING = re.compile(r"(##|###) ([^\n\[\]\\`*_<&!#\s](?:[^\n\[\]\\`*_<&!#]*[^\n\[\]\\`*_<&!#\s])?)\n(?=\n)")
"""A heading of plain words with an empty line below it."""
_LIST = re.compile(rf"(?:- {_BEGINS}[^\n]*\n)+(?=\n+(?![\s\d*+-])|\n*\Z)")
"""Lines with a bullet and words each, with an empty line below them and then no more of the same list."""
_ATTRIBUTES = re.compile(
    r"\{(?:[ \t]*(?:#[\w-]+|\.[\w-]+|[A-Za-z_]+=(?:\"[^\"\\\n]*\"|[\w:-]+))(?=[ \t}]))+[ \t]*\}[ \t]*\n(?![|: -])"
)
"""A line of attributes in its usual form, not above a table's rule of dashes."""
_ATTRIBUTE = re.compile(r"#([\w-]+)|\.([\w-]+)|([A-Za-z_]+)=(?:\"([^\"]*)\"|([\w:-]+))")


class QuickBlocks(ParserBlock):
    """The library's block parser with a short way for plain blocks; owned by the compiler's parser."""

    def __init__(self, standard: ParserBlock) -> None:
        self.ruler: Ruler[Any] = standard.ruler

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Tokens of a text, added to ``outTokens``."""
        state: StateBlock | None = None
        pos, line, end = 0, 0, len(src)
        while pos < end:
            sign = src[pos]
            if sign == "\n":
                past = _EMPTY_LINES.match(src, pos).end()  # type: ignore[union-attr]
                line += past - pos
                pos = past
                continue
            if sign == "#":
                past = _heading(src, pos, line, outTokens)
            elif sign == "{":
                past = _attributes(src, pos, line, outTokens)
            elif sign == "-":
                past = _list(src, pos, line, outTokens)
            elif (REFERENCE if sign == "[" else _BEGINNING).match(src, pos):
                past = _paragraph(src, pos, line, outTokens)
            else:
                past = 0
            if past:
                line = outTokens[-1].map[1]  # type: ignore[index]
                pos = past
                continue
            if state is None:
                state = StateBlock(src, md, env, outTokens)
            line = self._one_block(state, line)
            pos = state.bMarks[line] if line < state.lineMax else end
        return outTokens

    def _one_block(self, state: StateBlock, line: int) -> int:
        """Read one block by the library's rules; the line after it."""
        state.line = line = state.skipEmptyLines(line)
        if line < state.lineMax:
            for rule in self.ruler.getRules(""):
                if rule(state, line, state.lineMax, False):
                    break
        return state.line


def _paragraph(src: str, pos: int, line: int, tokens: list[Token]) -> int:
    """Read a paragraph every line of which begins as words do; where it ends, or 0 if it is not plain.

    Such a line opens no block and ends none, unless the line below it makes it a heading
    or a table; those begin with ``=``, ``-``, ``|`` or ``:`` and are left to the library, like all else.
    """
    stop = src.find("\n\n", pos)
    content = src[pos:stop] if stop >= 0 else src[pos:].rstrip("\n")
    lines = 1
    if "\n" in content:
        rows = content.split("\n")
        lines = len(rows)
        for row in rows[1:]:
            if _BEGINNING.match(row) is None:
                return 0
    past = pos + len(content) + 1
    content = mdTrim(content)
    place = [line, line + lines]
    pieces = plain_pieces(content)
    if pieces:
        tokens.append(Token(PLAIN, "", 0, map=place, meta={"pieces": pieces}, block=True))
        return past
    tokens += (
        Token("paragraph_open", "p", 1, map=place, block=True),
        Token("inline", "", 0, map=place, level=1, children=[], content=content, block=True),
        Token("paragraph_close", "p", -1, map=place, block=True),
    )
    return past


def plain_pieces(content: str) -> list[str]:
    """The pieces of words that hold plain words, emphasis and references only; none if they hold more."""
    pieces = [content] if "[" not in content else REFERENCE.split(content)
    words = content if len(pieces) == 1 else "\0".join(pieces[::3])
    for sign in _SPECIAL_SIGNS:
        if sign in words:
            return []
    if "*" in words and (">" in words or "*" in _EMPHASIS.sub("", words)):
        return []
    return [] if " \n" in words or (len(pieces) > 1 and "!\0" in words) else pieces


def emphasis(words: str) -> tuple[str, str]:
    """Plain words with their emphasis as HTML tags, and without it."""
    parts = _EMPHASIS.split(words)
    html = list(parts)
    for at in range(1, len(parts), 3):
        tag = "strong" if parts[at] else "em"
        html[at], html[at + 1] = f"<{tag}>", f"{parts[at + 1]}</{tag}>"
        parts[at] = ""
    return "".join(html), "".join(parts)


def _heading(src: str, pos: int, line: int, tokens: list[Token]) -> int:
    match = _HEADING.match(src, pos)
    if match is None:
        return 0
    signs, words = match.groups()
    token = Token(PLAIN_HEADING, f"h{len(signs)}", 0, map=[line, line + 1], content=words, block=True)
    tokens.append(token)
    return match.end()


def _list(src: str, pos: int, line: int, tokens: list[Token]) -> int:
    match = _LIST.match(src, pos)
    if match is None:
        return 0
    rows = match.group().split("\n")
    items = []
    for row in rows[:-1]:
        pieces = plain_pieces(mdTrim(row[2:]))
        if not pieces:
            return 0
        items.append(pieces)
    place = [line, line + len(items)]
    tokens.append(Token(PLAIN_LIST, "", 0, map=place, meta={"items": items}, block=True))
    return match.end()


def _attributes(src: str, pos: int, line: int, tokens: list[Token]) -> int:
    match = _ATTRIBUTES.match(src, pos)
    if match is None:
        return 0
    attrs: dict[str, str | int | float] = {}
    classes = []
    for name, one_class, key, quoted, bare in _ATTRIBUTE.findall(match.group()):
        if name:
            attrs["id"] = name
        elif one_class:
            classes.append(one_class)
        elif key == "class":
            classes.append(quoted or bare)
        else:
            attrs[key] = quoted or bare
    if classes:
        attrs["class"] = " ".join(classes)
    tokens.append(Token("attrs_block", "", 0, attrs=attrs, map=[line, line + 1], block=True))
    return match.end()
