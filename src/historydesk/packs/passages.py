"""From Markdown tokens to passages: safe HTML, plain text and references, in one walk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from historydesk.domain.chapter import BRIEF_ID
from historydesk.domain.spelling import fold
from historydesk.packs.fields import ID, ID_RULE
from historydesk.packs.figures import FigureShelf
from historydesk.packs.markup import CONTAINERS, PLAIN, pack_markdown
from historydesk.packs.problems import Problems, did_you_mean
from historydesk.packs.references import ReferenceBook

DEPTH_LIMIT = 16
"""Levels of blocks inside blocks; deeper text would be lost, and is unreadable anyway."""
_CLASSES = ("pull", "fact", "unsourced")
ROWS_LIMIT = 1000
"""List items or table rows of one block: five thousand take a reader's PC seconds to lay out."""
COLUMNS_LIMIT = 12
"""Columns of a table: more do not fit into a column of text, and what does not fit cannot be reached."""
CELLS_LIMIT = 4000
LINKS_LIMIT = 1000
"""References of one block: each is a way for the keyboard, and ten thousand take seconds to lay out."""
_VIEW = {
    "place": ID,
    "journey": ID,
    "step": re.compile(r"\d{1,3}"),
    "zoom": re.compile(r"\d+(\.\d+)?"),
    "era": re.compile(r"\d{4}|today"),
}
_NEAREST = 16
"""The greatest ``zoom``: beyond it a map shows a single house."""

_BRIEF = '<div class="brief">'
_BRIEF_BELOW = "the short version stands inside the text"
_BRIEF_TO_TOP = "put ::: brief at the top, before the first paragraph"
_BRIEF_LEFT_OUT = re.compile(r"<(?!/?(?:p|em|strong|br|span)\b)")
"""What belongs into the text but not into its short version."""
_SPECIAL = re.compile("[&<>]")
_UNSAFE = re.compile("[&<>\"']")
_SLUG = re.compile(r"[^a-z0-9]+")
_TAGS = {
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>",
    "list_item_open": "<li>",
    "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>",
    "table_open": "<table>",
    "table_close": "</table>",
    "tr_open": "<tr>",
    "th_open": "<th>",
    "td_open": "<td>",
    "thead_open": "",
    "thead_close": "",
    "tbody_open": "",
    "tbody_close": "",
    "container_aside_close": "</div>",
    "container_caution_close": "</div>",
    "container_brief_close": "</div>",
}
_TAGS_THEN_TEXT = {
    "list_item_close": ("</li>", "\n"),
    "tr_close": ("</tr>", "\n"),
    "th_close": ("</th>", " "),
    "td_close": ("</td>", " "),
}
_KINDS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "table_open": "table",
    "container_aside_open": "aside",
    "container_caution_open": "caution",
    "container_brief_open": "brief",
}
_MARKS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
}


@dataclass(slots=True)
class CompiledPassage:
    """One block of a chapter, ready to be stored. ``references`` are (scheme, target) without repetition."""

    id: str
    kind: str
    html: str
    text: str
    view: str = ""
    references: list[tuple[str, str]] = field(default_factory=list)
    line: int = 0
    """Where it begins in its file."""
    is_fact: bool = False
    is_unsourced: bool = False
    """Whether its author says that there is no source to name."""


@dataclass(slots=True)
class CompiledNote:
    """A footnote; ``number`` counts from 1 over the chapter, ``label`` is its letter."""

    number: int
    label: str
    html: str


@dataclass(slots=True)
class CompiledBrief:
    """A chapter's short version, which is no passage: paragraphs of plain words."""

    html: str
    text: str
    line: int
    """Where its container begins."""


@dataclass(slots=True)
class CompiledText:
    """The passages and notes of one chapter in one language, and its short version if it has one."""

    passages: list[CompiledPassage]
    notes: list[CompiledNote]
    brief: CompiledBrief | None = None


@dataclass(slots=True)
class _Document:
    """What the walk over one text has seen so far."""

    path: str
    first_line: int
    owner: str
    """Chapter id, or empty for the prose of an item."""
    citations: dict[str, int] = field(default_factory=dict)
    references: dict[tuple[str, str], None] = field(default_factory=dict)
    """Of the passage being read."""
    definitions: dict[str, list[Token]] = field(default_factory=dict)
    note_lines: dict[str, int] = field(default_factory=dict)
    notes: dict[str, CompiledNote] = field(default_factory=dict)
    in_note: bool = False
    cites: bool = False
    """Whether the passage being read cites a source, known or not."""
    text: str = ""
    has_section: bool = False
    """Whether a heading of level two has been read."""
    brief: CompiledBrief | None = None


