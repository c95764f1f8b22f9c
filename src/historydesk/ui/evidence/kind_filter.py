"""Buttons that show only the items of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.chip import mark_side, paint_mark
from historydesk.ui.theme.flow_layout import FlowLayout


class KindFilter(QWidget):
    """“All 35”, “Accurate 12” …: one is pressed; owned by ``EvidenceSide``.

    Kinds are English words as ``Line.kind`` has them; ``marked`` ones wear the mark of their chip.
    """

    kind_chosen = Signal(str)
    """A kind, or "" for all."""

    def __init__(
        self, kinds: tuple[str, ...], marked: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._marked = marked
        self._counts: dict[str, int] = {}
        self._row = FlowLayout(self, gap=2, row_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[str, QPushButton] = {}
        for kind in ("", *kinds):
            button = QPushButton(self)
            button.setProperty("role", "nav")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.kind_chosen.emit, kind))
            self.buttons[kind] = button
            self._row.addWidget(button)
        self.set_counts({})

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many items are of each kind; a kind that has none is not offered."""
        self._counts = dict(counts)
        for kind, button in self.buttons.items():
            count = self._counts.get(kind, 0) if kind else sum(self._counts.values())
            name = QCoreApplication.translate("Card", kind.capitalize()) if kind else self.tr("All")
            space = " " if kind in self._marked else ""
            button.setText(f"{space}{name}\u2002{count}")
            button.setAccessibleName(f"{name}, {count}")
            button.setVisible(count > 0)

    def set_kind(self, kind: str) -> None:
        """Press the button of a kind, that of all for ""."""
        for each, button in self.buttons.items():
            button.setChecked(each == kind)

    def set_appearance(self, appearance: Appearance) -> None:
        """Marks in this theme and these sizes."""
        side = mark_side(appearance) + 2
        color = appearance.theme.color
        for kind in self._marked:
            mark = QIcon()
            for state, token in ((QIcon.State.Off, "ink"), (QIcon.State.On, "on_ink")):
                mark.addPixmap(self._drawn(kind, side, color(token)), QIcon.Mode.Normal, state)
            self.buttons[kind].setIcon(mark)
            self.buttons[kind].setIconSize(QSize(side, side))

    def _drawn(self, kind: str, side: int, color: QColor) -> QPixmap:
        scale = self.devicePixelRatioF()
        drawn = QPixmap(round(side * scale), round(side * scale))
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_mark(painter, QRectF(1, 1, side - 2, side - 2), kind.capitalize(), color)
        painter.end()
        return drawn
