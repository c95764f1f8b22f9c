"""A passage that names an item, as a control."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from historydesk.domain.chapter import Use
from historydesk.domain.location import Location
from historydesk.ui.theme import Appearance

PAD = 14


class UseButton(QAbstractButton):
    """Chapter title over an excerpt with the item's name marked; pressing it leads to the passage.

    Owned by whatever lists the passages. Without ``titled`` the excerpt alone is shown, below another of its
    chapter.
    """

    def __init__(
        self,
        use: Use,
        item: str,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        titled: bool = True,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._is_titled = titled
        self._appearance = appearance
        said = next((use.excerpt[at : at + length] for at, length in use.marks), "")
        self.location = Location("read", use.chapter_id, use.passage_id, item, said)
        title = self.tr("Chapter {number}: {title}")
        self._title = title.format(number=use.chapter_number, title=use.chapter_title)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(use.excerpt)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._known: tuple[int, QTextLayout, QTextLayout, int] | None = None

    def _lay_out(self, width: int) -> tuple[QTextLayout, QTextLayout, int]:
        """The lines of title and excerpt, and the height of all."""
        if self._known is None or self._known[0] != width:
            appearance = self._appearance
            title = QTextLayout(
                self._title if self._is_titled else "",
                appearance.interface_face(14, weight=600, chrome=False),
            )
            excerpt = QTextLayout(self._use.excerpt, appearance.reading_face(15.5))
            excerpt.setFormats([self._marked(*mark) for mark in self._use.marks])
            y = 10.0
            if self._is_titled:
                y = _put(title, y, width, 1.35) + 2
            y = _put(excerpt, y, width, 1.45)
            self._known = (width, title, excerpt, max(appearance.target, ceil(y + 10)))
        return self._known[1:]

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setBackground(self._appearance.theme.color("highlight"))
        look.setForeground(self._appearance.theme.color("ink"))
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = start, length, look
        return marked

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of title and excerpt."""
        return self._lay_out(width)[2]

    def sizeHint(self) -> QSize:
        """About 60 letters wide."""
        width = self.width() if self.width() > 200 else 480
        return QSize(480, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: lines break."""
        return QSize(120, self._appearance.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        focused = self.hasFocus()
        painter.setPen(QPen(color("focus" if focused else "rule"), 2 if focused else 1))
        painter.setBrush(color("hover" if self.underMouse() or self.isDown() else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        title, excerpt, _ = self._lay_out(self.width())
        painter.setPen(color("blue"))
        title.draw(painter, QPointF(0, 0))
        painter.setPen(color("ink"))
        excerpt.draw(painter, QPointF(0, 0))


def _put(layout: QTextLayout, y: float, width: int, spacing: float) -> float:
    """Break a text into lines from ``y`` on; where the next text may begin."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = layout.font().pixelSize() * spacing
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width - 2 * PAD))
        line.setPosition(QPointF(PAD, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return y
