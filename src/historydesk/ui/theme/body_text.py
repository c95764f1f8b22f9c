"""Prose of the pack: as high as its words, with links."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from historydesk.domain.entities import CardLink
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance


class BodyText(QTextBrowser):
    """Rich text of the pack, never scrolling by itself; owned by whatever shows it.

    Links open nothing here: they are reported. Tab goes from link to link, Enter follows one.
    """

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._html = ""
        self._heights: dict[int, int] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._on_anchor)

    def set_body(self, html: str) -> None:
        """Show the compiler's safe subset of HTML."""
        self._html = html
        self._render()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._render()

    def _render(self) -> None:
        appearance = self._appearance
        color = appearance.theme.css
        font = appearance.reading_face(17)
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(
            f"a {{ color: {color('blue')}; text-decoration: none; }}"
            f"h2, h3 {{ font-weight: 600; margin: 14px 0 6px 0; font-size: {font.pixelSize() + 2}px; }}"
            "p { margin: 0 0 12px 0; } li { margin: 0 0 6px 0; } td, th { padding: 4px 10px 4px 0; }"
        )
        self._heights.clear()
        self.setHtml(self._html)
        self._set_lines(font.pixelSize() * min(appearance.line_spacing, 1.7))
        self._mark_links()
        self.updateGeometry()

    def _set_lines(self, height: float) -> None:
        block = self.document().begin()
        cursor = QTextCursor(self.document())
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        while block.isValid():
            cursor.setPosition(block.position())
            spaced = block.blockFormat()
            spaced.setLineHeight(height, fixed)
            cursor.setBlockFormat(spaced)
            block = block.next()

    def _mark_links(self) -> None:
        theme = self._appearance.theme
        cursor = QTextCursor(self.document())
        for start, length, href, _ in self._anchors():
            look = QTextCharFormat()
            if href.startswith("term:"):
                look.setForeground(theme.color("ink"))
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                look.setUnderlineColor(theme.color("ochre"))
            elif href.startswith(("source:", "note:")):
                look.setForeground(theme.color("red"))
            else:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                look.setUnderlineColor(theme.color("blue"))
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _anchors(self) -> list[tuple[int, int, str, str]]:
        found = []
        block = self.document().begin()
        while block.isValid():
            walk = block.begin()
            while not walk.atEnd():
                part = walk.fragment()
                if part.charFormat().isAnchor():
                    found.append(
                        (part.position(), part.length(), part.charFormat().anchorHref(), part.text())
                    )
                walk += 1
            block = block.next()
        return found

    def links(self) -> tuple[CardLink, ...]:
        """The references named in the text, each once, in order; the number of a citation is its label."""
        links: dict[Reference, CardLink] = {}
        for _, _, href, text in self._anchors():
            reference = Reference.parse(href)
            if reference is not None:
                links.setdefault(reference, CardLink(text.strip(), reference))
        return tuple(links.values())

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all the text."""
        if not self._html:
            return 0
        if width not in self._heights:
            document = self.document()
            shown = document.textWidth()
            document.setTextWidth(width)
            self._heights[width] = round(document.size().height()) + 2
            # A layout asks about widths it then does not give: leave the lines as they are shown.
            document.setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A line of about 60 letters."""
        width = self.fontMetrics().averageCharWidth() * 60
        return QSize(width, self.heightForWidth(self.width() or width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: lines break."""
        return QSize(80, 0)

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        reference = Reference.parse(url.toString())
        if reference is not None:
            self.reference_activated.emit(reference)
