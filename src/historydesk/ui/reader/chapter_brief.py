"""The short version under a chapter's title: a quiet control that opens it in place."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from historydesk.ui.reader.quiet_button import QuietButton
from historydesk.ui.theme import Appearance, default_appearance

ABOVE, BELOW = 12, 28
"""Space above the control and below it (or below the short version), at 100 %."""
BETWEEN, PAD = 8, 20
"""Space between control and short version, and around its words, at 100 %."""
WORDS_PX = 17
_TAG = re.compile("<[^>]+>")


def closed_room(appearance: Appearance) -> int:
    """Height that the closed control takes between the title and the text."""
    return round(appearance.px(ABOVE)) + _button_height(appearance) + round(appearance.px(BELOW))


def _button_height(appearance: Appearance) -> int:
    return max(appearance.target, round(appearance.px(34)))


class BriefButton(QuietButton):
    """“In 90 seconds”; its arrow points down while the short version is open. Owned by the brief."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("brief-button", parent)
        self.set_words(self.tr("In 90 seconds"))
        self.setCheckable(True)
        self.setAccessibleDescription(self.tr("The short version of this chapter"))
        self.toggled.connect(self.refresh_name)
        self.refresh_name()

    @Slot()
    def refresh_name(self) -> None:
        """Say aloud whether it is open."""
        state = self.tr("open") if self.isChecked() else self.tr("closed")
        self.setAccessibleName(f"{self.text()}, {state}")


class ChapterBrief(QWidget):
    """The control and, while it is open, the short version. Owned by the chapter view, which places it.

    It lies over room that the page keeps free below its title, so that the short version is no part of the
    text that is read, found and copied.
    """

    toggled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._html = ""
        self.button = BriefButton(self)
        self.button.toggled.connect(self._on_toggled)
        self.words = QLabel(self)
        self.words.setObjectName("brief-words")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.hide()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the short version is shown."""
        return self.button.isChecked()

    def set_brief(self, html: str) -> None:
        """The short version of another chapter, closed."""
        self._html = html
        self._set_open(wanted=False)

    def open(self) -> None:
        """Show the short version, if there is one."""
        if self._html:
            self.button.setChecked(True)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.button.set_appearance(appearance)
        if self.is_open:
            self._write()
        self.update()

    def room(self, column: int) -> int:
        """Height to keep free between title and text in a column of this width; 0 without a short version."""
        if not self._html:
            return 0
        room = closed_room(self._appearance)
        return room + self._between() + self._box_height(column) if self.is_open else room

    def place(self, left: int, top: int, column: int) -> None:
        """Lie below the title, which ends at ``top``."""
        px = self._appearance.px
        button = self.button.sizeHint()
        height = button.height()
        self.button.setGeometry(0, 0, min(column, button.width()), height)
        if self.is_open:
            pad = round(px(PAD))
            box = self._box_height(column)
            top_of_words = height + self._between() + pad
            self.words.setGeometry(pad, top_of_words, column - 2 * pad, box - 2 * pad)
            height += self._between() + box
        self.setGeometry(left, top + round(px(ABOVE)), column, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground below the words."""
        if not self.is_open:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.button.height() + self._between()
        box = QRectF(0, top, self.width(), self.height() - top).adjusted(1, 1, -1, -1)
        outlined = theme.is_high_contrast
        painter.setPen(QPen(theme.color("rule"), 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box, 10, 10)

    def _between(self) -> int:
        return round(self._appearance.px(BETWEEN))

    def _box_height(self, column: int) -> int:
        pad = round(self._appearance.px(PAD))
        return self.words.heightForWidth(max(60, column - 2 * pad)) + 2 * pad

    def _write(self) -> None:
        px, color = self._appearance.px, self._appearance.theme.color("ink")
        self.words.setFont(self._appearance.reading_face(WORDS_PX))
        colors = self.words.palette()
        colors.setColor(QPalette.ColorRole.WindowText, color)
        self.words.setPalette(colors)
        line = round(px(WORDS_PX) * self._appearance.line_spacing)
        paragraph = (
            f'<p style="margin:0 0 {round(px(8))}px 0; line-height:{line}px; -qt-line-height-type:fixed">'
        )
        *others, last = self._html.split("<p>")[1:]
        html = [paragraph + each for each in others]
        html.append(paragraph.replace(f" {round(px(8))}px ", " 0 ", 1) + last)
        self.words.setText("".join(html))
        plain = _TAG.sub("", self._html.replace("</p><p>", " "))
        self.words.setAccessibleName(
            plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
        )

    def _set_open(self, *, wanted: bool) -> None:
        blocked = self.button.blockSignals(True)
        self.button.setChecked(wanted)
        self.button.blockSignals(blocked)
        self.button.refresh_name()
        self.words.setVisible(wanted)

    @Slot()
    def _on_toggled(self) -> None:
        if self.is_open:
            self._write()
        self.words.setVisible(self.is_open)
        self.toggled.emit()
