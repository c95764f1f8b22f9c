"""The Markdown of a pack: CommonMark with tables, footnotes, block attributes and two containers."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

CONTAINERS = ("aside", "caution")


def standard_markdown() -> MarkdownIt:
    """The dialect, by the library's own rules only; the compiler's parser must agree with it."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.use(attrs_block_plugin)
    markdown.use(attrs_plugin, after=(), spans=True)
    for name in CONTAINERS:
        markdown.use(container_plugin, name)
    return markdown


def pack_markdown() -> MarkdownIt:
    """The compiler's parser: the dialect without rewriting of addresses, which references do not need."""
    markdown = standard_markdown()
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    return markdown
