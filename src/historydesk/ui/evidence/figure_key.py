"""What the marks of a chart mean."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.evidence import Figure
from historydesk.ui.evidence.figure_mark import paint_figure
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout


class FigureKey(QWidget):
    """A sample of each kind of mark, with its words; owned by ``NumbersView``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=22, row_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.recorded = _Sample(Figure("", "", "", 1, 2, True, ""), self.tr("recorded"), self)
        self.estimated = _Sample(Figure("", "", "", 1, 2, False, ""), self.tr("estimated"), self)
        self.open = _Sample(Figure("", "", "", 1, None, False, ""), self.tr("one bound only"), self)
        for sample in (self.recorded, self.estimated, self.open):
            row.addWidget(sample)

    def show_kinds(self, figures: Iterable[Figure]) -> None:
        """Explain only the kinds that there are."""
        listed = tuple(figures)
        self.recorded.setVisible(any(each.recorded for each in listed))
        self.estimated.setVisible(any(not each.recorded for each in listed))
        self.open.setVisible(any(each.low is None or each.high is None for each in listed))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        for sample in (self.recorded, self.estimated, self.open):
            sample.set_appearance(appearance)


class _Sample(QWidget):
    """A mark and what it means; owned by ``FigureKey``."""

    def __init__(self, figure: Figure, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._figure, self._words = figure, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def _mark(self) -> float:
        return self._appearance.px(26)

    def sizeHint(self) -> QSize:
        """Mark and words."""
        metrics = QFontMetricsF(self._appearance.interface_face(13, chrome=False))
        arrow = self._appearance.px(22) if self._figure.high is None else 0
        wide = self._mark() + arrow + 8 + metrics.horizontalAdvance(self._words)
        return QSize(round(wide) + 2, round(metrics.height()) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        color = self._appearance.theme.color
        face = self._appearance.interface_face(13, chrome=False)
        metrics = QFontMetricsF(face)
        thick = self._appearance.px(12)
        paint_figure(
            painter, self._figure, QRectF(0, (self.height() - thick) / 2, self._mark(), thick), color("blue")
        )
        painter.setFont(face)
        painter.setPen(color("soft_ink"))
        x = self.width() - 2 - metrics.horizontalAdvance(self._words)
        y = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(round(x), round(y), self._words)
