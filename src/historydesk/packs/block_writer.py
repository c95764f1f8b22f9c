"""Blocks of one text as safe HTML, with the limits of what a reader can lay out."""

from __future__ import annotations

from markdown_it.token import Token

from historydesk.packs.figures import FigureShelf
from historydesk.packs.inline_writer import InlineWriter, escape_words, plain_words
from historydesk.packs.markup import CONTAINERS
from historydesk.packs.problems import did_you_mean
from historydesk.packs.quick_blocks import PLAIN, PLAIN_HEADING, PLAIN_LIST
from historydesk.packs.references import ReferenceBook
from historydesk.packs.text_document import TextDocument

DEPTH_LIMIT = 16
"""Levels of blocks inside blocks; deeper text would be lost, and is unreadable anyway."""
ROWS_LIMIT = 1000
"""List items or table rows of one block: five thousand take a reader's PC seconds to lay out."""
COLUMNS_LIMIT = 12
"""Columns of a table: more do not fit into a column of text, and what does not fit cannot be reached."""
CELLS_LIMIT = 4000
BRIEF_BELOW = "the short version stands inside the text"
BRIEF_TO_TOP = "put ::: brief at the top, before the first paragraph"
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
PLAIN_KINDS = {PLAIN: "paragraph", PLAIN_HEADING: "heading", PLAIN_LIST: "list"}
"""Kinds of passages made of a single token each."""


