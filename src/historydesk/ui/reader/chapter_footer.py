"""The ways on at the end of a chapter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from historydesk.domain.chapter import Chapter
from historydesk.ui.theme import Appearance, default_appearance

NARROW = 420
"""Below this width (at 100 % text) the two ways stand one above the other."""


GAP = 16


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


class QuizButton(WayButton):
    """The way to the questions of the chapter, as wide as the column. Owned by the footer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(forward=True, parent=parent)
        self.setObjectName("chapter-quiz")
        self._count = 0

    def set_questions(self, chapter_id: str, count: int) -> None:
        """How many there are; hidden without any."""
        self._count = count
        self.set_way(chapter_id if count else "", quiz_title())
        self.setAccessibleName(f"{quiz_title()}, {self._label().removesuffix(' →')}")

    def _label(self) -> str:
        if self._count == 1:
            return self.tr("1 question →")
        return self.tr("{count} questions →").format(count=self._count)

    def _side(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft


def quiz_title() -> str:
    """The name of the way to the questions."""
    return QCoreApplication.translate("ChapterFooter", "Check what you know")


class ChapterFooter(QWidget):
    """Questions, previous and next below the text. Owned by the chapter view, which places it after the last
    line."""

    chapter_requested = Signal(str)
    quiz_requested = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.back = WayButton(forward=False, parent=self)
        self.forward = WayButton(forward=True, parent=self)
        self.quiz = QuizButton(self)
        self.quiz.clicked.connect(self._on_quiz)
        self.quiz.entered.connect(self.entered)
        self.quiz.hide()
        self._row = QVBoxLayout(self)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.quiz)
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
    def has_ways(self) -> bool:
        """Whether there is anywhere to go on to."""
        return any(button.chapter_id for button in (self.quiz, self.back, self.forward))

    def set_chapter(self, chapter: Chapter) -> None:
        """Name the neighbours of a chapter."""
        self.quiz.set_questions(chapter.summary.id, chapter.questions)
        self.back.set_way(chapter.previous, chapter.previous_title)
        self.forward.set_way(chapter.next, chapter.next_title)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.quiz.set_appearance(appearance)
        self.back.set_appearance(appearance)
        self.forward.set_appearance(appearance)

    def room_for(self, column: int, appearance: Appearance, chapter: Chapter) -> int:
        """Height kept free below the text of a chapter in a column of this width."""
        px = appearance.px
        gap, under = round(px(26)), round(px(30))
        ways = [
            title
            for way, title in ((chapter.previous, chapter.previous_title), (chapter.next, chapter.next_title))
            if way
        ]
        quiz = way_height(quiz_title(), column, appearance) if chapter.questions else 0
        if not ways:
            self._row.setContentsMargins(0, gap, 0, under)
            return gap + quiz + under if quiz else under
        stacked = column < px(NARROW)
        width = column if stacked else (column - GAP) // 2
        heights = [way_height(title, width, appearance) for title in ways]
        self._row.setContentsMargins(0, gap, 0, under)
        direction = QHBoxLayout.Direction.TopToBottom if stacked else QHBoxLayout.Direction.LeftToRight
        self._pair.setDirection(direction)
        for button in (self.back, self.forward):
            room = button.sizePolicy()
            room.setRetainSizeWhenHidden(not stacked)
            button.setSizePolicy(room)
        quiz += GAP if quiz else 0
        return gap + quiz + under + (sum(heights) + GAP * (len(heights) - 1) if stacked else max(heights))

    def focus_first(self) -> bool:
        """Put the keyboard on the first way; false when there is none."""
        for button in (self.quiz, self.back, self.forward):
            if button.chapter_id:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    @Slot()
    def _on_quiz(self) -> None:
        self.quiz_requested.emit(self.quiz.chapter_id)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, WayButton):
            self.chapter_requested.emit(button.chapter_id)
