"""Messages for the person, kept until a window listens."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from historydesk.domain.values import dataclass
from historydesk.errors import HistoryDeskError

Kind = Literal["note", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """One plain sentence and what to do about it."""

    text: str
    remedy: str = ""
    kind: Kind = "note"


class Notifier(QObject):
    """Takes messages from anywhere in the GUI thread; owned by the composition root, heard by the window."""

    message_added = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._listening = False
        self._said: set[str] = set()

    def listen(self) -> None:
        """A window shows messages from now on: deliver what waited."""
        self._listening = True
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.message_added.emit(message)

    def say(self, text: str, remedy: str = "", *, kind: Kind = "note", once: str = "") -> None:
        """Tell the person something; with ``once`` a second message of that name is dropped."""
        if once:
            if once in self._said:
                return
            self._said.add(once)
        message = Message(text, remedy, kind)
        if self._listening:
            self.message_added.emit(message)
        else:
            self._waiting.append(message)

    def report(self, fault: BaseException, *, once: str = "") -> None:
        """Phrase what went wrong: the world's errors in their own words, a bug in ours; never a traceback."""
        message = phrase(fault)
        self.say(message.text, message.remedy, kind="warning", once=once)


def phrase(fault: BaseException) -> Message:
    """What to say about an exception."""
    if isinstance(fault, HistoryDeskError):
        return Message(fault.summary, fault.remedy, "warning")
    return Message(
        QCoreApplication.translate("Notifier", "Something went wrong inside the program."),
        QCoreApplication.translate("Notifier", "You can go on reading. The details are in the log."),
        "warning",
    )
