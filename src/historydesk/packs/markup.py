"""The Markdown of a pack: CommonMark with tables, footnotes, attributes and three containers.

``standard_markdown`` is the dialect as the library and its plugins read it. ``pack_markdown`` reads the same
dialect with shortcuts for what chapters are made of – plain blocks (``quick_blocks``), links that are references –
and leaves everything else to the library's own rules; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from historydesk.packs.quick_blocks import REFERENCE, QuickBlocks

CONTAINERS = ("aside", "caution", "brief")

_STOP = re.compile(r"[\n\[\]\\`*_<&]|!(?=\[)")
"""The signs at which some inline rule of the dialect can begin."""

_FOOTNOTE = re.compile(r"\[\^[^ \n\]]{1,200}\]")
"""A reference to a footnote; no label is longer."""


def standard_markdown() -> MarkdownIt:
    """The dialect, by the library's own rules only."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    rules = dict(
        zip(markdown.inline.ruler.get_active_rules(), markdown.inline.ruler.getRules(""), strict=True)
    )
    markdown.inline.ruler.at("footnote_ref", partial(_footnote, rules["footnote_ref"]))
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
    markdown.block = QuickBlocks(markdown.block)
    markdown.core.ruler.at("normalize", _normalise)
    return markdown


def _normalise(state: StateCore) -> None:
    """As the library's, but without a look at every line end of a text that needs no change."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _footnote(rule: Callable[[StateInline, bool], bool], state: StateInline, silent: bool) -> bool:
    """As the library's, which goes to the end of the paragraph from each sign that could begin a reference."""
    return _FOOTNOTE.match(state.src, state.pos, state.posMax) is not None and rule(state, silent)


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
    match = REFERENCE.match(state.src, state.pos, state.posMax)
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
