"""How long a card opened by hovering stays."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

GRACE_MS = 400
"""How long it stays while the pointer is neither on the word nor on the card."""

LOOK_MS = 80


class HoverGrace(QObject):
    """Watches the pointer between a word and its card. Owned by the card popup."""

    passed = Signal()
    """The pointer was away from both for long enough."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._anchor = QRect()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        self._grace.timeout.connect(self.passed)

    def watch(self, anchor: QRect) -> None:
        """Look where the pointer is from now on; ``anchor`` is the words' rectangle on the screen."""
        self._anchor = QRect(anchor)
        self._grace.stop()
        self._look.start()

    def stop(self) -> None:
        """The card stays until somebody closes it."""
        self._look.stop()
        self._grace.stop()

    def stay(self) -> None:
        """Begin anew when the pointer is away next."""
        self._grace.stop()

    def leave(self) -> None:
        """The pointer left the words: wait a little, so that it can travel to the card."""
        if not self._grace.isActive():
            self._grace.start()

    @property
    def is_watching(self) -> bool:
        """Whether it looks at the pointer now and then."""
        return self._look.isActive()

    @property
    def is_waiting(self) -> bool:
        """Whether the pointer is away and the time runs."""
        return self._grace.isActive()

    @Slot()
    def _on_look(self) -> None:
        point = QCursor.pos()
        anchor = self._anchor.adjusted(-6, -6, 6, 6)
        card = QRect(self._card.mapToGlobal(QPoint(0, 0)), self._card.size()).adjusted(-8, -12, 8, 12)
        if anchor.contains(point) or card.contains(point):
            self._grace.stop()
        else:
            self.leave()