class BlockWriter:
    """Writes the blocks of a text, as HTML to ``out`` and as plain text to ``plain``; owned by the reader."""

    def __init__(self, book: ReferenceBook, figures: FigureShelf) -> None:
        self.inline = InlineWriter(book, figures, self.write)
        self._unclosed = False
        """Whether the block being written is a box without an end, which took in the blocks after it."""

    def begin(self, document: TextDocument) -> None:
        """Turn to another text."""
        self._document = document
        self._unclosed = False
        self.inline.begin(document)

    def top(self, tokens: list[Token], index: int) -> tuple[str | None, str, str, int]:
        """The block that begins at ``index``: its kind (``None``: no passage), HTML, text, and the next index."""
        out: list[str] = []
        plain: list[str] = []
        kind, index = self._write_top(tokens, index, out, plain)
        words = "".join(plain)
        return kind, "".join(out), words if kind in ("paragraph", "heading") else tidy(words), index

    def _write_top(
        self, tokens: list[Token], index: int, out: list[str], plain: list[str]
    ) -> tuple[str | None, int]:
        """Write the block that begins at ``index``; its kind (``None``: no passage) and the next index."""
        token = tokens[index]
        kind = token.type
        if kind == "paragraph_open":
            return self._paragraph(token, tokens[index + 1], out, plain), index + 3
        if kind == "heading_open":
            inline = tokens[index + 1]
            self._heading(token, inline.content, out)
            self.inline.write(inline.children or [], self._document.line(token), out, plain)
            out.append("</h3>" if token.tag == "h3" else "</h2>")
            return "heading", index + 3
        if kind == "hr":
            out.append("<hr>")
            return "rule", index + 1
        passage_kind = _KINDS.get(kind)
        close = index if passage_kind is None else _closing(tokens, index)
        self._unclosed = passage_kind in CONTAINERS and not self.is_closed(token)
        if self._unclosed:
            self._document.error(
                self._document.line(token),
                "this box is never closed",
                "end it with a line of three colons (:::)",
            )
        self.write(tokens[index : close + 1], out, plain)
        self._check_rows(token, out)
        if kind == "table_open":
            self._check_table(tokens[index : close + 1])
        return passage_kind, close + 1

    def write(  # noqa: PLR0912, PLR0915 - one branch for each kind of token
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
                self._document.error(
                    line, "blocks are nested too deeply", "use fewer lists and quotations inside one another"
                )
                return
            if (
                token.level > top
                and token.nesting == 1
                and token.attrs
                and not token.attrs.keys() <= {"start", "style"}
                and not self._unclosed
            ):
                self._document.error(
                    line, "an inner block has attributes", "put {…} before a whole block of the chapter only"
                )
            if kind == "inline":
                children = token.children or []
                if len(children) == 1 and children[0].type == "image":
                    self._document.error(
                        line, "a figure stands inside another block", "put it alone in its own paragraph"
                    )
                elif token.content.startswith(("{", ":::")) or "\n{" in token.content:
                    self._check_literal(token.content, line)
                self.inline.write(children, line, out, plain)
            elif kind in (PLAIN, PLAIN_LIST):
                html, words = self.plain(token)
                out.append(html)
                plain += (words, "\n")
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
                    self._document.error(line, BRIEF_BELOW, BRIEF_TO_TOP)
                out.append(f'<div class="{name}">')
                title = token.info.strip()[len(name) :].strip()
                if title:
                    out.append(f'<h3 class="box-title">{escape_words(title)}</h3>')
                    plain.append(title + "\n")
            elif kind == "hr":
                out.append("<hr>")
            elif kind in ("heading_open", PLAIN_HEADING):
                self._document.error(
                    line, "a heading stands inside another block", "put it between the blocks of the chapter"
                )
                out.append(escape_words(token.content))
                plain.append(token.content)
            elif kind == "html_block":
                self._document.error(
                    line, "raw HTML", "write it in Markdown; HTML comments are not allowed either"
                )
            elif kind in ("fence", "code_block"):
                self._document.error(
                    line,
                    "a code block",
                    "take away the backticks or the four spaces at the beginning of the line",
                )

    def _heading(self, token: Token, content: str, out: list[str]) -> None:
        """Check a heading and open it."""
        document = self._document
        line = document.line(token)
        if token.tag not in ("h2", "h3"):
            document.error(line, f"a heading of level {token.tag[1]}", "use ## or ### inside a chapter")
        elif token.tag == "h3" and not document.has_section:
            document.error(line, "the heading skips a level", "put a ## heading before the first ###")
        document.has_section = document.has_section or token.tag == "h2"
        if content.endswith("}") and "{" in content:
            document.error(line, "attributes stand behind the heading", "put {…} on the line before it")
        out.append("<h3>" if token.tag == "h3" else "<h2>")

    def _paragraph(self, opening: Token, inline: Token, out: list[str], plain: list[str]) -> str:
        children = inline.children or []
        content = inline.content
        line = (opening.map[0] if opening.map else 0) + self._document.first_line
        if children and children[0].type == "image" and _only_citations(children[1:]):
            self.inline.figure(children, line, out, plain)
            return "figure"
        first = content[:1]
        if first in "{:" or "\n{" in content or "\n:::" in content:
            self._check_literal(content, line)
        out.append("<p>")
        self.inline.write(children, line, out, plain)
        out.append("</p>")
        return "paragraph"

    def _check_literal(self, content: str, line: int) -> None:
        """Report lines that were meant as attributes or boxes but were read as text."""
        for offset, row in enumerate(content.split("\n")):
            if row.startswith("{"):
                if offset:
                    self._document.error(
                        line + offset, "attributes stand inside a paragraph", "put an empty line before them"
                    )
                else:
                    self._document.error(
                        line, "the attributes cannot be read", 'write {#id .class view="…"} on one line'
                    )
            elif row.startswith(":::"):
                name = row.strip(": ").partition(" ")[0]
                if not name:
                    self._document.error(
                        line + offset, "this ::: closes nothing", "open the box with ::: aside Title"
                    )
                elif name in CONTAINERS:
                    self._document.error(
                        line + offset, "the box cannot be read", "put an empty line before it"
                    )
                else:
                    remedy = did_you_mean(name, CONTAINERS, "use ::: aside, ::: caution or ::: brief")
                    self._document.error(line + offset, f"there is no box “{name}”", remedy)

    def plain(self, token: Token) -> tuple[str, str]:
        """HTML and text of a block of plain words: the hot loop of a build."""
        if token.type == PLAIN:
            pieces: list[str] = token.meta["pieces"]
            if len(pieces) == 1:
                html, words = plain_words(pieces[0])
                return f"<p>{html}</p>", words
            out: list[str] = ["<p>"]
            plain: list[str] = []
            self.inline.pieces(pieces, self._document.line(token), out, plain)
            return f"{''.join(out)}</p>", "".join(plain)
        if token.type == PLAIN_HEADING:
            opened: list[str] = []
            self._heading(token, token.content, opened)
            return f"{opened[0]}{escape_words(token.content)}</{token.tag}>", token.content
        return self._plain_list(token)

    def _plain_list(self, token: Token) -> tuple[str, str]:
        line = self._document.line(token)
        out: list[str] = ["<ul>"]
        plain: list[str] = []
        for number, pieces in enumerate(token.meta["items"]):
            out.append("<li>")
            self.inline.pieces(pieces, line + number, out, plain)
            out.append("</li>")
            plain.append("\n")
        self._check_rows(token, out)
        return f"{''.join(out)}</ul>", tidy("".join(plain))

    def _check_rows(self, token: Token, out: list[str]) -> None:
        rows = out.count("<li>") + out.count("<tr>")
        if rows > ROWS_LIMIT:
            self._document.error(
                self._document.line(token),
                f"the block has {rows:,} list items or table rows",
                f"divide it: {ROWS_LIMIT:,} are the most",
            )

    def _check_table(self, tokens: list[Token]) -> None:
        columns = sum(token.type == "th_open" for token in tokens)
        cells = columns + sum(token.type == "td_open" for token in tokens)
        if columns > COLUMNS_LIMIT:
            what, most = f"the table has {columns:,} columns", COLUMNS_LIMIT
        elif cells > CELLS_LIMIT:
            what, most = f"the table has {cells:,} cells", CELLS_LIMIT
        else:
            return
        self._document.error(self._document.line(tokens[0]), what, f"divide it: {most:,} are the most")

    def is_closed(self, token: Token) -> bool:
        """Whether a box ends with its three colons."""
        if token.map is None:
            return True
        lines = self._document.text.split("\n")
        last = token.map[1]
        return last < len(lines) and lines[last].strip().startswith(":::")


def _closing(tokens: list[Token], index: int) -> int:
    level = 0
    for at in range(index, len(tokens)):
        level += tokens[at].nesting
        if level == 0:
            return at
    return len(tokens) - 1


def _only_citations(tokens: list[Token]) -> bool:
    """Whether nothing but links to sources stands here, such as behind a figure."""
    inside = False
    for token in tokens:
        if token.type == "link_open":
            inside = str(token.attrs["href"]).startswith("source:")
            if not inside:
                return False
        elif token.type == "link_close":
            inside = False
        elif token.type != "softbreak" and not (
            token.type == "text" and (inside or not token.content.strip())
        ):
            return False
    return True


def tidy(text: str) -> str:
    """Text without empty lines and without spaces at the ends of lines."""
    return "\n".join(row for row in (" ".join(row.split(" ")).strip() for row in text.split("\n")) if row)
