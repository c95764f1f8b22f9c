"""The contents of a pack as list rows: part headings, chapters, and ways to their questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.records import ReadingPlace
from historydesk.domain.values import dataclass

Index = QModelIndex | QPersistentModelIndex


class ContentsRole(IntEnum):
    """What the delegate asks for beside the title."""

    SUMMARY = Qt.ItemDataRole.UserRole.value + 1
    PART = Qt.ItemDataRole.UserRole.value + 2
    COLLAPSED = Qt.ItemDataRole.UserRole.value + 3
    PLACE = Qt.ItemDataRole.UserRole.value + 4
    CURRENT = Qt.ItemDataRole.UserRole.value + 5
    SECTION = Qt.ItemDataRole.UserRole.value + 6
    QUIZ = Qt.ItemDataRole.UserRole.value + 7
    QUESTIONS = Qt.ItemDataRole.UserRole.value + 8
    CHAPTER = Qt.ItemDataRole.UserRole.value + 9


Quizzes = Mapping[str, tuple[int, int]]
"""Chapter → how many of its questions were answered, and how many there are."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, a chapter, or the way to a chapter's questions."""

    part_id: str
    part: str
    chapter: ChapterSummary | None
    leads_to_quiz: bool = False


class ContentsModel(QAbstractListModel):
    """A stretch of the contents around what is being read. Owned by the contents panel.

    Only the chapters given by ``set_window`` are held: packs may have ten thousand. A window next to the
    one held is added to it, any other replaces it. Below the chapter that is open, and below those whose
    questions were begun, a row leads to the questions.
    """

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._chapters: list[ChapterSummary] = []
        self._rows: list[_Row] = []
        self._collapsed: set[str] = set()
        self._places: dict[str, ReadingPlace] = {}
        self._quizzes: dict[str, tuple[int, int]] = {}
        self._current = ""
        self._section = ""
        self._answers: dict[int, Callable[[_Row], Any]] = {
            Qt.ItemDataRole.DisplayRole.value: self._title,
            Qt.ItemDataRole.AccessibleTextRole.value: self._spoken,
            Qt.ItemDataRole.ToolTipRole.value: self._subtitle,
            ContentsRole.SUMMARY: self._summary,
            ContentsRole.PART: self._part,
            ContentsRole.COLLAPSED: self._is_collapsed,
            ContentsRole.PLACE: self._place,
            ContentsRole.CURRENT: self._is_current,
            ContentsRole.SECTION: self._section_of,
            ContentsRole.QUIZ: self._has_quiz,
            ContentsRole.QUESTIONS: self._questions,
            ContentsRole.CHAPTER: self._chapter_id,
        }

    @property
    def total(self) -> int:
        """Chapters in the whole pack."""
        return self._total

    @property
    def first(self) -> int:
        """Number of the first chapter held, 0 when none is."""
        return self._chapters[0].number if self._chapters else 0

    @property
    def last(self) -> int:
        """Number of the last chapter held, 0 when none is."""
        return self._chapters[-1].number if self._chapters else 0

    def set_window(self, total: int, summaries: Sequence[ChapterSummary]) -> None:
        """Take chapters in order of their numbers."""
        self._total = total
        fresh = [summary for summary in summaries if not self.first <= summary.number <= self.last]
        if self._chapters and fresh and fresh[0].number == self.last + 1 and len(fresh) == len(summaries):
            self._extend(fresh, before=False)
        elif self._chapters and fresh and fresh[-1].number == self.first - 1 and len(fresh) == len(summaries):
            self._extend(fresh, before=True)
        elif list(summaries) != self._chapters:
            self.beginResetModel()
            self._chapters = list(summaries)
            self._rows = self._make_rows(self._chapters)
            self.endResetModel()

    def _extend(self, fresh: list[ChapterSummary], *, before: bool) -> None:
        if before:
            rows = self._make_rows(fresh)
            if self._rows and rows and self._rows[0].part_id == fresh[-1].part_id:
                self.beginRemoveRows(QModelIndex(), 0, 0)
                del self._rows[0]
                self._chapters = self._chapters[:]
                self.endRemoveRows()
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows[:0] = rows
            self._chapters[:0] = fresh
            self.endInsertRows()
            return
        rows = self._make_rows(fresh)
        if rows and self._chapters[-1].part_id == fresh[0].part_id:
            rows = rows[1:]
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
        self._chapters += fresh
        if rows:
            self.endInsertRows()

    def _make_rows(self, chapters: Sequence[ChapterSummary]) -> list[_Row]:
        rows = []
        part = None
        for chapter in chapters:
            if chapter.part_id != part:
                part = chapter.part_id
                if chapter.part:
                    rows.append(_Row(chapter.part_id, chapter.part, None))
            if chapter.part_id not in self._collapsed or not chapter.part:
                rows += self._rows_of(chapter)
        return rows

    def _rows_of(self, chapter: ChapterSummary) -> list[_Row]:
        row = _Row(chapter.part_id, chapter.part, chapter)
        quiz = _Row(chapter.part_id, chapter.part, chapter, leads_to_quiz=True)
        return [row, quiz] if self._leads_to_quiz(chapter.id) else [row]

    def _leads_to_quiz(self, chapter_id: str) -> bool:
        answered, asked = self._quizzes.get(chapter_id, (0, 0))
        return asked > 0 and (chapter_id == self._current or 0 < answered < asked)

    def _renew_ways(self) -> None:
        """Add and take away the rows that lead to questions."""
        number = 0
        while number < len(self._rows):
            row = self._rows[number]
            number += 1
            if row.chapter is None or row.leads_to_quiz:
                continue
            wanted = self._leads_to_quiz(row.chapter.id)
            there = number < len(self._rows) and self._rows[number].leads_to_quiz
            if wanted and not there:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, self._rows_of(row.chapter)[1])
                self.endInsertRows()
            elif there and not wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()

    def set_places(self, places: Mapping[str, ReadingPlace]) -> None:
        """How far each chapter was read."""
        changed = {
            key for key in places.keys() | self._places.keys() if places.get(key) != self._places.get(key)
        }
        self._places = dict(places)
        for number, row in enumerate(self._rows):
            if row.chapter is not None and row.chapter.id in changed:
                self._touch(number)

    def set_quizzes(self, quizzes: Quizzes) -> None:
        """How far the questions of chapters were answered; of the chapters not named nothing is said."""
        changed = {
            id_ for id_ in quizzes.keys() | self._quizzes.keys() if quizzes.get(id_) != self._quizzes.get(id_)
        }
        self._quizzes = dict(quizzes)
        self._renew_ways()
        for number, row in enumerate(self._rows):
            if row.chapter is not None and row.chapter.id in changed:
                self._touch(number)

    def set_current(self, chapter_id: str, section: str = "") -> None:
        """Which chapter is open, and the section of it being read."""
        before, same = self._current, self._section == section
        if before == chapter_id and same:
            return
        self._current, self._section = chapter_id, section
        if before != chapter_id:
            self._renew_ways()
        for number, row in enumerate(self._rows):
            if row.chapter is not None and row.chapter.id in (before, chapter_id):
                self._touch(number)

    def toggle(self, part_id: str, collapsed: bool | None = None) -> None:
        """Fold or unfold the chapters of a part."""
        wanted = part_id not in self._collapsed if collapsed is None else collapsed
        if wanted == (part_id in self._collapsed):
            return
        heading = next(
            (n for n, row in enumerate(self._rows) if row.chapter is None and row.part_id == part_id), -1
        )
        if heading < 0:
            return
        if wanted:
            count = 0
            for row in self._rows[heading + 1 :]:
                if row.chapter is None or row.part_id != part_id:
                    break
                count += 1
            self._collapsed.add(part_id)
            if count:
                self.beginRemoveRows(QModelIndex(), heading + 1, heading + count)
                del self._rows[heading + 1 : heading + 1 + count]
                self.endRemoveRows()
        else:
            self._collapsed.discard(part_id)
            rows = [row for c in self._chapters if c.part_id == part_id for row in self._rows_of(c)]
            if rows:
                self.beginInsertRows(QModelIndex(), heading + 1, heading + len(rows))
                self._rows[heading + 1 : heading + 1] = rows
                self.endInsertRows()
        self._touch(heading)

    def row_of(self, chapter_id: str) -> int:
        """The row of a chapter, −1 when it is not among the rows."""
        own = (n for n, row in enumerate(self._rows) if row.chapter and row.chapter.id == chapter_id)
        return next(own, -1)

    def heading_of(self, row: int) -> int:
        """The row of the heading above a row, −1 without one."""
        return next((n for n in range(row, -1, -1) if self._rows[n].chapter is None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and chapters held and not folded away."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for the eye and, more fully, for assistive technology."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        answer = self._answers.get(role)
        return answer(row) if answer else None

    def _title(self, row: _Row) -> str:
        if row.leads_to_quiz:
            return self.tr("Questions")
        return row.chapter.title if row.chapter else row.part

    def _subtitle(self, row: _Row) -> str | None:
        return row.chapter.subtitle or None if row.chapter and not row.leads_to_quiz else None

    def _summary(self, row: _Row) -> ChapterSummary | None:
        return None if row.leads_to_quiz else row.chapter

    def _questions(self, row: _Row) -> str | None:
        """“3 of 6”, or only how many there are; ``None`` for another row."""
        if not row.leads_to_quiz or row.chapter is None:
            return None
        answered, asked = self._quizzes[row.chapter.id]
        if not answered:
            return str(asked)
        return self.tr("{answered} of {asked}").format(answered=answered, asked=asked)

    def _chapter_id(self, row: _Row) -> str:
        return row.chapter.id if row.chapter else ""

    def _part(self, row: _Row) -> str:
        return row.part_id

    def _is_collapsed(self, row: _Row) -> bool:
        return row.chapter is None and row.part_id in self._collapsed

    def _place(self, row: _Row) -> ReadingPlace | None:
        return self._places.get(row.chapter.id) if row.chapter else None

    def _has_quiz(self, row: _Row) -> bool:
        """Whether all its questions were answered."""
        answered, asked = self._quizzes.get(row.chapter.id, (0, 0)) if row.chapter else (0, 0)
        return 0 < asked == answered

    def _is_current(self, row: _Row) -> bool:
        return row.chapter is not None and row.chapter.id == self._current

    def _section_of(self, row: _Row) -> str:
        return self._section if self._is_current(row) and not row.leads_to_quiz else ""

    def _spoken(self, row: _Row) -> str:
        chapter = row.chapter
        if chapter is None:
            state = self.tr("folded") if row.part_id in self._collapsed else self.tr("unfolded")
            return self.tr("{part}, heading, {state}").format(part=row.part, state=state)
        if row.leads_to_quiz:
            answered, asked = self._quizzes[chapter.id]
            words = self.tr("{answered} of {count} answered") if answered else self.tr("{count} in all")
            said = words.format(answered=answered, count=asked)
            return self.tr("Questions of chapter {number}, {said}").format(number=chapter.number, said=said)
        parts = [self.tr("Chapter {number}: {title}").format(number=chapter.number, title=chapter.title)]
        if chapter.id == self._current:
            parts.append(self.tr("open now"))
        place = self._places.get(chapter.id)
        if place is not None and place.finished:
            parts.append(self.tr("finished"))
        elif place is not None and place.share > 0:
            parts.append(self.tr("{share} % read").format(share=round(place.share * 100)))
        if self._has_quiz(row):
            parts.append(self.tr("questions answered"))
        if chapter.minutes:
            one = chapter.minutes == 1
            many = self.tr("{count} minutes").format(count=chapter.minutes)
            parts.append(self.tr("1 minute") if one else many)
        return ", ".join(parts)

    def _touch(self, number: int) -> None:
        index = self.index(number)
        self.dataChanged.emit(index, index)
