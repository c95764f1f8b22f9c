"""The controls that lie over what the timeline drew, for assistive technology."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.values import dataclass
from historydesk.ui.timeline.event_button import EventButton

REST_MS = 160
"""After the last change the controls take their places."""


@dataclass(frozen=True, slots=True)
class Control:
    """What a control stands for: a key, what it is called, where it lies."""

    key: str
    name: str
    box: QRect


class EventControls(QObject):
    """Real, named buttons over the labels and brackets in sight; owned by the view.

    ``wanted`` says what is in sight. While the view moves there are none; once it rests they are laid out.
    """

    pressed = Signal(str)

    def __init__(self, wanted: Callable[[], Sequence[Control]], parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._view = parent
        self._buttons: list[EventButton] = []
        self._shown = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.lay_out)

    def unsettle(self) -> None:
        """Something changed: away with the controls until it rests."""
        for button in self._buttons[: self._shown]:
            button.hide()
        self._shown = 0
        if self._view.isVisible():
            self._rest.start()

    def rest(self) -> None:
        """Nobody sees the view: don't wait for anything."""
        self._rest.stop()

    @Slot()
    def lay_out(self) -> None:
        """Lay a control over each thing in sight, in the order given."""
        wanted = self._wanted()
        while len(self._buttons) < len(wanted):
            button = EventButton(self._view)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
        for button, control in zip(self._buttons, wanted, strict=False):
            button.key = control.key
            button.setAccessibleName(control.name)
            button.setGeometry(control.box)
            button.show()
        for button in self._buttons[len(wanted) :]:
            button.hide()
        self._shown = len(wanted)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, EventButton):
            self.pressed.emit(button.key)
