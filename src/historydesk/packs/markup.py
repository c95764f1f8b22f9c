"""The Markdown of a pack: CommonMark with tables, footnotes, attributes and three containers.

``standard_markdown`` is the dialect as the library and its plugins read it. ``pack_markdown`` reads the same
dialect with shortcuts for what chapters are made of – plain paragraphs, links that are references, lines of
attributes – and leaves everything else to the library's own rules; a test holds the two together.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

CONTAINERS = ("aside", "caution", "brief")

PLAIN = "plain_paragraph"
"""A token of our own: a paragraph of plain words and references, whose ``meta["pieces"]`` are words, then label, address
and words for each reference."""
_REFERENCE = re.compile(r"\[([^\n\[\]\\`*_<&!]*)\]\(([a-z]+:[A-Za-z0-9#_.+-]+)\)")
_STOP = re.compile(r"[\n\[\]\\`*_<&]|!(?=\[)")
"""The signs at which some inline rule of the dialect can begin."""
_HEADING = re.compile(r"(##|###) ([^\n\[\]\\`*_<&!#\s](?:[^\n\[\]\\`*_<&!#]*[^\n\[\]\\`*_<&!#\s])?)\n(?=\n)")
"""A heading of plain words with an empty line below it."""
_ATTRIBUTES = re.compile(
    r"\{(?:[ \t]*(?:#[\w-]+|\.[\w-]+|[A-Za-z_]+=(?:\"[^\"\\\n]*\"|[\w:-]+))(?=[ \t}]))+[ \t]*\}[ \t]*"
)
_ATTRIBUTE = re.compile(r"#([\w-]+)|\.([\w-]+)|([A-Za-z_]+)=(?:\"([^\"]*)\"|([\w:-]+))")
_SPECIAL_SIGNS = "[]\\`*_<&"
_OPENING_MARKS = "“‘„«("


def standard_markdown() -> MarkdownIt:
    """The dialect, by the library's own rules only."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.use(attrs_block_plugin)
    markdown.use(attrs_plugin, after=(), spans=True)
    for name in CONTAINERS:
        markdown.use(container_plugin, name)
    # References need no rewriting of addresses; what leads outside is reported, not silently dropped.
    markdown.normalizeLink = _as_written  # type: ignore[method-assign]
    markdown.validateLink = _accept  # type: ignore[method-assign]
    return markdown


def pack_markdown() -> MarkdownIt:
    """The compiler's parser: the same dialect with the shortcuts of this module."""
    markdown = standard_markdown()
    standard = markdown.inline
    markdown.inline = _QuickInline(standard)
    markdown.core.ruler.at("normalize", _normalise)
    for name, rule in (
        ("paragraph", _quick_paragraph),
        ("heading", _quick_heading),
        ("attributes", _quick_attributes),
    ):
        markdown.block.ruler.before("table", f"quick_{name}", rule)
    return markdown


def _normalise(state: StateCore) -> None:
    """As the library's, but without a look at every line end of a text that needs no change."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _as_written(url: str) -> str:
    return url


def _accept(url: str) -> bool:
    return True


class _QuickInline(ParserInline):
    """Calls only those rules that the next sign can begin, and none for plain words."""

    def __init__(self, standard: ParserInline) -> None:
        self.ruler: Ruler[Any] = standard.ruler
        self.ruler2: Ruler[Any] = standard.ruler2
        self._extra_terminator_chars: set[str] = set()
        self.terminator_re = _STOP
        active = dict(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        self._by_sign = {
            "\n": (active["newline"],),
            "\\": (active["escape"],),
            "`": (active["backticks"],),
            "*": (active["emphasis"],),
            "_": (active["emphasis"],),
            "[": (_quick_link, active["link"], active["span"], active["footnote_ref"]),
            "!": (active["image"],),
            "<": (active["autolink"], active["html_inline"]),
            "&": (active["entity"],),
        }
        self._all_rules = self.ruler.getRules("")

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Tokens of a paragraph's text, added to ``tokens``."""
        if _STOP.search(src) is None:
            if src:
                tokens.append(Token("text", "", 0, content=src))
            return tokens
        return super().parse(src, md, env, tokens)

    def tokenize(self, state: StateInline) -> None:
        """As the library's, with the rules sorted by the sign they begin with."""
        by_sign = self._by_sign
        find = _STOP.search
        src, end = state.src, state.posMax
        limit = state.md.options["maxNesting"]
        while state.pos < end:
            pos = state.pos
            match = find(src, pos, end)
            stop = match.start() if match else end
            if stop > pos:
                state.append_pending(src[pos:stop])
                state.pos = pos = stop
                if pos >= end:
                    break
            ok = False
            if state.level < limit:
                for rule in by_sign.get(src[pos], ()):
                    ok = rule(state, False)
                    if ok:
                        break
            if not ok:
                state.append_pending(src[pos])
                state.pos = pos + 1
        if state.pending:
            state.pushPending()


