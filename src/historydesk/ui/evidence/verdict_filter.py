"""Buttons that show only claims of one verdict."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.ui.evidence.evidence_lines import VERDICTS
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.chip import mark_side, paint_mark
from historydesk.ui.theme.flow_layout import FlowLayout


class VerdictFilter(QWidget):
    """“All 35”, “Accurate 12” …: one is pressed; owned by ``EvidencePage``."""

    verdict_chosen = Signal(str)
    """A verdict, or "" for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self._row = FlowLayout(self, gap=2, row_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: dict[str, QPushButton] = {}
        for verdict in ("", *VERDICTS):
            button = QPushButton(self)
            button.setProperty("role", "nav")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.verdict_chosen.emit, verdict))
            self.buttons[verdict] = button
            self._row.addWidget(button)
        self.set_counts({})

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many claims have each verdict; one that has none is not offered."""
        self._counts = dict(counts)
        for verdict, button in self.buttons.items():
            count = self._counts.get(verdict, 0) if verdict else sum(self._counts.values())
            name = QCoreApplication.translate("Card", verdict.capitalize()) if verdict else self.tr("All")
            mark = " " if verdict else ""
            button.setText(f"{mark}{name}\u2002{count}")
            button.setAccessibleName(f"{name}, {count}")
            button.setVisible(count > 0)

    def set_verdict(self, verdict: str) -> None:
        """Press the button of a verdict, that of all for ""."""
        for each, button in self.buttons.items():
            button.setChecked(each == verdict)

    def set_appearance(self, appearance: Appearance) -> None:
        """Marks in this theme and these sizes."""
        side = mark_side(appearance) + 2
        color = appearance.theme.color
        for verdict, button in self.buttons.items():
            if verdict:
                mark = QIcon()
                for state, token in ((QIcon.State.Off, "ink"), (QIcon.State.On, "on_ink")):
                    drawn = self._drawn(verdict, side, color(token))
                    mark.addPixmap(drawn, QIcon.Mode.Normal, state)
                button.setIcon(mark)
                button.setIconSize(QSize(side, side))

    def _drawn(self, verdict: str, side: int, color: QColor) -> QPixmap:
        scale = self.devicePixelRatioF()
        drawn = QPixmap(round(side * scale), round(side * scale))
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_mark(painter, QRectF(1, 1, side - 2, side - 2), verdict.capitalize(), color)
        painter.end()
        return drawn
