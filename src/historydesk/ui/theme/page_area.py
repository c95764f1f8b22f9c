"""A page that scrolls down under wheel and finger, without a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from historydesk.ui.theme.viewport import own_viewport


class PageArea(QScrollArea):
    """Shows one page as wide as itself; made or inherited by the pane that fills ``page``.

    The keyboard goes to what stands on the page, never to the area.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self, filled=False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.page = QWidget()
        self.setWidget(self.page)
        self.page.setAutoFillBackground(False)
