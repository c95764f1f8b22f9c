"""The control of an event or a chapter on the timeline: drawn by the view, known to assistive technology."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class EventButton(QAbstractButton):
    """Lies over what the view drew and is pressed by assistive technology; owned by the view.

    The pointer goes through it to the view, and so does the keyboard, which moves from event to event there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the view has drawn it."""