class _Names:
    """The passage ids of one chapter: the author’s choice, the original’s, or made from the heading."""

    def __init__(self, tokens: list[Token], original: Sequence[CompiledPassage]) -> None:
        self._original = original
        self._chosen = {
            str(token.attrs["id"])
            for token in tokens
            if token.attrs and token.level == 0 and "id" in token.attrs
        }
        self._slug, self._count = "start", 0
        self.used: set[str] = {BRIEF_ID}

    def next(self, kind: str, words: str, number: int, wanted: str) -> str:
        """The id of the passage that is ``number`` (from 0); ``wanted`` is the author's choice or empty."""
        name = wanted
        if not name and number < len(self._original) and self._original[number].kind == kind:
            name = self._original[number].id
            name = "" if name in self.used else name
        if kind == "heading":
            name = name or self._free(slugify(words) or "part", "-part-")
            self._slug, self._count = name, 0
        else:
            self._count += 1
            while not name:
                made = f"{self._slug}-{self._count}"
                if made in self.used or made in self._chosen:
                    self._count += 1
                else:
                    name = made
        self.used.add(name)
        return name

    def _free(self, slug: str, between: str) -> str:
        name, count = slug, 1
        while name in self.used or name in self._chosen:
            count += 1
            name = f"{slug}{between}{count}"
        return name


