"""What the list of the evidence screen shows, a line for each item."""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from historydesk.domain.citation import entry_words
from historydesk.domain.evidence import Evidence
from historydesk.domain.spelling import fold
from historydesk.domain.values import dataclass

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The ``Line`` of a row."""

TABS = ("claim", "debate", "estimate", "source")
"""What the screen has tabs for; each is also the first half of the keys of its items."""

VERDICTS = ("accurate", "imprecise", "disputed", "wrong", "unsourced")
PRIMARY, SECONDARY = "primary", "secondary"

_ITALIC = re.compile(r"<em>(.*?)</em>")


@dataclass(frozen=True, slots=True)
class Line:
    """An item: its key (``claim:cl-04``), title, a note below it.

    ``kind`` is the verdict of a claim ("wrong") or whether a source is primary; ``chip`` the English word that is
    shown of it, or "". ``italics`` are (start, length) in the title.
    """

    key: str
    title: str
    note: str = ""
    kind: str = ""
    chip: str = ""
    italics: tuple[tuple[int, int], ...] = ()


def lines_of(evidence: Evidence) -> dict[str, tuple[Line, ...]]:
    """The lines of each tab."""
    return {
        "claim": tuple(
            Line(f"claim:{each.id}", each.title, kind=each.verdict, chip=each.verdict.capitalize())
            for each in evidence.claims
        ),
        "debate": tuple(
            Line(f"debate:{each.id}", each.title, " · ".join(side.title for side in each.positions))
            for each in evidence.debates
        ),
        "estimate": tuple(Line(f"estimate:{each.id}", each.title, each.unit) for each in evidence.tables),
        "source": tuple(
            Line(
                f"source:{each.id}",
                each.citation,
                kind=PRIMARY if each.is_primary else SECONDARY,
                chip="Primary source" if each.is_primary else "",
                italics=_italics(each.html, each.citation),
            )
            for each in evidence.sources
        ),
    }


def _italics(html: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the italics of an entry stand among its words."""
    found, past = [], 0
    for match in _ITALIC.finditer(html):
        inside = entry_words(match[1])
        start = words.find(inside, max(past, len(entry_words(html[: match.start()]))))
        if inside and start >= 0:
            found.append((start, len(inside)))
            past = start + len(inside)
    return tuple(found)


class LinesModel(QAbstractListModel):
    """The lines of one tab, narrowed by words and by a kind; owned by ``EvidencePage``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Line, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._rows

    def show_lines(self, lines: tuple[Line, ...], words: str = "", kind: str = "") -> None:
        """Show those lines that hold ``words``, whatever their accents, and are of ``kind``; "" heeds neither."""
        low, folded = words.strip().lower(), fold(words)
        rows = tuple(
            line
            for line in lines
            if (not kind or line.kind == kind)
            and (
                not low
                or low in f"{line.title} {line.note}".lower()
                or (folded and folded in fold(f"{line.title} {line.note}"))
            )
        )
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of an item; -1 when it is not shown."""
        return next((row for row, line in enumerate(self._rows) if line.key == key), -1)

    def first_key(self) -> str:
        """The key of the first row; "" without."""
        return self._rows[0].key if self._rows else ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title; the line itself; words for assistive technology."""
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chip = QCoreApplication.translate("Card", line.chip) if line.chip else ""
            return ", ".join(filter(None, (line.title, chip, line.note)))
        return None
