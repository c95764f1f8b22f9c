"""How a search result is drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from historydesk.domain.search import Hit
from historydesk.ui.search.results_model import HEADING_ROLE, HIT_ROLE
from historydesk.ui.theme import Appearance

PAD = 14


class ResultDelegate(QStyledItemDelegate):
    """Headings in small letters; hits as a title over one line of text with its matches marked.

    Every row of a kind has the same height, so a list of any length needs no measuring.
    Owned by ``SearchPanel``.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Fonts and colours."""
        self._appearance = appearance
        self._title = appearance.interface_face(15, weight=500)
        self._snippet = appearance.interface_face(13.5)
        self._heading = appearance.interface_face(12, weight=600)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        self._title_height = QFontMetricsF(self._title).height()
        self._snippet_height = QFontMetricsF(self._snippet).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least a touch target for what can be chosen."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return QSize(80, round(QFontMetricsF(self._heading).height() + 20))
        height = self._title_height + 16 + (self._snippet_height + 2 if hit.snippet else 0)
        return QSize(80, max(self._appearance.target, round(height)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        color = self._appearance.theme.color
        rect: QRect = option.rect
        heading = index.data(HEADING_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading is not None:
            painter.setFont(self._heading)
            painter.setPen(color("soft_ink"))
            inner = rect.adjusted(PAD, 8, -PAD, -4)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(inner, flags, str(heading).upper())
            painter.restore()
            return
        hit = index.data(HIT_ROLE)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(6, 1, -6, -1), 8, 8)
        if chosen:
            painter.setBrush(color("red"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect.x() + 6, rect.y() + 8, 3, rect.height() - 16), 1.5, 1.5)
        room = rect.width() - 2 * PAD - 4
        used = self._title_height + (self._snippet_height + 2 if hit.snippet else 0)
        top = rect.y() + (rect.height() - used) / 2
        left = float(rect.x() + PAD + 2)
        title = QFontMetricsF(self._title).elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        query = index.model().property("query") or ""
        self._draw_line(
            painter, title, _found(title, str(query)), QPointF(left, top), font=self._title, token="ink"
        )
        if hit.snippet:
            text, marks = self._window(hit, room)
            point = QPointF(left, top + self._title_height + 2)
            self._draw_line(painter, text, marks, point, font=self._snippet, token="soft_ink")
        painter.restore()

    def _window(self, hit: Hit, room: float) -> tuple[str, list[tuple[int, int]]]:
        """As much of the snippet as fits on a line, beginning so that the first match is in sight."""
        metrics = QFontMetricsF(self._snippet)
        text = " ".join(hit.snippet.split("\n"))
        start = 0
        if hit.marks:
            first, length = hit.marks[0]
            while metrics.horizontalAdvance(text[start : first + length]) > room * 0.7:
                space = text.find(" ", start + 1)
                if space < 0 or space >= first:
                    break
                start = space + 1
        lead = "… " if start else ""
        shift = len(lead) - start
        shown = metrics.elidedText(lead + text[start:], Qt.TextElideMode.ElideRight, room)
        marks = []
        for begin, length in hit.marks:
            left = max(begin + shift, len(lead))
            right = min(begin + length + shift, len(shown))
            if right > left:
                marks.append((left, right - left))
        return shown, marks

    def _draw_line(
        self,
        painter: QPainter,
        text: str,
        marks: list[tuple[int, int]],
        at: QPointF,
        *,
        font: QFont,
        token: str,
    ) -> None:
        theme = self._appearance.theme
        layout = QTextLayout(text, font)
        formats = []
        for start, length in marks:
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = length
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            bold.setForeground(theme.color("ink"))
            bold.setBackground(theme.color("highlight"))
            bold.setFontUnderline(theme.is_high_contrast)
            part.format = bold
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        painter.setPen(theme.color(token))
        layout.draw(painter, at)


def _found(title: str, query: str) -> list[tuple[int, int]]:
    """Where the words of the query stand in a title, as typed."""
    low = title.lower()
    if len(low) != len(title):
        return []
    marks: list[tuple[int, int]] = []
    for word in query.lower().split():
        at = low.find(word)
        if at >= 0 and not any(start < at + len(word) and at < start + length for start, length in marks):
            marks.append((at, len(word)))
    return sorted(marks)
