"""A passage that names an item, as a control."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from historydesk.domain.chapter import Use
from historydesk.domain.location import Location
from historydesk.ui.theme import Appearance

PAD = 14


class UseButton(QAbstractButton):
    """Chapter title over an excerpt; pressing it leads to the passage. Owned by ``CardPane``."""

    def __init__(self, use: Use, item: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use = use
        self._appearance = appearance
        self.location = Location("read", use.chapter_id, use.passage_id, item)
        title = self.tr("Chapter {number}: {title}")
        self._title = title.format(number=use.chapter_number, title=use.chapter_title)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(use.excerpt)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> tuple[list[QTextLayout], int]:
        appearance = self._appearance
        layouts = []
        y = 10.0
        for text, font, spacing in (
            (self._title, appearance.interface_face(14, weight=600, chrome=False), 1.35),
            (self._use.excerpt, appearance.reading_face(15.5), 1.45),
        ):
            layout = QTextLayout(text, font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            step = font.pixelSize() * spacing
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(40, width - 2 * PAD))
                line.setPosition(QPointF(PAD, y + (step - line.height()) / 2))
                y += step
            layout.endLayout()
            layouts.append(layout)
            y += 2
        return layouts, max(self._appearance.target, ceil(y + 8))

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of title and excerpt."""
        return self._lay_out(width)[1]

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
        title, excerpt = self._lay_out(self.width())[0]
        painter.setPen(color("blue"))
        title.draw(painter, QPointF(0, 0))
        painter.setPen(color("ink"))
        excerpt.draw(painter, QPointF(0, 0))
