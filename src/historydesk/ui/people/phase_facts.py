"""What a phase was about, how it ended, and where it is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.domain.alliances import Phase
from historydesk.domain.reference import Reference
from historydesk.ui.people.fact_grid import FactGrid
from historydesk.ui.theme.flow_layout import FlowLayout


class PhaseFacts(FactGrid):
    """Sides, issue, outcome, what else there is, and sources; owned by the page."""

    reference_activated = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        said = partial(QCoreApplication.translate, "PhaseFacts")
        super().__init__(
            (said("Sides"), said("What changed"), said("Fought over"), said("How it ended"), said("Also")),
            parent,
        )
        self._sources = QWidget(self)
        self._flow = FlowLayout(self._sources, gap=14, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._sources.setSizePolicy(policy)
        self._sources_label = self._add(said("Sources"), self._sources)

    def show_phase(self, phase: Phase, changed: str, sides: str = "") -> None:
        """Tell of a phase; ``changed`` says who moved since the one before, ``sides`` what they are called."""
        self.set_values((sides, changed, phase.issue, phase.outcome, phase.others))
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
        self._sources_label.setVisible(bool(phase.sources))
        self._sources.setVisible(bool(phase.sources))
