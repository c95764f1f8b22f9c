"""What a phase was about, how it ended, and where it is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from historydesk.domain.alliances import Phase
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.words import Words

LABELS = 110
"""Width of the labels in pixels at 100 %."""


class PhaseFacts(QWidget):
    """Issue, outcome, what else there is, and sources; owned by the page."""

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        texts = (
            self.tr("Sides"),
            self.tr("What changed"),
            self.tr("Fought over"),
            self.tr("How it ended"),
            self.tr("Also"),
            self.tr("Sources"),
        )
        self._labels = [Words(text, self) for text in texts]
        self._values = [Words(parent=self) for _ in texts[:-1]]
        self._sources = QWidget(self)
        self._flow = FlowLayout(self._sources, gap=14, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._sources.setSizePolicy(policy)
        for row, label in enumerate(self._labels):
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._values[row] if row < len(self._values) else self._sources, row, 1)
        self.set_appearance(default_appearance())

    def show_phase(self, phase: Phase, changed: str, sides: str = "") -> None:
        """Tell of a phase; ``changed`` says who moved since the one before, ``sides`` what they are called."""
        for label, value, text in zip(
            self._labels,
            self._values,
            (sides, changed, phase.issue, phase.outcome, phase.others),
            strict=False,
        ):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in phase.sources:
            button = QPushButton(link.label.replace("&", "&&"), self._sources)
            button.setProperty("role", "link")
            button.setAccessibleName(self.tr("Source: {title}").format(title=link.label))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.reference_activated.emit, link.reference))
            self._flow.addWidget(button)
            button.show()
        self._labels[-1].setVisible(bool(phase.sources))
        self._sources.setVisible(bool(phase.sources))

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        color = appearance.theme.color
        for label in self._labels:
            label.set_look(appearance.interface_face(13, weight=600, chrome=False), color("soft_ink"), 1.8)
            label.setFixedWidth(round(appearance.px(LABELS)))
        for value in self._values:
            value.set_look(appearance.reading_face(16.5), color("ink"), 1.45)
