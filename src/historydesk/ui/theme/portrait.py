"""A portrait as this program draws it: initials on a disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.initials import initials_of
from historydesk.ui.theme.appearance import Appearance, default_appearance


class Portrait(QWidget):
    """Stands beside the name of a person, which says all there is to say; owned by what shows the name."""

    def __init__(self, side: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._appearance = default_appearance()
        self.initials = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Draw the initials of a name; hidden where it has none."""
        self.initials = initials_of(name)
        self.setVisible(bool(self.initials))
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = round(self._appearance.px(self._side))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc and the letters."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        box = QRectF(self.rect())
        painter.drawEllipse(box)
        painter.setPen(theme.color("on_ink"))
        painter.setFont(self._appearance.reading_face(self._side * 0.36, weight=600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.initials)
