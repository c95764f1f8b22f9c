"""The kinds of entries of the index, as tabs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.ui.theme.flow_layout import FlowLayout

KINDS = ("term", "person", "place", "journey", "event", "claim", "source")


class KindTabs(QWidget):
    """“Terms 111”, “People 40” …: one is pressed; owned by ``IndexSide``."""

    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._names = {
            "term": self.tr("Terms"),
            "person": self.tr("People"),
            "place": self.tr("Places"),
            "journey": self.tr("Journeys"),
            "event": self.tr("Events"),
            "claim": self.tr("Claims"),
            "source": self.tr("Sources"),
        }
        self._wishes = {
            "term": self.tr("Find a term"),
            "person": self.tr("Find a person"),
            "place": self.tr("Find a place"),
            "journey": self.tr("Find a journey"),
            "event": self.tr("Find an event"),
            "claim": self.tr("Find a claim"),
            "source": self.tr("Find a source"),
        }
        row = FlowLayout(self, gap=2, row_gap=0)
        self._buttons: dict[str, QPushButton] = {}
        for kind in KINDS:
            button = QPushButton(self)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.kind_chosen.emit, kind))
            self._buttons[kind] = button
            row.addWidget(button)

    def show_kinds(self, counts: Mapping[str, int], chosen: str) -> None:
        """Name each kind with its number, where that is known, and press the tab of the chosen one."""
        for kind, button in self._buttons.items():
            count, name = counts.get(kind), self._names[kind]
            button.setText(name if count is None else f"{name}\u2002{count}")
            button.setAccessibleName(name if count is None else f"{name}, {count}")
            button.setChecked(kind == chosen)

    def name_of(self, kind: str) -> str:
        """What the entries of a kind are called."""
        return self._names[kind]

    def wish_of(self, kind: str) -> str:
        """What one types for."""
        return self._wishes[kind]
