"""The head of the page of people: its title, and which picture is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words

LEAST_BESIDE = 900
"""Pixels at 100 % from which on the pictures are chosen beside the title, else below it."""

LONGEST = 36
"""Most letters of a ruling body's name on its control; the title of its picture has all."""


class PeopleHead(QWidget):
    """Title and controls; owned by the page, which fills and follows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._kicker = Words(self.tr("People").upper(), self)
        self.title = Words(parent=self)
        self.all_phases = self._switch(self.tr("All phases"))
        self.sides = self._switch(self.tr("One phase"))
        self.council = self._switch("")
        self.as_list = QPushButton(self.tr("As a list"), self)
        self.as_list.setProperty("role", "secondary")
        self.as_list.setCheckable(True)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._kicker)
        names.addWidget(self.title)
        self._tabs = QWidget(self)
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.setSpacing(8)
        for button in (self.all_phases, self.sides, self.council):
            tabs.addWidget(button)
        tabs.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(names, 0, 0)
        self._grid.addWidget(self.as_list, 0, 2, Qt.AlignmentFlag.AlignBottom)
        self._is_beside: bool | None = None
        self._arrange()

    def _switch(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAccessibleName(text)
        return button

    def set_council(self, title: str) -> None:
        """What the ruling body is called."""
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
        self.council.setText(short.replace("&", "&&"))
        self.council.setAccessibleName(title)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        kicker = appearance.interface_face(13, weight=600, chrome=False)
        kicker.setLetterSpacing(kicker.SpacingType.AbsoluteSpacing, 0.8)
        self._kicker.set_look(kicker, color("red"))
        self.title.set_look(appearance.reading_face(32, weight=700), color("ink"), 1.2, balanced=True)
        self._arrange()

    def _arrange(self) -> None:
        """The pictures beside the title where there is room for both, else below it."""
        beside = self.width() >= self._appearance.px(LEAST_BESIDE)
        if beside == self._is_beside:
            return
        self._is_beside = beside
        self._grid.removeWidget(self._tabs)
        if beside:
            self._grid.addWidget(self._tabs, 0, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._grid.addWidget(self._tabs, 1, 0, 1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()
