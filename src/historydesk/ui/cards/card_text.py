"""The words of a card."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from historydesk.domain.entities import Card
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.appearance import FALLBACKS


@lru_cache(maxsize=4)
def _sheet(appearance: Appearance, dpi: int) -> str:
    color = appearance.theme.css
    px = appearance.px

    def pt(size: float) -> str:
        return f"{round(px(size) * 72 / dpi, 2)}pt"

    line = f"line-height:{round(px(16) * 1.45)}px; -qt-line-height-type:fixed"
    return f"""
p, li {{ margin:0 0 {round(px(8))}px 0; {line} }}
h2, h3 {{ font-size:{pt(16)}; margin:{round(px(6))}px 0 {round(px(4))}px 0; {line} }}
ul, ol {{ margin:0 0 {round(px(8))}px 0 }}
blockquote {{ margin:0 0 0 {round(px(14))}px }}
a {{ color:{color("blue")}; text-decoration:underline }}
a[href^="term:"] {{ color:{color("ink")}; text-decoration:none }}
a.cite, a.note {{ color:{color("red")}; text-decoration:none }}
p.fact {{ font-family:'{appearance.interface_family()}'; font-size:{pt(13)}; color:{color("ink")};
  margin:0 0 {round(px(3))}px 0; line-height:{round(px(13) * 1.5)}px; -qt-line-height-type:fixed }}
span.label {{ color:{color("soft_ink")} }}
table {{ border-collapse:collapse }}
td, th {{ padding:{round(px(4))}px {round(px(10))}px {round(px(4))}px 0; border:none;
  border-bottom:1px solid {color("rule")} }}
"""


CITATION = '<a class="cite"'
NEXT_CITATION = f"</a> {CITATION}"
JOINED = f"</a>\u2060<sup>,\u202f</sup>{CITATION}"
"""Raised numbers stay together and with their word."""

INDENT = 8
"""The words stand under the words of the buttons, whose edges are farther out."""


class CardText(QTextBrowser):
    """The body of a card, as high as its words: the card scrolls, not the text. Owned by the card popup."""

    reference_chosen = Signal(Reference, QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setViewportMargins(INDENT, 0, 0, 0)
        self.anchorClicked.connect(self._on_anchor)

    def set_card(self, card: Card, appearance: Appearance) -> None:
        """Show a card's text and facts."""
        theme = appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        colors.setColor(QPalette.ColorRole.Base, theme.color("card"))
        self.setPalette(colors)
        document = self.document()
        document.setDocumentMargin(0)
        family = appearance.reading_family()
        font = QFont()
        font.setFamilies([family, *FALLBACKS.get(family, ())])
        font.setPointSizeF(appearance.px(16) * 72 / self.logicalDpiY())
        font.setFeature(QFont.Tag("onum"), 1)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_sheet(appearance, self.logicalDpiY()))
        facts = "".join(
            f'<p class="fact"><span class="label">{escape(fact.label)}</span>&nbsp; {escape(fact.value)}</p>'
            for fact in card.facts
        )
        body = card.html.replace(NEXT_CITATION, JOINED).replace(CITATION, f"\u2060{CITATION}")
        self.setHtml(body + facts)
        self._dot_terms(appearance)
        self.setAccessibleName(", ".join(part for part in (card.title, card.note) if part))
        self.setVisible(not document.isEmpty())

    def references(self) -> list[tuple[Reference, str]]:
        """References in the text in reading order, each once, with their words."""
        found: dict[Reference, str] = {}
        block = self.document().firstBlock()
        while block.isValid():
            walk = block.begin()
            while not walk.atEnd():
                form = walk.fragment().charFormat()
                reference = Reference.parse(form.anchorHref()) if form.isAnchor() else None
                if reference is not None:
                    found[reference] = found.get(reference, "") or walk.fragment().text()
                walk += 1
            block = block.next()
        return list(found.items())

    def height_in(self, width: int) -> int:
        """Height of the text laid out in this width."""
        if self.document().isEmpty():
            return 0
        self.document().setTextWidth(width - INDENT)
        return int(self.document().size().height() + 1)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: cards hold words."""
        return None

    def _dot_terms(self, appearance: Appearance) -> None:
        dots = QTextCharFormat()
        dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dots.setUnderlineColor(appearance.theme.color("ochre"))
        spans = []
        block = self.document().firstBlock()
        while block.isValid():
            walk = block.begin()
            while not walk.atEnd():
                fragment = walk.fragment()
                if fragment.charFormat().anchorHref().startswith("term:"):
                    spans.append((fragment.position(), fragment.length()))
                walk += 1
            block = block.next()
        cursor = QTextCursor(self.document())
        for position, length in spans:
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dots)

    @Slot(QUrl)
    def _on_anchor(self, address: QUrl) -> None:
        reference = Reference.parse(address.toString())
        if reference is not None:
            top_left = self.mapToGlobal(self.rect().topLeft())
            self.reference_chosen.emit(reference, QRect(top_left, self.size()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only copying; scrolling and closing are the card's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            event.ignore()

    def wheelEvent(self, event: Any) -> None:
        """The card scrolls."""
        event.ignore()
