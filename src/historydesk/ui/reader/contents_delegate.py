"""How a row of the contents looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.records import ReadingPlace
from historydesk.ui.reader.contents_model import ContentsRole
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import pixmap

LEFT = 22
NUMBER = 30
RIGHT = 16


class ContentsDelegate(QStyledItemDelegate):
    """Paints headings and chapters. Owned by the contents panel."""

    def __init__(self, view: QAbstractItemView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._appearance = default_appearance()
        self.width = 268
        self._heights: dict[tuple[str, str, bool, int], int] = {}

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self._heights.clear()

    # -- fonts and measures ---------------------------------------------------------------------

    def _title_face(self, current: bool) -> QFont:
        return self._appearance.interface_face(14.5, weight=600 if current else 400, chrome=False)

    def _small_face(self) -> QFont:
        return self._appearance.interface_face(12.5, chrome=False)

    def _title_left(self) -> int:
        return LEFT + round(self._appearance.px(NUMBER))

    def _side(self) -> int:
        return QFontMetrics(self._small_face()).horizontalAdvance("88\u202fmin") + 8

    def _title_width(self) -> int:
        return max(60, self.width - self._title_left() - self._side() - RIGHT)

    def _title_lines(self, text: str, current: bool) -> list[str]:
        """At most two lines (four of large text); the last ends in an ellipsis when there would be more."""
        most = 4 if self._appearance.text_percent > 140 else 2
        face = self._title_face(current)
        layout = QTextLayout(text, face)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        # A word longer than the line is broken rather than written over the minutes.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        while len(lines) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._title_width())
            start = line.textStart()
            lines.append(text[start : start + line.textLength()].strip())
            if len(lines) == most and start + line.textLength() < len(text):
                rest = text[start:]
                lines[-1] = QFontMetrics(face).elidedText(
                    rest, Qt.TextElideMode.ElideRight, self._title_width()
                )
        layout.endLayout()
        return lines or [""]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least 40 px high; two lines of title and the section take more."""
        least = self._appearance.target
        chapter = index.data(ContentsRole.SUMMARY)
        if index.data(ContentsRole.QUESTIONS) is not None:
            return QSize(self.width, max(least, round(self._appearance.px(36))))
        if not isinstance(chapter, ChapterSummary):
            small = QFontMetrics(self._small_face()).height()
            return QSize(self.width, max(least, small + round(self._appearance.px(22))))
        current = bool(index.data(ContentsRole.CURRENT))
        section = str(index.data(ContentsRole.SECTION) or "")
        key = (chapter.title, section and "s", current, self.width)
        if key not in self._heights:
            count = len(self._title_lines(chapter.title, current))
            high = QFontMetrics(self._title_face(current)).lineSpacing() * count
            if section:
                high += QFontMetrics(self._small_face()).lineSpacing() + 2
            self._heights[key] = max(least, high + round(self._appearance.px(20)))
        return QSize(self.width, self._heights[key])

    # -- painting -------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        painter.save()
        theme = self._appearance.theme
        box: QRect = option.rect
        chapter = index.data(ContentsRole.SUMMARY)
        current = bool(index.data(ContentsRole.CURRENT))
        if current:
            painter.fillRect(box, theme.color("page"))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), theme.color("red"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.color("rule"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        elif self._is_under_mouse(box):
            painter.fillRect(box, theme.color("hover"))
        questions = index.data(ContentsRole.QUESTIONS)
        if questions is not None:
            self._paint_questions(painter, box, str(index.data()), questions)
        elif isinstance(chapter, ChapterSummary):
            self._paint_chapter(painter, box, index, chapter, current)
        else:
            self._paint_heading(painter, box, index)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(5, 2, -3, -2), 6, 6)
        painter.restore()

    def _is_under_mouse(self, box: QRect) -> bool:
        # The view knows it too, but asking the option for its state loads QStyle, 8 ms of the start.
        viewport = self._view.viewport()
        return viewport.underMouse() and box.contains(viewport.mapFromGlobal(QCursor.pos()))

    def _paint_heading(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._appearance.theme
        face = self._small_face()
        face.setWeight(QFont.Weight.DemiBold)
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._appearance.px(0.9))
        face.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(face)
        painter.setPen(theme.color("soft_ink"))
        fold = round(self._appearance.px(16))
        words = box.adjusted(LEFT, 0, -(RIGHT + fold + 4), -round(self._appearance.px(6)))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        middle = words.bottom() - painter.fontMetrics().height() / 2
        x = box.right() - RIGHT - fold / 2
        reach = self._appearance.px(3.5)
        if index.data(ContentsRole.COLLAPSED):
            arrow = [
                (x - reach / 2, middle - reach),
                (x + reach / 2, middle),
                (x - reach / 2, middle + reach),
            ]
        else:
            arrow = [
                (x - reach, middle - reach / 2),
                (x, middle + reach / 2),
                (x + reach, middle - reach / 2),
            ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("soft_ink"), 1.5))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in arrow]))

    def _paint_questions(self, painter: QPainter, box: QRect, title: str, count: str) -> None:
        """The way to a chapter's questions, quietly below it."""
        color = self._appearance.theme.color("soft_ink")
        side = round(self._appearance.px(15))
        drawn = pixmap("list-checks", color, side, painter.device().devicePixelRatioF())
        left = self._title_left()
        painter.drawPixmap(QPointF(left, box.center().y() - side / 2 + 1), drawn)
        painter.setFont(self._small_face())
        painter.setPen(color)
        words = box.adjusted(left + side + 8, 0, -RIGHT, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, count)
        room = words.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, shown)

    def _paint_signs(self, painter: QPainter, right: QRect, signs: list[str]) -> None:
        """What was done with a chapter, from right to left: read, its questions answered."""
        side = round(self._appearance.px(16))
        x = right.right() - side + 1
        for sign in signs:
            color = self._appearance.theme.color("blue" if sign == "check" else "soft_ink")
            drawn = pixmap(sign, color, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(x, right.center().y() - side / 2 + 1), drawn)
            x -= side + 4

    def _paint_chapter(
        self,
        painter: QPainter,
        box: QRect,
        index: QModelIndex | QPersistentModelIndex,
        chapter: ChapterSummary,
        current: bool,
    ) -> None:
        theme = self._appearance.theme
        face = self._title_face(current)
        metrics = QFontMetrics(face)
        lines = self._title_lines(chapter.title, current)
        section = str(index.data(ContentsRole.SECTION) or "")
        small = self._small_face()
        high = metrics.lineSpacing() * len(lines)
        if section:
            high += QFontMetrics(small).lineSpacing() + 2
        top = box.top() + (box.height() - high) // 2
        base = top + metrics.ascent()
        number = self._appearance.reading_face(14)
        number.setFeature(QFont.Tag("onum"), 1)
        painter.setFont(number)
        painter.setPen(theme.color("soft_ink"))
        painter.drawText(QPointF(LEFT, base), str(chapter.number))
        painter.setFont(face)
        painter.setPen(theme.color("ink"))
        left = self._title_left()
        for line in lines:
            painter.drawText(QPointF(left, base), line)
            base += metrics.lineSpacing()
        if section:
            painter.setFont(small)
            painter.setPen(theme.color("soft_ink"))
            words = painter.fontMetrics().elidedText(
                section, Qt.TextElideMode.ElideRight, box.width() - left - RIGHT
            )
            below = top + metrics.lineSpacing() * len(lines) + 2 + painter.fontMetrics().ascent()
            painter.drawText(QPointF(left, below), words)
        place = index.data(ContentsRole.PLACE)
        right = QRect(box.right() - RIGHT - self._side(), top, self._side(), metrics.lineSpacing())
        signs = [
            sign
            for sign, there in (
                ("check", isinstance(place, ReadingPlace) and place.finished),
                ("list-checks", index.data(ContentsRole.QUIZ)),
            )
            if there
        ]
        if signs:
            self._paint_signs(painter, right, signs)
        elif chapter.minutes:
            painter.setFont(small)
            painter.setPen(theme.color("soft_ink"))
            minutes = self.tr("{minutes} min").format(minutes=chapter.minutes).replace(" ", "\u202f")
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, minutes)
        if isinstance(place, ReadingPlace) and 0 < place.share < 1 and not place.finished:
            track = QRectF(left, box.bottom() - 5, box.width() - left - RIGHT, 2)
            painter.fillRect(track, theme.color("rule"))
            track.setWidth(max(2.0, track.width() * place.share))
            painter.fillRect(track, theme.color("red" if current else "edge"))
