"""Short labels with what there is to say beside them; what is empty takes no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words

LABELS = 110
"""Width of the labels in pixels at 100 %."""


class FactGrid(QWidget):
    """Rows of a label and words; base of what the page of people says of a phase or a date."""

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Words] = []
        self._values: list[Words] = []
        for label in labels:
            value = Words(parent=self)
            self._add(label, value)
            self._values.append(value)
        self.set_appearance(default_appearance())

    def _add(self, label: str, beside: QWidget) -> Words:
        words, row = Words(label, self), len(self._labels)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(beside, row, 1)
        self._labels.append(words)
        return words

    def set_values(self, values: Sequence[str]) -> None:
        """The words of each row, "" for a row that is not there."""
        for label, value, text in zip(self._labels, self._values, values, strict=False):
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))

    def values(self) -> tuple[str, ...]:
        """What stands beside the labels."""
        return tuple(value.text() for value in self._values)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        color = appearance.theme.color
        for label in self._labels:
            label.set_look(appearance.interface_face(13, weight=600, chrome=False), color("soft_ink"), 1.8)
            label.setFixedWidth(round(appearance.px(LABELS)))
        for value in self._values:
            value.set_look(appearance.reading_face(16.5), color("ink"), 1.45)
