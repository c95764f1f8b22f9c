"""A label for the simple HTML of questions, answers and what is said of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from historydesk.domain.quiz_judging import plain
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance


class Prose(QLabel):
    """HTML that wraps; its references are followed by mouse, touch and keyboard. Owned by what shows it."""

    reference_chosen = Signal(Reference)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._html = ""
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
        self.setText(
            f"<style>p, li {{ {style} }} a {{ color:{theme.css('blue')} }}</style>"
            + (html if html.startswith(("<p", "<ul", "<ol")) else f"<p>{html}</p>")
        )
        self.setAccessibleName(plain(html))

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
