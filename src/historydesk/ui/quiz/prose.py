"""A label for the simple HTML of questions, answers and what is said of them."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from historydesk.domain.quiz_judging import plain
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance

_TAG = re.compile(r"(<[^>]*>)")
_LONG = re.compile(r"(?:&\w+;|&#\d+;|[^\s<>&]){16,}")
"""A word that a narrow column may be too narrow for."""
_LETTER = re.compile(r"&\w+;|&#\d+;|.")
_HERE = "\u200b"


class Prose(QLabel):
    """HTML that wraps; its references are followed by mouse, touch and keyboard. Owned by what shows it.

    ``QLabel`` breaks lines between words only; words wider than the column may be broken anywhere.
    """

    reference_chosen = Signal(Reference)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._html, self._shown, self._style = "", "", ""
        self._long: dict[str, int] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(self._on_link)

    def set_html(self, html: str, font: QFont, appearance: Appearance, tone: str = "ink") -> None:
        """Show this text in a font of the theme; ``tone`` is a colour token."""
        self._html = html
        has_links = "<a " in html
        flag = Qt.TextInteractionFlag
        links = flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(links if has_links else flag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)
        self.setFont(font)
        theme = appearance.theme
        high = round(font.pixelSize() * 1.45)
        style = f"color:{theme.css(tone)}; line-height:{high}px; -qt-line-height-type:fixed; margin:0"
        # Qt begins the words of a list 40 px from the edge, whatever their size.
        indent = round(font.pixelSize() * 1.1) - 40
        rules = f"p, li {{ {style} }} ul, ol {{ margin-left:{indent}px }} a {{ color:{theme.css('blue')} }}"
        self._style = f"<style>{rules}</style>"
        metrics = QFontMetrics(font)
        words = {
            word for part in _TAG.split(html) if not part.startswith("<") for word in _LONG.findall(part)
        }
        self._long = {word: metrics.horizontalAdvance(plain(word)) for word in words}
        self._shown = ""
        self._show()
        self.setAccessibleName(plain(html))

    def _show(self) -> None:
        html = "".join(
            part if part.startswith("<") else self._broken(part) for part in _TAG.split(self._html)
        )
        if html != self._shown:
            self._shown = html
            self.setText(self._style + (html if html.startswith(("<p", "<ul", "<ol")) else f"<p>{html}</p>"))

    def _broken(self, words: str) -> str:
        """Words, those wider than the label with places to break them."""
        for word, wide in self._long.items():
            if wide > self.width():
                words = words.replace(word, _HERE.join(_LETTER.findall(word)))
        return words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break what has become too wide."""
        super().resizeEvent(event)
        if self._long:
            self._show()

    def minimumSizeHint(self) -> QSize:
        """One line: Qt would ask for the height of the narrowest column."""
        return QSize(40, self.fontMetrics().height())

    def html(self) -> str:
        """The text that is shown."""
        return self._html

    @Slot(str)
    def _on_link(self, href: str) -> None:
        reference = Reference.parse(href)
        if reference is not None:
            self.reference_chosen.emit(reference)
