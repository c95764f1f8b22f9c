"""The phases as big chips with their years."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.domain.alliances import Struggle
from historydesk.ui.people.person_button import WALK
from historydesk.ui.people.phase_words import phase_name, years
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.flow_layout import FlowLayout


class PhaseChip(QPushButton):
    """One phase; owned by the bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the phases to the page."""
        if event.key() in WALK:
            event.ignore()
            return
        super().keyPressEvent(event)


class PhaseBar(QWidget):
    """Chooses a phase; owned by the page, which shows it."""

    phase_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Phases"))
        self._chips: list[PhaseChip] = []
        self._flow = FlowLayout(self, gap=8, row_gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[PhaseChip, ...]:
        """The chips in order."""
        return tuple(self._chips)

    def set_struggle(self, struggle: Struggle, appearance: Appearance) -> None:
        """A chip for each phase."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for number, phase in enumerate(struggle.phases):
            chip = PhaseChip(years(phase.dates).replace("&", "&&"), self)
            chip.setProperty("role", "nav")
            chip.setCheckable(True)
            chip.setAccessibleName(phase_name(struggle, number))
            chip.setToolTip(phase.title)
            chip.clicked.connect(self._on_clicked)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Sizes; the theme's style sheet does the rest."""
        for chip in self._chips:
            chip.setMinimumHeight(appearance.target + 4)
        self._flow.invalidate()

    def set_number(self, number: int) -> None:
        """Mark the phase shown."""
        for at, chip in enumerate(self._chips):
            chip.setChecked(at == number)
            chip.setAccessibleDescription(self.tr("Shown") if at == number else "")

    def focus(self, number: int) -> None:
        """The keyboard on a phase."""
        if 0 <= number < len(self._chips):
            self._chips[number].setFocus()

    def has_keyboard(self) -> bool:
        """Whether a chip has the keyboard."""
        return any(chip.hasFocus() for chip in self._chips)

    @Slot()
    def _on_clicked(self) -> None:
        for number, chip in enumerate(self._chips):
            if chip is self.sender():
                self.phase_chosen.emit(number)
