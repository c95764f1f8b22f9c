"""What is told of one figure: what it counts, how sure it is, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from historydesk.domain.evidence import Figure
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.words import Words


class FigureNote(QScrollArea):
    """Stands below a chart and follows pointer and keyboard; owned by ``NumbersView``."""

    source_requested = Signal(Reference)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self.wish = 0
        """Pixels of height that all its words take, as a rule."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QFrame()
        page.setProperty("role", "panel")
        self._head, self._counts, self._more = Words(parent=page), Words(parent=page), Words(parent=page)
        self.source = QPushButton(page)
        self.source.setProperty("role", "link")
        self.source.setCursor(Qt.CursorShape.PointingHandCursor)
        self.source.clicked.connect(self._on_source)
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 10, 32, 6)
        column.setSpacing(2)
        for words in (self._head, self._counts, self._more):
            column.addWidget(words)
        column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.setWidget(page)

    def show_figure(self, figure: Figure) -> None:
        """Tell of a figure."""
        self._figure = figure
        self._head.setText(f"{figure.said_by}: {figure.label}")
        kind = self.tr("Recorded.") if figure.recorded else self.tr("Estimated.")
        counts = self.tr("What is counted: {what}").format(what=figure.counts) if figure.counts else ""
        self._counts.setText(" ".join(filter(None, (kind, counts))))
        sure = QCoreApplication.translate("Card", figure.confidence) if figure.confidence else ""
        confidence = self.tr("Confidence: {grade}").format(grade=sure) if sure else ""
        self._more.setText(" ".join(filter(None, (_closed(figure.note), confidence))))
        self._more.setVisible(bool(self._more.text()))
        self.source.setText(figure.source.label if figure.source is not None else "")
        self.source.setAccessibleName(self.source.text())
        self.source.setVisible(figure.source is not None)
        self.setAccessibleName(self._head.text())

    def told(self) -> str:
        """All that is said now, a line each."""
        lines = (self._head, self._counts, self._more)
        return "\n".join(words.text() for words in lines if words.text())

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        color = appearance.theme.color
        self._head.set_look(appearance.interface_face(15, weight=600, chrome=False), color("ink"), 1.35)
        self._counts.set_look(appearance.reading_face(15.5), color("ink"), 1.4)
        self._more.set_look(appearance.reading_face(15), color("soft_ink"), 1.4)
        self.wish = round(appearance.px(92)) + appearance.target

    @Slot()
    def _on_source(self) -> None:
        if self._figure is not None and self._figure.source is not None:
            self.source_requested.emit(self._figure.source.reference)


def _closed(note: str) -> str:
    """A note that ends a sentence."""
    return note if not note or note[-1] in ".!?”" else f"{note}."
