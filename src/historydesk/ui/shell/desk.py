"""What every desk does: it fills one screen and answers for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from historydesk.domain.entities import Card
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services


class Desk(QObject):
    """Stands between the services and one screen; base of the desks, which the window owns.

    A desk makes its screen, brings values to it and turns what the screen asks for into one of these wishes.
    """

    location_requested = Signal(Location)
    """Go there; ``Location("read")`` without a chapter goes on where reading was left."""

    reference_requested = Signal(Reference, QRect)
    """A reference was activated; the rectangle of its words on the screen."""

    reference_hovered = Signal(Reference, QRect)
    hover_left = Signal()

    export_requested = Signal()
    format_requested = Signal(str)
    """One format is wanted as a file: its name."""
    """Something of the pack is wanted as a file."""

    sized_first = False
    """Whether the screen is shown before it is filled, so that long text is laid out once."""

    def __init__(self, services: Services, page: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.page = page

    def open(self, location: Location, position: object) -> None:
        """Fill the screen for an address, exactly as it was left when there is a ``position``."""
        raise NotImplementedError

    def lay_out_unseen(self) -> None:
        """Give the parts of a page that has its size their own, though nobody sees the window yet."""

    def position(self) -> object:
        """What ``open`` needs to bring back exactly this view."""
        return None

    @property
    def days(self) -> tuple[int, int]:
        """First and last day of what the screen has its time from; zeros where it has none."""
        return 0, 0

    @property
    def passage(self) -> str | None:
        """The passage being read; ``None`` where nothing is read."""
        return None

    def panes(self) -> list[QWidget]:
        """The parts of the screen that F6 walks over."""
        return [self.page]

    def focus(self) -> None:
        """Put the keyboard where one goes on."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> bool:
        """The keyboard to where one finds something on this screen; whether there is such a place."""
        return False

    def take(self, reference: Reference) -> bool:
        """Show a reference on the screen itself rather than in a card; whether the screen did."""
        return False

    def card_closed(self) -> None:
        """The card over the screen is gone."""

    def forget(self) -> None:
        """The language changed: what was brought to the screen is brought again when it is next opened."""

    def cite_anew(self) -> None:
        """Sources are cited in another style: what names them is brought again, in its place."""

    def _card(self, reference: Reference) -> Card | None:
        """A card, or ``None`` and a notice."""
        try:
            return self._services.library.card(reference)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            return None

    def _ask(self, reference: Reference) -> None:
        """Pass on a reference activated by the control that has the keyboard."""
        focused = QApplication.focusWidget() or self.page
        words = QRect(focused.mapToGlobal(focused.rect().topLeft()), focused.size())
        self.reference_requested.emit(reference, words)
