"""The ways on at the end of a chapter."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from historydesk.domain.chapter import Chapter
from historydesk.ui.theme import Appearance, default_appearance

NARROW = 420
"""Below this width (at 100 % text) the two ways stand one above the other."""


GAP = 16

_TERMS = re.compile(r'href="term:([^"]+)"')


def way_height(title: str, width: int, appearance: Appearance) -> int:
    """Height of a way on: its small word and at most two lines of title."""
    metrics = QFontMetrics(appearance.reading_face(17, weight=600))
    room = max(60, width - 2 * round(appearance.px(16)) - round(appearance.px(10)))
    lines = 2 if metrics.horizontalAdvance(title) > room else 1
    small = QFontMetrics(appearance.interface_face(12.5, weight=600, chrome=False))
    return int(round(appearance.px(28)) + small.height() + 4 + lines * metrics.height())


class WayButton(QAbstractButton):
    """One way on: "Next" above the chapter's title, with an arrow. Owned by the footer."""

    entered = Signal()

    def __init__(self, *, forward: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._forward = forward
        self._appearance = default_appearance()
        self.chapter_id = ""
        self._title = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName("next-chapter" if forward else "previous-chapter")

    def set_way(self, chapter_id: str, title: str) -> None:
        """Where it leads; hidden without a chapter."""
        self.chapter_id = chapter_id
        self._title = title
        label = self.tr("Next chapter: {title}") if self._forward else self.tr("Previous chapter: {title}")
        self.setAccessibleName(label.format(title=title))
        self.setVisible(bool(chapter_id))
        self.updateGeometry()
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Half the column, as high as the title needs."""
        return QSize(200, way_height(self._title, max(200, self.width()), self._appearance))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet card with two lines and an arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        px = self._appearance.px
        box = self.rect().adjusted(1, 1, -2, -2)
        painter.setPen(QPen(theme.color("edge" if self.underMouse() else "rule"), 1))
        painter.setBrush(theme.color("panel" if self.isDown() else "card"))
        painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        pad = round(px(16))
        inner = box.adjusted(pad, round(px(14)), -pad, -round(px(12)))
        arrow = round(px(24))
        side = self._side()
        painter.setFont(self._appearance.interface_face(12.5, weight=600, chrome=False))
        painter.setPen(theme.color("red"))
        small = painter.fontMetrics().height()
        painter.drawText(inner.adjusted(0, 0, 0, 0), side | Qt.AlignmentFlag.AlignTop, self._label())
        face = self._appearance.reading_face(17, weight=600)
        painter.setFont(face)
        painter.setPen(theme.color("ink"))
        words = inner.adjusted(arrow // 4 if side == Qt.AlignmentFlag.AlignRight else 0, small + 4, 0, 0)
        flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._title)

    def _label(self) -> str:
        return self.tr("Next →") if self._forward else self.tr("← Previous")

    def _side(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._forward else Qt.AlignmentFlag.AlignLeft


class CountedWay(WayButton):
    """A way to what belongs to the chapter, with how much there is of it. Owned by the footer."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(forward=True, parent=parent)
        self.setObjectName(name)
        self._counted = ""

    def set_counted(self, chapter_id: str, title: str, counted: str) -> None:
        """What it leads to and how much that is, in words; hidden without a chapter."""
        self._counted = counted
        self.set_way(chapter_id, title)
        self.setAccessibleName(f"{title}, {counted}")

    def _label(self) -> str:
        return f"{self._counted} →"

    def _side(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft


def quiz_title() -> str:
    """The name of the way to the questions."""
    return QCoreApplication.translate("ChapterFooter", "Check what you know")


def words_title() -> str:
    """The name of the way to the words of the glossary that a chapter uses."""
    return QCoreApplication.translate("ChapterFooter", "Words of this chapter")


def terms_in(chapter: Chapter) -> int:
    """How many different terms the text of a chapter links."""
    return len({term for passage in chapter.passages for term in _TERMS.findall(passage.html)})


class ChapterFooter(QWidget):
    """Questions, words, previous and next below the text. Owned by the chapter view, which places it after the last
    line."""

    chapter_requested = Signal(str)
    quiz_requested = Signal(str)
    words_requested = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.back = WayButton(forward=False, parent=self)
        self.forward = WayButton(forward=True, parent=self)
        self.quiz = CountedWay("chapter-quiz", self)
        self.quiz.clicked.connect(self._on_quiz)
        self.words = CountedWay("chapter-words", self)
        self.words.clicked.connect(self._on_words)
        self._row = QVBoxLayout(self)
        self._row.setSpacing(GAP)
        self._own = QHBoxLayout()
        self._own.setSpacing(GAP)
        self._row.addLayout(self._own)
        for own in (self.quiz, self.words):
            own.entered.connect(self.entered)
            own.hide()
            self._own.addWidget(own, 1)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(GAP)
        self._row.addLayout(self._pair)
        self._pair.addWidget(self.back, 1)
        self._pair.addWidget(self.forward, 1)
        for button in (self.back, self.forward):
            button.clicked.connect(self._on_clicked)
            button.entered.connect(self.entered)
            room = button.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            button.setSizePolicy(room)
        self.back.hide()
        self.forward.hide()

    @property
    def ways(self) -> tuple[WayButton, ...]:
        """All ways on, as Tab goes."""
        return self.quiz, self.words, self.back, self.forward

    @property
    def has_ways(self) -> bool:
        """Whether there is anywhere to go on to."""
        return any(button.chapter_id for button in self.ways)

    def set_chapter(self, chapter: Chapter) -> None:
        """Name the neighbours of a chapter, and what belongs to it."""
        questions, terms, id_ = chapter.questions, terms_in(chapter), chapter.summary.id
        asked = self.tr("1 question") if questions == 1 else self.tr("{count} questions")
        self.quiz.set_counted(id_ if questions else "", quiz_title(), asked.format(count=questions))
        named = self.tr("1 word") if terms == 1 else self.tr("{count} words")
        self.words.set_counted(id_ if terms else "", words_title(), named.format(count=terms))
        self.back.set_way(chapter.previous, chapter.previous_title)
        self.forward.set_way(chapter.next, chapter.next_title)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        for button in self.ways:
            button.set_appearance(appearance)

    def room_for(self, column: int, appearance: Appearance, chapter: Chapter) -> int:
        """Height kept free below the text of a chapter in a column of this width."""
        px = appearance.px
        gap, under = round(px(26)), round(px(30))
        ways = [
            title
            for way, title in ((chapter.previous, chapter.previous_title), (chapter.next, chapter.next_title))
            if way
        ]
        own = [quiz_title()] if chapter.questions else []
        if terms_in(chapter):
            own.append(words_title())
        stacked = column < px(NARROW)
        half = (column - GAP) // 2
        direction = QHBoxLayout.Direction.TopToBottom if stacked else QHBoxLayout.Direction.LeftToRight
        self._own.setDirection(direction)
        self._pair.setDirection(direction)
        self._row.setContentsMargins(0, gap, 0, under)
        width = column if stacked or len(own) == 1 else half
        above = _stretch([way_height(title, width, appearance) for title in own], stacked=stacked)
        if not ways:
            return gap + above + under if above else under
        heights = [way_height(title, column if stacked else half, appearance) for title in ways]
        for button in (self.back, self.forward):
            room = button.sizePolicy()
            room.setRetainSizeWhenHidden(not stacked)
            button.setSizePolicy(room)
        above += GAP if above else 0
        return gap + above + under + _stretch(heights, stacked=stacked)

    def focus_first(self) -> bool:
        """Put the keyboard on the first way; false when there is none."""
        for button in self.ways:
            if button.chapter_id:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    @Slot()
    def _on_quiz(self) -> None:
        self.quiz_requested.emit(self.quiz.chapter_id)

    @Slot()
    def _on_words(self) -> None:
        self.words_requested.emit(self.words.chapter_id)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, WayButton):
            self.chapter_requested.emit(button.chapter_id)


def _stretch(heights: list[int], *, stacked: bool) -> int:
    """Height of ways side by side or one above the other."""
    if not heights:
        return 0
    return sum(heights) + GAP * (len(heights) - 1) if stacked else max(heights)