def _quick_link(state: StateInline, silent: bool) -> bool:
    """A link whose words are plain and whose address is a reference."""
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        label, href = match.groups()
        state.push("link_open", "a", 1).attrs = {"href": href}
        if label:
            state.append_pending(label)
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _quick_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph outside lists and quotations, every line of which begins with a letter.

    A line that begins with a letter opens no block and ends none, unless the line below it makes it a heading
    or a table; those begin with ``=``, ``-``, ``|`` or ``:`` and are left to the library, like all else.
    """
    if silent or state.blkIndent or state.parentType not in ("root", "container"):
        return False
    src, begins, shifts = state.src, state.bMarks, state.tShift
    line, last = start_line, state.lineMax
    while line < last:
        at = begins[line] + shifts[line]
        if at >= state.eMarks[line]:
            break
        sign = src[at]
        if shifts[line] or not (
            sign.isalpha()
            or sign in _OPENING_MARKS
            or (sign == "[" and line == start_line and _REFERENCE.match(src, at))
        ):
            return False
        line += 1
    if line == start_line:
        return False
    content = mdTrim(src[begins[start_line] : state.eMarks[line - 1]])
    state.line = line
    pieces = _plain_pieces(content)
    if pieces:
        lines, meta = [start_line, line], {"pieces": pieces}
        state.tokens.append(Token(PLAIN, "", 0, map=lines, level=state.level, meta=meta, block=True))
        return True
    token = state.push("paragraph_open", "p", 1)
    token.map = [start_line, line]
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [start_line, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _plain_pieces(content: str) -> list[str]:
    """The pieces of a paragraph that holds plain words and references only; none if it holds more."""
    pieces = [content] if "[" not in content else _REFERENCE.split(content)
    words = content if len(pieces) == 1 else "\0".join(pieces[::3])
    for sign in _SPECIAL_SIGNS:
        if sign in words:
            return []
    return [] if " \n" in words or (len(pieces) > 1 and "!\0" in words) else pieces


def _quick_heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A heading of plain words, outside lists and quotations, with an empty line below it."""
    begin = state.bMarks[start_line]
    if silent or state.blkIndent or state.src[begin : begin + 1] != "#" or state.parentType != "root":
        return False
    match = _HEADING.match(state.src, begin)
    if match is None:
        return False
    signs, words = match.groups()
    lines, level = [start_line, start_line + 1], state.level
    state.tokens += (
        Token("heading_open", f"h{len(signs)}", 1, map=lines, level=level, markup=signs, block=True),
        Token("inline", "", 0, map=lines, level=level + 1, content=words, block=True),
        Token("heading_close", f"h{len(signs)}", -1, level=level, markup=signs, block=True),
    )
    state.line = start_line + 1
    return True


def _quick_attributes(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A line of attributes in its usual form, not above a table's rule of dashes."""
    begin = state.bMarks[start_line]
    if silent or state.tShift[start_line] or state.blkIndent or state.src[begin : begin + 1] != "{":
        return False
    match = _ATTRIBUTES.fullmatch(state.src, begin, state.eMarks[start_line])
    if match is None or state.src[state.eMarks[start_line] + 1 : state.eMarks[start_line] + 2] in (
        "|",
        "-",
        ":",
        " ",
    ):
        return False
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
    token = state.push("attrs_block", "", 0)
    token.attrs = attrs
    token.map = [start_line, start_line + 1]
    state.line = start_line + 1
    return True
