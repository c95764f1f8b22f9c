"""Text to read whose references answer pointer and finger."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QScroller, QTextBrowser, QWidget

from historydesk.domain.reference import Reference
from historydesk.ui.reader.figure_images import FigureImages
from historydesk.ui.reader.reference_hand import ReferenceHand, is_touch
from historydesk.ui.theme.viewport import found_viewport


class TextSurface(QTextBrowser):
    """A text browser that only shows; base of the chapter's view.

    It handles references itself: nothing is ever opened, fetched or followed by Qt. Global rectangles of
    the words go with each signal, so that a card can stand beside them.
    """

    activated = Signal(Reference, QRect)
    hovered = Signal(Reference, QRect)
    hover_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport = found_viewport(self)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
        self._figures = FigureImages()
        self.references = ReferenceHand(self)
        self.references.activated.connect(self.activated)
        self.references.hovered.connect(self.hovered)
        self.references.hover_left.connect(self.hover_left)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Figures only: no address outside the pack is ever read."""
        address = QUrl(name)
        if address.scheme() == "figure":
            return self._figures.image(address.path())
        return None

    def doSetSource(self, name: QUrl | str, kind: Any = None) -> None:
        """Nothing: a chapter is never replaced by following an address."""

    # -- keyboard and pointer ----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by Tab, the first reference in view is taken with the next Tab."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, the place is kept for coming back from a card."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; a finger selects no text."""
        self.references.press(event)
        self.references.focus(None)
        if not is_touch(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rest on a word to open its card."""
        if is_touch(event):
            return
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        self.references.hover(self.references.at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click or tap on a reference opens it, unless text was selected meanwhile."""
        if not is_touch(event):
            super().mouseReleaseEvent(event)
        self.references.release(event, selected=self.textCursor().hasSelection())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, or nothing when the finger did it."""
        if not is_touch(event):
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left the chapter."""
        self.references.hover(None)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice the pointer leaving the text."""
        if event.type() == QEvent.Type.Leave:
            self.references.hover(None)
        return super().viewportEvent(event)
