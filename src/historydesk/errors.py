"""The exception tree: what can go wrong in the world, as facts a person can act on."""

from __future__ import annotations

from pathlib import Path


class HistoryDeskError(Exception):
    """Something in the world (not a bug) that stops a task.

    ``summary`` is one plain sentence, ``remedy`` says what to do; ``str()`` joins them.
    """

    def __init__(self, summary: str, remedy: str = "", *, path: Path | None = None) -> None:
        super().__init__(summary, remedy)
        self.summary = summary
        self.remedy = remedy
        self.path = path

    def __str__(self) -> str:
        return f"{self.summary} {self.remedy}".strip()


class PackError(HistoryDeskError):
    """A compiled pack cannot be used."""


class PackMissingError(PackError):
    """There is no file at the given path, or it cannot be read."""


class NotAPackError(PackError):
    """The file is not a HistoryDesk pack."""


class PackTooNewError(PackError):
    """The pack was made for a newer program."""


class PackTooOldError(PackError):
    """The pack was made for an earlier program."""


class PackDamagedError(PackError):
    """The pack is truncated or its content does not match its hash."""


class UnknownItemError(PackError):
    """The pack holds no item with that id."""


class BuildError(HistoryDeskError):
    """Authored text has errors; nothing was written. ``problems`` lists them all."""


class RecordsError(HistoryDeskError):
    """The reader's own records cannot be read or written."""


class ResourceError(HistoryDeskError):
    """A file that belongs to the program is missing or broken."""
