"""One index as a list: letters or decades, and entries."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from historydesk.domain.entities import IndexEntry
from historydesk.domain.glossary import UNTOLD, GlossaryTerm
from historydesk.domain.reference import Reference
from historydesk.domain.spelling import fold
from historydesk.domain.values import dataclass
from historydesk.ui.theme.language_names import language_name

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The ``IndexEntry`` of a row; ``None`` for a heading."""

HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""The ``Heading`` of a row; ``None`` for an entry."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What entries stand under: its words, how many there are, and the chapter it leads to, if any.

    ``said`` is read to assistive technology where it is more than the words.
    """

    text: str
    count: str = ""
    chapter: str = ""
    said: str = ""


Row = Heading | IndexEntry | GlossaryTerm
"""A term becomes an entry when its line is asked for: there may be many."""


def entry_of(term: GlossaryTerm) -> IndexEntry:
    """A term with its word in its own language, and which language that is."""
    note = term.script
    if note and term.language != UNTOLD:
        note = f"{note}\u2002·\u2002{language_name(term.language)}"
    return IndexEntry(term.reference, term.title, note, term.sort_key)


def letter_of(key: str) -> str:
    """The letter that something sorted by ``key`` stands under."""
    first = key.lstrip()[:1]
    return first.upper() if first.isalpha() else ("#" if first else "")


def heading_of(entry: IndexEntry) -> str:
    """What an entry stands under: its first letter, the decade of an event, nothing for claims and journeys."""
    key = entry.sort_key.lstrip()
    if entry.reference.scheme == "event":
        number = key.split(" ")[0]
        if number.isdigit() and 0 < int(number) <= date.max.toordinal():
            return f"{date.fromordinal(int(number)).year // 10 * 10}s"
        return ""
    return "" if entry.reference.scheme in ("claim", "journey") else letter_of(key)


class IndexModel(QAbstractListModel):
    """The entries of one kind, in the order given, under headings, narrowed by a filter.

    Owned by ``IndexPage``.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[IndexEntry, ...] = ()
        self._folded: list[str] = []
        self._filter = ""
        self._only: frozenset[str] | None = None
        self._rows: list[Row] = []

    def set_entries(self, entries: tuple[IndexEntry, ...]) -> None:
        """Show these entries."""
        self._entries = entries
        self._folded = []
        self._rebuild()

    def set_filter(self, text: str) -> None:
        """Show only entries that hold ``text``, whatever its accents or spelling; empty shows all."""
        if text.strip() != self._filter:
            self._filter = text.strip()
            self._rebuild()

    def set_only(self, ids: frozenset[str] | None) -> None:
        """Show only these items; ``None`` shows all."""
        if ids != self._only:
            self._only = ids
            self._rebuild()

    def _rebuild(self) -> None:
        rows: list[Row] = []
        last = ""
        for entry in self._matching():
            if self._only is not None and entry.reference.target not in self._only:
                continue
            heading = heading_of(entry)
            if heading and heading != last:
                rows.append(Heading(heading))
                last = heading
            rows.append(entry)
        self.set_rows(rows)

    def set_rows(self, rows: list[Row]) -> None:
        """Show these lines, which were chosen and put in order elsewhere."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _matching(self) -> tuple[IndexEntry, ...]:
        if not self._filter:
            return self._entries
        if not self._folded:
            self._folded = [f"{e.title} {e.note}".lower() + "\n" + fold(e.title) for e in self._entries]
        typed, folded = self._filter.lower(), fold(self._filter)
        return tuple(
            entry
            for entry, words in zip(self._entries, self._folded, strict=True)
            if typed in words or (folded and folded in words)
        )

    def entry_count(self) -> int:
        """How many entries there are without the filter."""
        return len(self._entries)

    def row_of(self, reference: Reference) -> int:
        """The first row of an item; -1 when it is not shown."""
        id_, is_term = reference.target, reference.scheme == "term"
        for row, item in enumerate(self._rows):
            if isinstance(item, GlossaryTerm):
                if is_term and item.id == id_:
                    return row
            elif isinstance(item, IndexEntry) and item.reference == reference:
                return row
        return -1

    def first_row(self) -> int:
        """The first row that is an entry; -1 without."""
        return next((row for row, item in enumerate(self._rows) if not isinstance(item, Heading)), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Headings and entries."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Entries can be chosen, and headings that lead somewhere."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is not None and (not isinstance(row, Heading) or row.chapter):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Words of an entry or heading; the value itself; words for assistive technology."""
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if isinstance(item, GlossaryTerm):
            item = entry_of(item)
        said: dict[int, object]
        if isinstance(item, Heading):
            said = {HEADING_ROLE: item, Qt.ItemDataRole.AccessibleTextRole: item.said or item.text}
            if item.chapter:
                said[Qt.ItemDataRole.ToolTipRole] = item.text
            return item.text if role == Qt.ItemDataRole.DisplayRole else said.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == ENTRY_ROLE:
            return item
        spoken = f"{item.title}, {item.note}" if item.note else item.title
        return spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
