"""The dates over the columns of a ruling body, each to be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.domain.alliances import Council
from historydesk.ui.people.column_words import draw_middle, height_of
from historydesk.ui.people.council_row import cell
from historydesk.ui.people.person_button import WALK
from historydesk.ui.people.phase_words import years
from historydesk.ui.theme import Appearance, default_appearance


class DateHead(QPushButton):
    """Chooses a date; owned by the heads of the table."""

    def __init__(self, number: int, council: Council, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._words = years(council.dates)
        self._appearance = default_appearance()
        self.setCheckable(True)
        self.setAccessibleName(f"{council.title}, {council.dates}")
        self.setToolTip(council.dates)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_shown(self, shown: bool) -> None:
        """Mark the date chosen."""
        self.setChecked(shown)
        self.setAccessibleDescription(self.tr("Shown") if shown else "")

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.update()

    def height_within(self, width: int) -> int:
        """Height that shows the year, at least a target's."""
        return max(self._appearance.target, height_of(self._words, self._font(), width - 4) + 8)

    def nextCheckState(self) -> None:
        """The page says which date is shown."""

    def _font(self) -> QFont:
        return self._appearance.interface_face(13, weight=600, chrome=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the dates to the page."""
        if event.key() in WALK:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The year; a line under the one chosen."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("panel" if self.isChecked() else "hover"))
            painter.drawRect(box)
        if self.isChecked():
            painter.fillRect(QRectF(box.x(), box.bottom() - 3, box.width(), 3), theme.color("red"))
        painter.setPen(theme.color("red"))
        painter.setFont(self._font())
        tall = height_of(self._words, self._font(), self.width() - 4)
        draw_middle(painter, QRect(2, (self.height() - tall) // 2, self.width() - 4, tall), self._words)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


class DateHeads(QWidget):
    """The dates over the columns; owned by the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heads: list[DateHead] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """A year may need two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The tallest head."""
        room = round(cell(0, len(self.heads), width).width())
        return max((head.height_within(room) for head in self.heads), default=0)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self.heightForWidth(max(320, self.width())))

    def place(self) -> None:
        """Each head over its column."""
        for head in self.heads:
            box = cell(head.number, len(self.heads), self.width())
            box.setHeight(self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box.moveLeft(self.width() - box.right())
            head.setGeometry(box.toAlignedRect().adjusted(1, 0, -1, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns are wider or narrower."""
        super().resizeEvent(event)
        self.place()
