"""The sheet of keys: what the keyboard can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from historydesk.ui.shell.key_caps import KeyCaps
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.cover_sheet import CoverSheet
from historydesk.ui.theme.words import Words

Rows = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups: heading, then (what it does, keys). Keys as ``Ctrl+K``, several ways parted by `` / ``."""

WIDTH = 880
ONE_COLUMN = 460
"""Pixels at 100 % of the card, and below which its groups stand in one column."""


class ShortcutsSheet(CoverSheet):
    """All keys on a card over the window; owned by the shell. The question mark closes it too."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        self._rows = rows
        self._keys = _KeyScroll(parent)
        self._keys.setAccessibleName(QCoreApplication.translate("ShortcutsSheet", "Keys"))
        title = QCoreApplication.translate("ShortcutsSheet", "Keyboard")
        super().__init__(title, self._keys, WIDTH, parent)
        self.set_appearance(self._appearance)

    def set_rows(self, rows: Rows) -> None:
        """Show these groups in this order."""
        self._rows = rows
        self._fill()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        super().set_appearance(appearance)
        self._keys.set_focus_color(appearance.theme.color("focus"))
        self._fill()

    def _fill(self) -> None:
        appearance = self._appearance
        color = appearance.theme.color
        body = QWidget()
        body.setProperty("role", "plain")
        body.setAutoFillBackground(False)
        room = round(appearance.chrome_px(24))
        columns = QHBoxLayout(body)
        columns.setContentsMargins(room, 0, room, 8)
        columns.setSpacing(round(appearance.chrome_px(40)))
        for groups in self._in_columns():
            column = QVBoxLayout()
            column.setSpacing(round(appearance.chrome_px(8)))
            for heading, pairs in groups:
                title = Words(heading, body)
                title.set_look(appearance.interface_face(13, weight=600), color("red"), 1.4)
                if column.count():
                    column.addSpacing(round(appearance.chrome_px(10)))
                column.addWidget(title)
                for text, keys in pairs:
                    words = Words(text, body)
                    words.set_look(appearance.interface_face(14.5), color("ink"), 1.35)
                    caps = KeyCaps(keys, body)
                    caps.set_appearance(appearance)
                    line = QHBoxLayout()
                    line.setSpacing(round(appearance.chrome_px(20)))
                    line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
                    line.addWidget(caps, 0, Qt.AlignmentFlag.AlignVCenter)
                    column.addLayout(line)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._scroll.setWidget(body)
        body.show()
        self._place()

    def _in_columns(self) -> tuple[Rows, ...]:
        """The groups in one or two columns of about the same length."""
        if self._card_width() < 2 * self._appearance.chrome_px(ONE_COLUMN) * 0.8 or len(self._rows) < 2:
            return (self._rows,)
        lengths = [len(pairs) + 1.6 for _, pairs in self._rows]
        cuts = range(1, len(self._rows))
        cut = min(cuts, key=lambda at: max(sum(lengths[:at]), sum(lengths[at:])))
        return (self._rows[:cut], self._rows[cut:])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the groups anew."""
        super().resizeEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened it closes it."""
        if event.key() == Qt.Key.Key_Question:
            self.close_sheet()
        super().keyPressEvent(event)


class _KeyScroll(QScrollArea):
    """The groups, scrolled by the keyboard too; owned by ``ShortcutsSheet``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(3, 3, 3, 3)
        self.viewport().setAutoFillBackground(False)
        self.setObjectName("keys")

    def set_focus_color(self, color: QColor) -> None:
        """Colour of the ring."""
        self.setStyleSheet(
            "#keys { border: 2px solid transparent; border-radius: 8px; }"
            f"#keys:focus {{ border-color: {color.name()}; }}"
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The sheet decides."""
        return QWidget.focusNextPrevChild(self, forward)
