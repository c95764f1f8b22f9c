"""From Markdown to passages: each text in one walk over its tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from historydesk.packs.block_writer import BRIEF_BELOW, BRIEF_TO_TOP, PLAIN_KINDS, BlockWriter, tidy
from historydesk.packs.compiled_text import CompiledBrief, CompiledPassage, CompiledText
from historydesk.packs.figures import FigureShelf
from historydesk.packs.markup import pack_markdown
from historydesk.packs.passage_attributes import PassageAttributes
from historydesk.packs.passage_names import PassageNames
from historydesk.packs.problems import Problems
from historydesk.packs.references import ReferenceBook
from historydesk.packs.text_document import TextDocument

LINKS_LIMIT = 1000
"""References of one block: each is a way for the keyboard, and ten thousand take seconds to lay out."""
_BRIEF = '<div class="brief">'
_BRIEF_LEFT_OUT = re.compile(r"<(?!/?(?:p|em|strong|br|span)\b)")
"""What belongs into the text but not into its short version."""


class PassageReader:
    """Reads Markdown of one pack. Owned by a build; not shared between threads."""

    def __init__(
        self,
        book: ReferenceBook,
        figures: FigureShelf,
        problems: Problems,
        markdown: MarkdownIt | None = None,
    ) -> None:
        self._problems = problems
        self._markdown = markdown or pack_markdown()
        self._attributes = PassageAttributes(book)
        self._blocks = BlockWriter(book, figures)

    def chapter(
        self, path: str, first_line: int, chapter: str, text: str, original: Sequence[CompiledPassage] = ()
    ) -> CompiledText:
        """Read a chapter's text, which begins at ``first_line`` of its file.

        ``original`` are the passages of the first language: a translation takes their ids.
        """
        document = self._begin(TextDocument(self._problems, path, first_line, chapter, text=text))
        tokens = self._markdown.parse(text, {})
        tokens = _take_definitions(document, tokens)
        passages = self._passages(document, tokens, original)
        for label, line in document.note_lines.items():
            if label not in document.notes:
                self._problems.warning(
                    path,
                    line,
                    f"nothing refers to the footnote “{label}”",
                    f"write [^{label}] in the text or remove it",
                )
        return CompiledText(passages, list(document.notes.values()), document.brief)

    def prose(self, path: str, line: int, text: str) -> tuple[str, str]:
        """Read the Markdown of a data field, whose text begins at ``line``; HTML and plain text."""
        if not text.strip():
            return "", ""
        document = self._begin(TextDocument(self._problems, path, line))
        out: list[str] = []
        plain: list[str] = []
        self._blocks.write(_take_definitions(document, self._markdown.parse(text, {})), out, plain)
        return "".join(out), tidy("".join(plain))

    def inline(self, path: str, line: int, text: str) -> tuple[str, str]:
        """Read one line of Markdown without blocks; HTML and plain text."""
        self._begin(TextDocument(self._problems, path, line))
        out: list[str] = []
        plain: list[str] = []
        for token in self._markdown.parseInline(text, {}):
            self._blocks.inline.write(token.children or [], line, out, plain)
        return "".join(out), "".join(plain)

    def _begin(self, document: TextDocument) -> TextDocument:
        self._attributes.begin(document)
        self._blocks.begin(document)
        return document

    def _passages(
        self, document: TextDocument, tokens: list[Token], original: Sequence[CompiledPassage]
    ) -> list[CompiledPassage]:
        document.has_section = False
        passages: list[CompiledPassage] = []
        names = PassageNames(tokens, original)
        index, end = 0, len(tokens)
        while index < end:
            token = tokens[index]
            if document.references:
                document.references = {}
            document.cites = False
            if token.type in PLAIN_KINDS:
                kind: str | None = PLAIN_KINDS[token.type]
                html, words = self._blocks.plain(token)
                index += 1
            else:
                kind, html, words, index = self._blocks.top(tokens, index)
            if kind is None:
                continue
            if kind == "brief":
                self._take_brief(document, token, html, words, opens=not passages)
                continue
            wanted = view = ""
            is_fact = is_unsourced = False
            if token.attrs:
                attributes = self._attributes.read(token)
                wanted, view = attributes.get("id", ""), attributes.get("view", "")
                classes = attributes.get("class", "")
                if "pull" in classes:
                    kind = "pull"
                is_fact, is_unsourced = "fact" in classes, "unsourced" in classes
                self._check_unsourced(document, token, is_fact=is_fact, is_unsourced=is_unsourced)
                if is_fact and not document.cites:
                    line = document.line(token)
                    document.error(
                        line, "this passage is marked .fact but cites no source", "add [](source:key)"
                    )
                if wanted in names.used:
                    line = self._attributes.line(token)
                    document.error(
                        line, f"the passage id “{wanted}” is used twice", "give one of them another id"
                    )
            name = names.next(kind, words, len(passages), wanted)
            if len(html) > LINKS_LIMIT * 10 and html.count("<a ") > LINKS_LIMIT:
                what = f"the block has {html.count('<a '):,} references"
                document.error(document.line(token), what, f"divide it: {LINKS_LIMIT:,} are the most")
            line = token.map[0] + document.first_line if token.map else document.first_line
            references = list(document.references)
            passages.append(
                CompiledPassage(name, kind, html, words, view, references, line, is_fact, is_unsourced)
            )
        return passages

    def _check_unsourced(
        self, document: TextDocument, token: Token, *, is_fact: bool, is_unsourced: bool
    ) -> None:
        if is_unsourced and (is_fact or document.cites):
            what = "a passage marked .unsourced " + ("is also a .fact" if is_fact else "cites a source")
            self._attributes.error(token, what, "take .unsourced away")

    def _take_brief(
        self, document: TextDocument, token: Token, html: str, words: str, *, opens: bool
    ) -> None:
        """Set the short version aside; ``opens`` tells whether no passage stands above it."""
        line = document.line(token)
        inner = html.removeprefix(_BRIEF).removesuffix("</div>")
        if not opens:
            document.error(line, BRIEF_BELOW, BRIEF_TO_TOP)
        elif document.brief is not None:
            document.error(line, "the chapter has two short versions", "keep one ::: brief")
        elif self._blocks.is_closed(token) and (token.attrs or _BRIEF_LEFT_OUT.search(inner)):
            document.error(
                line,
                "the short version holds more than paragraphs",
                "write sentences only: no attributes, title, references, notes, lists or figures",
            )
        elif not words:
            document.error(line, "the short version has no text", "write it between ::: brief and :::")
        document.brief = CompiledBrief(inner, words, line)


def _take_definitions(document: TextDocument, tokens: list[Token]) -> list[Token]:
    """Set the footnotes' definitions aside."""
    if not any(token.type == "footnote_reference_open" for token in tokens):
        return tokens
    rest: list[Token] = []
    inside: list[Token] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            line = document.line(token)
            inside = []
            if label in document.definitions:
                document.error(
                    line, f"the footnote “{label}” is defined twice", "give one of them another label"
                )
            else:
                document.definitions[label] = inside
                document.note_lines[label] = line
        elif token.type == "footnote_reference_close":
            inside = None
        elif inside is not None:
            inside.append(token)
        else:
            rest.append(token)
    return rest
