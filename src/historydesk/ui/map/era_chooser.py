"""The years whose frontiers the map can show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance

YEARS = (1900, 1924, 1929, 1936)
TODAY = 2025
LAST_YEARS = (1917, 1926, 1935)
"""Up to these years the frontiers of 1900, 1924 and 1929 stand for a year."""


def era_of(year: int) -> int:
    """The year among ``YEARS`` whose frontiers stand for a year."""
    return next((era for era, last in zip(YEARS, LAST_YEARS, strict=False) if year <= last), YEARS[-1])


class EraChooser(QFrame):
    """A button for each year, and one that lets the year follow the story; owned by the atlas.

    The year follows until the person chooses one.
    """

    year_changed = Signal(int, bool)
    """A year to show names and frontiers of; whether they are today's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._story_year = 1929
        self._chosen = 0
        self._by_journey = False
        self.setObjectName("eras")
        self.setAccessibleName(self.tr("Frontiers of the year"))
        row = QHBoxLayout()
        row.setSpacing(2)
        self.buttons: dict[int, QPushButton] = {}
        for year in (*YEARS, TODAY):
            today = year == TODAY
            button = QPushButton(self.tr("Today") if today else str(year), self)
            button.setProperty("role", "nav")
            button.setCheckable(True)
            button.setAccessibleName(
                self.tr("Frontiers of today") if today else self.tr("Frontiers of {year}").format(year=year)
            )
            button.clicked.connect(partial(self._on_year, year))
            row.addWidget(button)
            self.buttons[year] = button
        self.follow = QPushButton(self)
        self.follow.setProperty("role", "quiet")
        self.follow.clicked.connect(self._on_follow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5, 5, 5, 5)
        rows.setSpacing(2)
        rows.addLayout(row)
        rows.addWidget(self.follow)
        self._mark()
        self.set_appearance(default_appearance())

    @property
    def year(self) -> int:
        """The year shown."""
        return self._chosen or self._story_year

    @property
    def is_today(self) -> bool:
        """Whether names and frontiers are today's."""
        return self._chosen == TODAY

    def follows(self) -> bool:
        """Whether the year is the story's."""
        return not self._chosen

    def set_story_year(self, year: int, *, by_journey: bool = False) -> None:
        """The year of the chapter, stretch of time or stop; shown unless the person chose one."""
        self._by_journey = by_journey
        before = self.year
        self._story_year = year
        self._mark()
        if self.year != before:
            self.year_changed.emit(self.year, self.is_today)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        css = appearance.theme.css
        line = css("edge" if appearance.theme.is_high_contrast else "rule")
        self.setStyleSheet(
            f"#eras {{ background: {css('card')}; border: 1px solid {line}; border-radius: 12px; }}"
        )
        self.follow.setFont(appearance.interface_face(14))
        self._mark()

    def _mark(self) -> None:
        shown = TODAY if self.is_today else era_of(self.year)
        for year, button in self.buttons.items():
            button.setChecked(year == shown)
        story = self.tr("Follow the journey") if self._by_journey else self.tr("Follow the chapter")
        self.follow.setText(story)
        # Only where it would change something: a year that follows needs no button.
        self.follow.setVisible(bool(self._chosen))
        self.follow.setToolTip(
            self.tr("Show names and frontiers of {year} again").format(year=self._story_year)
        )
        self.adjustSize()

    def _on_year(self, year: int) -> None:
        self._show(year)

    @Slot()
    def _on_follow(self) -> None:
        focused = self.follow.hasFocus()
        self._show(0)
        if focused:
            self.buttons[era_of(self.year)].setFocus()

    def _show(self, chosen: int) -> None:
        self._chosen = chosen
        self._mark()
        self.year_changed.emit(self.year, self.is_today)
