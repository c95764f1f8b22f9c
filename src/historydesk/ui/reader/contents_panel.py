"""The contents at the left of a chapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScroller, QVBoxLayout, QWidget

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.records import ReadingPlace
from historydesk.ui.reader.contents_delegate import ContentsDelegate
from historydesk.ui.reader.contents_model import ContentsModel, ContentsRole, Quizzes
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.viewport import own_viewport

WINDOW = 200
"""Chapters asked for at a time."""


class ContentsList(QListView):
    """The rows; Left and Right fold and unfold. Owned by the contents panel."""

    chosen = Signal(str)
    quiz_chosen = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        viewport = own_viewport(self)
        self.setObjectName("contents")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Contents"))
        self.clicked.connect(self._on_clicked)
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)

    def model(self) -> ContentsModel:
        """The model, by its own class."""
        model = super().model()
        assert isinstance(model, ContentsModel)
        return model

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        chapter = index.data(ContentsRole.SUMMARY)
        if index.data(ContentsRole.QUESTIONS) is not None:
            self.quiz_chosen.emit(index.data(ContentsRole.CHAPTER))
        elif isinstance(chapter, ChapterSummary):
            self.chosen.emit(chapter.id)
        elif index.isValid():
            self.model().toggle(str(index.data(ContentsRole.PART)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap in the width there is."""
        super().resizeEvent(event)
        delegate = self.itemDelegate()
        if isinstance(delegate, ContentsDelegate) and delegate.width != self.viewport().width():
            delegate.width = self.viewport().width()
            self.doItemsLayout()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Left and Right fold."""
        index = self.currentIndex()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(index)
        elif key == Qt.Key.Key_Left and index.isValid():
            heading = self.model().heading_of(index.row())
            if heading >= 0:
                self.setCurrentIndex(self.model().index(heading))
                if heading == index.row():
                    self.model().toggle(str(index.data(ContentsRole.PART)), True)
        elif key == Qt.Key.Key_Right and index.isValid():
            if not index.data(ContentsRole.CHAPTER):
                self.model().toggle(str(index.data(ContentsRole.PART)), False)
        else:
            super().keyPressEvent(event)


class ContentsPanel(QFrame):
    """Headings and chapters with what has been read. Owned by the reader page."""

    chapter_requested = Signal(str)
    quiz_requested = Signal(str)
    window_requested = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contents-panel")
        self.setAutoFillBackground(True)
        self.model = ContentsModel(self)
        self.list = ContentsList(self)
        self._delegate = ContentsDelegate(self.list, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.chosen.connect(self.chapter_requested)
        self.list.quiz_chosen.connect(self.quiz_requested)
        self.list.resized.connect(self._reveal)
        self.list.verticalScrollBar().valueChanged.connect(self._ask_for_more)
        self._asked: tuple[int, int] | None = None
        self._current = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.addWidget(self.list)

    def set_contents(self, total: int, summaries: Sequence[ChapterSummary]) -> None:
        """Take a stretch of chapters; asks for the next one when it is scrolled to."""
        before = self._top_row()
        self._asked = None
        self.model.set_window(total, summaries)
        if before is not None:
            chapter_id, offset = before
            row = self.model.row_of(chapter_id)
            if row >= 0:
                moved = self.list.visualRect(self.model.index(row)).top() - offset
                bar = self.list.verticalScrollBar()
                bar.setValue(bar.value() + moved)
        elif self._current:
            self._reveal()

    def set_places(self, places: Mapping[str, ReadingPlace]) -> None:
        """How far each chapter was read."""
        self.model.set_places(places)

    def set_quizzes(self, quizzes: Quizzes) -> None:
        """How many of whose questions were answered, and how many there are."""
        self.model.set_quizzes(quizzes)

    def set_current(self, chapter_id: str, section: str = "") -> None:
        """Mark the chapter that is open and the section being read."""
        new = chapter_id != self._current
        self._current = chapter_id
        self.model.set_current(chapter_id, section)
        self.list.scheduleDelayedItemsLayout()
        if new:
            self._reveal()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._delegate.set_appearance(appearance)
        colors = self.palette()
        panel = appearance.theme.color("panel")
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            colors.setColor(role, panel)
        self.setPalette(colors)
        self.list.setPalette(colors)
        self.setStyleSheet(f"QFrame#contents-panel {{ background: {panel.name()}; border: none; }}")
        self.list.setStyleSheet("QListView#contents { background: transparent; border: none; padding: 0; }")
        self.list.doItemsLayout()

    @Slot()
    def _reveal(self) -> None:
        row = self.model.row_of(self._current)
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            bar = self.list.verticalScrollBar()
            view = self.list.viewport().height()
            if self.list.visualRect(index).bottom() + bar.value() < view:
                bar.setValue(0)
            else:
                self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _top_row(self) -> tuple[str, int] | None:
        view: QRect = self.list.viewport().rect()
        y = 0
        while y < view.height():
            index = self.list.indexAt(QPoint(8, y))
            if not index.isValid():
                return None
            chapter = index.data(ContentsRole.SUMMARY)
            box = self.list.visualRect(index)
            if isinstance(chapter, ChapterSummary):
                return chapter.id, box.top()
            y = box.bottom() + 1
        return None

    @Slot()
    def _ask_for_more(self) -> None:
        bar = self.list.verticalScrollBar()
        page = self.list.viewport().height()
        model = self.model
        wanted: tuple[int, int] | None = None
        if bar.value() >= bar.maximum() - page and 0 < model.last < model.total:
            wanted = (model.last + 1, min(WINDOW, model.total - model.last))
        elif bar.value() <= page and model.first > 1:
            first = max(1, model.first - WINDOW)
            wanted = (first, model.first - first)
        if wanted is not None and wanted != self._asked:
            self._asked = wanted
            self.window_requested.emit(*wanted)