class PassageReader:
    """Reads Markdown of one pack. Owned by a build; not shared between threads."""

    def __init__(
        self,
        book: ReferenceBook,
        figures: FigureShelf,
        problems: Problems,
        markdown: MarkdownIt | None = None,
    ) -> None:
        self._book = book
        self._figures = figures
        self._problems = problems
        self._markdown = markdown or pack_markdown()
        self._document = _Document("", 1, "")

    def chapter(
        self, path: str, first_line: int, chapter: str, text: str, original: Sequence[CompiledPassage] = ()
    ) -> CompiledText:
        """Read a chapter's text, which begins at ``first_line`` of its file.

        ``original`` are the passages of the first language: a translation takes their ids.
        """
        document = self._document = _Document(path, first_line, chapter, text=text)
        tokens = self._markdown.parse(text, {})
        tokens = self._take_definitions(tokens)
        passages = self._passages(tokens, original)
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
        self._document = _Document(path, line, "")
        out: list[str] = []
        plain: list[str] = []
        self._blocks(self._take_definitions(self._markdown.parse(text, {})), out, plain)
        return "".join(out), _tidy("".join(plain))

    def inline(self, path: str, line: int, text: str) -> tuple[str, str]:
        """Read one line of Markdown without blocks; HTML and plain text."""
        self._document = _Document(path, line, "")
        out: list[str] = []
        plain: list[str] = []
        for token in self._markdown.parseInline(text, {}):
            self._inline(token.children or [], line, out, plain)
        return "".join(out), "".join(plain)

    # -- blocks ---

    def _take_definitions(self, tokens: list[Token]) -> list[Token]:
        """Set the footnotes' definitions aside."""
        if not any(token.type == "footnote_reference_open" for token in tokens):
            return tokens
        document = self._document
        rest: list[Token] = []
        inside: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_reference_open":
                label = token.meta["label"]
                line = self._line(token)
                inside = []
                if label in document.definitions:
                    self._error(
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

    def _passages(self, tokens: list[Token], original: Sequence[CompiledPassage]) -> list[CompiledPassage]:
        document = self._document
        document.has_section = False
        passages: list[CompiledPassage] = []
        names = _Names(tokens, original)
        index, end = 0, len(tokens)
        while index < end:
            token = tokens[index]
            document.references = {}
            document.cites = False
            out: list[str] = []
            plain: list[str] = []
            kind, index = self._top_block(tokens, index, out, plain)
            if kind is None:
                continue
            words = "".join(plain)
            if kind not in ("paragraph", "heading"):
                words = _tidy(words)
            if kind == "brief":
                self._take_brief(token, "".join(out), words, opens=not passages)
                continue
            wanted = view = ""
            is_fact = is_unsourced = False
            if token.attrs:
                attributes = self._attributes(token)
                wanted, view = attributes.get("id", ""), attributes.get("view", "")
                classes = attributes.get("class", "")
                if "pull" in classes:
                    kind = "pull"
                is_fact, is_unsourced = "fact" in classes, "unsourced" in classes
                self._check_unsourced(token, is_fact=is_fact, is_unsourced=is_unsourced)
                if is_fact and not document.cites:
                    line = self._line(token)
                    self._error(
                        line, "this passage is marked .fact but cites no source", "add [](source:key)"
                    )
                if wanted in names.used:
                    line = self._attribute_line(token)
                    self._error(
                        line, f"the passage id “{wanted}” is used twice", "give one of them another id"
                    )
            name = names.next(kind, words, len(passages), wanted)
            html = "".join(out)
            if len(html) > LINKS_LIMIT * 10 and html.count("<a ") > LINKS_LIMIT:
                what = f"the block has {html.count('<a '):,} references"
                self._error(self._line(token), what, f"divide it: {LINKS_LIMIT:,} are the most")
            references = list(document.references)
            line = self._line(token)
            passages.append(
                CompiledPassage(name, kind, html, words, view, references, line, is_fact, is_unsourced)
            )
        return passages

    def _check_unsourced(self, token: Token, *, is_fact: bool, is_unsourced: bool) -> None:
        if is_unsourced and (is_fact or self._document.cites):
            what = "a passage marked .unsourced " + ("is also a .fact" if is_fact else "cites a source")
            self._attribute_error(token, what, "take .unsourced away")

    def _take_brief(self, token: Token, html: str, words: str, *, opens: bool) -> None:
        """Set the short version aside; ``opens`` tells whether no passage stands above it."""
        document, line = self._document, self._line(token)
        inner = html.removeprefix(_BRIEF).removesuffix("</div>")
        if not opens:
            self._error(line, _BRIEF_BELOW, _BRIEF_TO_TOP)
        elif document.brief is not None:
            self._error(line, "the chapter has two short versions", "keep one ::: brief")
        elif self._is_closed(token) and (token.attrs or _BRIEF_LEFT_OUT.search(inner)):
            self._error(
                line,
                "the short version holds more than paragraphs",
                "write sentences only: no attributes, title, references, notes, lists or figures",
            )
        elif not words:
            self._error(line, "the short version has no text", "write it between ::: brief and :::")
        document.brief = CompiledBrief(inner, words, line)

    def _top_block(
        self, tokens: list[Token], index: int, out: list[str], plain: list[str]
    ) -> tuple[str | None, int]:
        """Write the block that begins at ``index``; its kind (``None``: no passage) and the next index."""
        token = tokens[index]
        kind = token.type
        if kind == PLAIN:
            self._plain_paragraph(token, out, plain)
            return "paragraph", index + 1
        if kind == "paragraph_open":
            return self._paragraph(token, tokens[index + 1], out, plain), index + 3
        if kind == "heading_open":
            self._heading(token, tokens[index + 1], out, plain)
            return "heading", index + 3
        if kind == "hr":
            out.append("<hr>")
            return "rule", index + 1
        passage_kind = _KINDS.get(kind)
        close = index if passage_kind is None else _closing(tokens, index)
        if passage_kind in CONTAINERS:
            self._check_closed(token)
        self._blocks(tokens[index : close + 1], out, plain)
        rows = out.count("<li>") + out.count("<tr>")
        if rows > ROWS_LIMIT:
            self._error(
                self._line(token),
                f"the block has {rows:,} list items or table rows",
                f"divide it: {ROWS_LIMIT:,} are the most",
            )
        if kind == "table_open":
            self._check_table(tokens[index : close + 1])
        return passage_kind, close + 1

    def _check_table(self, tokens: list[Token]) -> None:
        columns = sum(token.type == "th_open" for token in tokens)
        cells = columns + sum(token.type == "td_open" for token in tokens)
        if columns > COLUMNS_LIMIT:
            what, most = f"the table has {columns:,} columns", COLUMNS_LIMIT
        elif cells > CELLS_LIMIT:
            what, most = f"the table has {cells:,} cells", CELLS_LIMIT
        else:
            return
        self._error(self._line(tokens[0]), what, f"divide it: {most:,} are the most")

    def _heading(self, token: Token, inline: Token, out: list[str], plain: list[str]) -> None:
        document = self._document
        line = self._line(token)
        if token.tag not in ("h2", "h3"):
            self._error(line, f"a heading of level {token.tag[1]}", "use ## or ### inside a chapter")
        elif token.tag == "h3" and not document.has_section:
            self._error(line, "the heading skips a level", "put a ## heading before the first ###")
        document.has_section = document.has_section or token.tag == "h2"
        if inline.content.endswith("}") and "{" in inline.content:
            self._error(line, "attributes stand behind the heading", "put {…} on the line before it")
        tag = "h3" if token.tag == "h3" else "h2"
        out.append(f"<{tag}>")
        self._inline(inline.children or [], line, out, plain)
        out.append(f"</{tag}>")

    def _paragraph(self, opening: Token, inline: Token, out: list[str], plain: list[str]) -> str:
        children = inline.children or []
        content = inline.content
        line = (opening.map[0] if opening.map else 0) + self._document.first_line
        if len(children) == 1 and children[0].type == "image":
            self._figure(children[0], line, out, plain)
            return "figure"
        first = content[:1]
        if first in "{:" or "\n{" in content or "\n:::" in content:
            self._check_literal(content, line)
        out.append("<p>")
        self._inline(children, line, out, plain)
        out.append("</p>")
        return "paragraph"

    def _plain_paragraph(self, token: Token, out: list[str], plain: list[str]) -> None:
        """Write plain words, then a reference and plain words, again and again; line ends become spaces."""
        pieces: list[str] = token.meta["pieces"]
        line = self._line(token)
        words = pieces[0]
        if "\n" in words:
            line += words.count("\n")
            words = words.replace("\n", " ")
        plain.append(words)
        out.append("<p>")
        out.append(_escape(words) if ">" in words else words)
        for at in range(1, len(pieces), 3):
            label, href, words = pieces[at : at + 3]
            if self._open_link(href, label, line, out):
                plain.append(label)
                out.append(f"{_escape(label) if '>' in label else label}</a>")
            if "\n" in words:
                line += words.count("\n")
                words = words.replace("\n", " ")
            plain.append(words)
            out.append(_escape(words) if ">" in words else words)
        out.append("</p>")

    def _check_literal(self, content: str, line: int) -> None:
        """Report lines that were meant as attributes or boxes but were read as text."""
        for offset, row in enumerate(content.split("\n")):
            if row.startswith("{"):
                if offset:
                    self._error(
                        line + offset, "attributes stand inside a paragraph", "put an empty line before them"
                    )
                else:
                    self._error(
                        line, "the attributes cannot be read", 'write {#id .class view="…"} on one line'
                    )
            elif row.startswith(":::"):
                name = row.strip(": ").partition(" ")[0]
                if not name:
                    self._error(line + offset, "this ::: closes nothing", "open the box with ::: aside Title")
                elif name in CONTAINERS:
                    self._error(line + offset, "the box cannot be read", "put an empty line before it")
                else:
                    remedy = did_you_mean(name, CONTAINERS, "use ::: aside, ::: caution or ::: brief")
                    self._error(line + offset, f"there is no box “{name}”", remedy)

    def _blocks(  # noqa: PLR0912, PLR0915 - one branch for each kind of token
        self, tokens: list[Token], out: list[str], plain: list[str]
    ) -> None:
        """Write a run of block tokens."""
        top = tokens[0].level if tokens else 0
        line = self._document.first_line
        for token in tokens:
            kind = token.type
            if token.map:
                line = token.map[0] + self._document.first_line
            if token.level > DEPTH_LIMIT:
                self._error(
                    line, "blocks are nested too deeply", "use fewer lists and quotations inside one another"
                )
                return
            if (
                token.level > top
                and token.nesting == 1
                and token.attrs
                and not token.attrs.keys() <= {"start", "style"}
            ):
                self._error(
                    line, "an inner block has attributes", "put {…} before a whole block of the chapter only"
                )
            if kind == "inline":
                children = token.children or []
                if len(children) == 1 and children[0].type == "image":
                    self._error(
                        line, "a figure stands inside another block", "put it alone in its own paragraph"
                    )
                elif token.content.startswith(("{", ":::")) or "\n{" in token.content:
                    self._check_literal(token.content, line)
                self._inline(children, line, out, plain)
            elif kind == PLAIN:
                self._plain_paragraph(token, out, plain)
                plain.append("\n")
            elif kind == "paragraph_open":
                if not token.hidden:
                    out.append("<p>")
            elif kind == "paragraph_close":
                if not token.hidden:
                    out.append("</p>")
                plain.append("\n")
            elif kind in _TAGS:
                out.append(_TAGS[kind])
            elif kind in _TAGS_THEN_TEXT:
                tag, space = _TAGS_THEN_TEXT[kind]
                out.append(tag)
                plain.append(space)
            elif kind == "ordered_list_open":
                start = token.attrs.get("start", 1)
                out.append("<ol>" if start == 1 else f'<ol start="{start}">')
            elif kind.startswith("container_"):
                name = kind.split("_")[1]
                if name == "brief" and (token.level or not self._document.owner):
                    self._error(line, _BRIEF_BELOW, _BRIEF_TO_TOP)
                out.append(f'<div class="{name}">')
                title = token.info.strip()[len(name) :].strip()
                if title:
                    out.append(f'<h3 class="box-title">{_escape(title)}</h3>')
                    plain.append(title + "\n")
            elif kind == "hr":
                out.append("<hr>")
            elif kind == "heading_open":
                self._error(
                    line, "a heading stands inside another block", "put it between the blocks of the chapter"
                )
            elif kind == "html_block":
                self._error(line, "raw HTML", "write it in Markdown; HTML comments are not allowed either")
            elif kind in ("fence", "code_block"):
                self._error(
                    line,
                    "a code block",
                    "take away the backticks or the four spaces at the beginning of the line",
                )

    def _attributes(self, token: Token) -> dict[str, str]:
        kind = token.type
        found: dict[str, str] = {}
        for key, raw in token.attrs.items():
            value = str(raw)
            if key == "id":
                if ID.fullmatch(value):
                    found["id"] = value
                else:
                    self._attribute_error(token, f"“{value}” is not a valid passage id", ID_RULE)
            elif key == "class":
                for name in value.split():
                    if name not in _CLASSES:
                        remedy = did_you_mean(
                            f".{name}", [f".{known}" for known in _CLASSES], "use .pull, .fact or .unsourced"
                        )
                        self._attribute_error(token, f"there is no class “.{name}”", remedy)
                    elif name == "pull" and kind != "blockquote_open":
                        self._attribute_error(
                            token, "“.pull” stands before something else", "put it before a quotation (>)"
                        )
                    elif name != "pull" and kind in ("heading_open", "hr"):
                        self._attribute_error(
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
                self._attribute_error(token, f"there is no attribute “{key}”", remedy)
        return found

    def _attribute_line(self, token: Token) -> int:
        """Line of the ``{…}`` above a block."""
        rows = self._document.text.split("\n")
        at = token.map[0] if token.map else 0
        while at > 0 and not rows[at].lstrip(" >").startswith("{"):
            at -= 1
        return (
            at if rows[at].lstrip(" >").startswith("{") else (token.map or [0])[0]
        ) + self._document.first_line

    def _attribute_error(self, token: Token, what: str, remedy: str) -> None:
        self._error(self._attribute_line(token), what, remedy)

    def _view(self, value: str, token: Token) -> str:
        told: set[str] = set()
        for part in value.split():
            key, _, target = part.partition(":")
            if key in told:
                self._attribute_error(token, f"“{key}” stands twice in one map view", "keep one of them")
            told.add(key)
            if key not in _VIEW:
                remedy = did_you_mean(key, _VIEW, "use place:, journey:, step:, zoom: or era:")
                self._attribute_error(token, f"“{part}” is no part of a map view", remedy)
            elif not _VIEW[key].fullmatch(target):
                self._attribute_error(
                    token,
                    f"“{part}” is no part of a map view",
                    f"write a value such as {_VIEW_EXAMPLES[key]}",
                )
            elif key == "zoom" and float(target) > _NEAREST:
                self._attribute_error(token, f"“{part}” is too near", f"write a value from 0 to {_NEAREST}")
            elif key in ("place", "journey"):
                line = 0 if part in self._book.hrefs else self._attribute_line(token)
                self._book.check(part, self._document.path, line)
        if "step:" in value:
            self._check_step(value, token)
        return value

    def _check_step(self, value: str, token: Token) -> None:
        """A step is a stop of the view's journey, counted from 1."""
        parts = dict(part.partition(":")[::2] for part in value.split())
        journey, step = parts.get("journey"), parts.get("step", "")
        if journey is None:
            self._attribute_error(
                token,
                f"“step:{step}” belongs to no journey",
                f"write journey:… before it: “journey:j-1 step:{step}”",
            )
            return
        stops = self._book.stops.get(journey, 0)
        if stops > 1 and step.isdecimal() and not 1 <= int(step) <= stops:
            self._attribute_error(
                token, f"the journey “{journey}” has no stop {step}", f"it has {stops} stops, counted from 1"
            )

    def _check_closed(self, token: Token) -> None:
        if not self._is_closed(token):
            self._error(
                self._line(token), "this box is never closed", "end it with a line of three colons (:::)"
            )

    def _is_closed(self, token: Token) -> bool:
        if token.map is None:
            return True
        lines = self._document.text.split("\n")
        last = token.map[1]
        return last < len(lines) and lines[last].strip().startswith(":::")

    # -- inline ---

    def _inline(  # noqa: PLR0912 - the hot loop: one branch for each kind of token, the frequent first
        self, children: list[Token], line: int, out: list[str], plain: list[str]
    ) -> None:
        skip = 0
        for index, token in enumerate(children):
            if skip:
                skip -= 1
                continue
            kind = token.type
            if kind == "text":
                content = token.content
                plain.append(content)
                out.append(_escape(content) if _SPECIAL.search(content) else content)
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
                    self._error(line, "words in [ ]{ } have attributes", "use [words]{.nobr} only")
                    out.append("<span>")
            elif kind == "span_close":
                out.append("</span>")
            elif kind == "image":
                self._error(line, "a figure stands inside a sentence", "put it alone in its own paragraph")
            elif kind == "html_inline":
                self._error(line, "raw HTML", "write it in Markdown, or \\< for the sign itself")
            elif kind == "code_inline":
                self._error(line, "words between backticks", "use *emphasis* or quotation marks")
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
            self._error(line, f"the link to “{href}” has no words", "write the words between [ and ]")
        out.append(f'<a href="{escape(href) if _UNSAFE.search(href) else href}">')
        return True

    def _footnote(self, label: str, line: int, out: list[str]) -> None:
        document = self._document
        if not document.owner:
            self._error(line, "a footnote stands outside a chapter", "write it into the text")
            return
        if document.in_note:
            self._error(line, "a footnote stands inside a footnote", "write it into the text")
            return
        note = document.notes.get(label)
        if note is None:
            tokens = document.definitions.get(label)
            if tokens is None:
                self._error(
                    line, f"the footnote “{label}” is not defined", f"add a line that begins with [^{label}]:"
                )
                return
            number = len(document.notes) + 1
            note = document.notes[label] = CompiledNote(number, _letters(number), "")
            document.in_note = True
            html: list[str] = []
            self._blocks(tokens, html, [])
            document.in_note = False
            note.html = "".join(html)
        out.append(f'<a class="note" href="note:{document.owner}/{note.number}"><sup>{note.label}</sup></a>')

    def _figure(self, token: Token, line: int, out: list[str], plain: list[str]) -> None:
        source = str(token.attrs.get("src", ""))
        alt = "".join(_image_words(token.children or []))
        caption = str(token.attrs.get("title", ""))
        if not alt.strip():
            self._error(
                line, f"the figure “{source}” has no alternative text", "describe it between ![ and ]"
            )
        self._figures.use(source, self._document.path, line)
        out.append(f'<p><img src="figure:{escape(source)}" alt="{escape(alt)}"></p>')
        if caption:
            out.append(f"<p><em>{_escape(caption)}</em></p>")
        plain.append(caption or alt)

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self._document.first_line

    def _error(self, line: int, what: str, remedy: str) -> None:
        self._problems.error(self._document.path, line, what, remedy)


_VIEW_EXAMPLES = {
    "place": "place:gori",
    "journey": "journey:j-1",
    "step": "step:2",
    "zoom": "zoom:6",
    "era": "era:1900",
}


def slugify(words: str) -> str:
    """An id made of words: ``The seminary`` → ``the-seminary``; other scripts are made Latin letters."""
    plain = words
    if not words.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
        if any(character.isalpha() and character > "\u024f" for character in plain):
            plain = fold(words)
    ascii_words = plain.replace("’", "").replace("'", "").encode("ascii", "replace").decode()
    return _SLUG.sub("-", ascii_words.lower()).strip("-")[:60].strip("-")


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


def _closing(tokens: list[Token], index: int) -> int:
    level = 0
    for at in range(index, len(tokens)):
        level += tokens[at].nesting
        if level == 0:
            return at
    return len(tokens) - 1


def _tidy(text: str) -> str:
    return "\n".join(row for row in (" ".join(row.split(" ")).strip() for row in text.split("\n")) if row)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


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
