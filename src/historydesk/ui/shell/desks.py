"""The desks of the screens, each made with its screen when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from historydesk.domain.location import Screen
from historydesk.services.services import Services
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.surfaces import Surfaces

if TYPE_CHECKING:
    from historydesk.ui.shell.home_desk import HomeDesk
    from historydesk.ui.shell.period import Period
    from historydesk.ui.shell.reading_desk import ReadingDesk


class Desks:
    """Knows which desk serves which screen; owned by the window. ``made`` is called once for each."""

    def __init__(
        self, services: Services, surfaces: Surfaces, window: QObject, made: Callable[[Desk], None]
    ) -> None:
        self._services, self._surfaces, self._window = services, surfaces, window
        self._made = made
        self._desks: dict[Screen, Desk] = {}
        self._period: Period | None = None
        self._leading: Screen = "home"
        self.home: HomeDesk | None = None
        self.reading: ReadingDesk | None = None

    def need(self, screen: Screen) -> Desk:
        """The desk of a screen."""
        if screen in ("read", "timeline"):
            self._leading = screen
        if screen not in self._desks:
            makers: dict[Screen, Callable[[], Desk]] = {
                "home": self._make_home,
                "read": self._make_reading,
                "map": self._make_map,
                "timeline": self._make_timeline,
                "people": self._make_people,
                "quiz": self._make_quiz,
                "evidence": self._make_evidence,
                "index": self._make_index,
                "practice": self._make_practice,
            }
            self._desks[screen] = desk = makers[screen]()
            self._made(desk)
        return self._desks[screen]

    def get(self, screen: str) -> Desk | None:
        """The desk of a screen that was shown."""
        return next((desk for name, desk in self._desks.items() if name == screen), None)

    def all(self) -> list[Desk]:
        """The desks there are."""
        return list(self._desks.values())

    def _make_home(self) -> Desk:
        from historydesk.ui.shell.home_desk import HomeDesk

        page, picture, strip = self._surfaces.make_home()
        self.home = HomeDesk(self._services, page, picture, strip, self._window)
        return self.home

    def _make_reading(self) -> Desk:
        from historydesk.ui.shell.reading_desk import ReadingDesk

        page, companion, strip = self._surfaces.make_reader()
        self.reading = ReadingDesk(self._services, page, companion, strip, self._window)
        return self.reading

    def _make_map(self) -> Desk:
        from historydesk.ui.shell.map_desk import MapDesk

        page, period = self._surfaces.make_atlas(), self._need_period()
        return MapDesk(self._services, page, period, self._chapter_year, self._window)

    def _chapter_year(self) -> int:
        return self.reading.year if self.reading is not None else 0

    def _make_timeline(self) -> Desk:
        from historydesk.ui.shell.timeline_desk import TimelineDesk

        page, companion, card = self._surfaces.make_timeline()
        return TimelineDesk(self._services, page, companion, card, self._need_period(), self._window)

    def _make_evidence(self) -> Desk:
        from historydesk.ui.shell.evidence_desk import EvidenceDesk

        page, panes = self._surfaces.make_evidence()
        return EvidenceDesk(self._services, page, panes, self._window)

    def _make_quiz(self) -> Desk:
        from historydesk.ui.shell.quiz_desk import QuizDesk

        return QuizDesk(self._services, self._surfaces.make_quiz(), self._window)

    def _make_people(self) -> Desk:
        from historydesk.ui.shell.people_desk import PeopleDesk

        page, card, strip = self._surfaces.make_people()
        return PeopleDesk(self._services, page, card, strip, self._need_period(), self._cursor, self._window)

    def _make_index(self) -> Desk:
        from historydesk.ui.shell.index_desk import IndexDesk

        page, picture = self._surfaces.make_index()
        return IndexDesk(self._services, page, picture, self._need_period(), self._window)

    def _make_practice(self) -> Desk:
        from historydesk.ui.shell.practice_desk import PracticeDesk

        return PracticeDesk(self._services, self._surfaces.make_practice(), self._window)

    def _cursor(self) -> tuple[int, int]:
        """The days of the chapter or of the event of the timeline seen last; zeros without one."""
        desk = self._desks.get(self._leading)
        return desk.days if desk is not None else (0, 0)

    def _need_period(self) -> Period:
        """The chosen stretch of time, made with the first screen that heeds it."""
        if self._period is None:
            from historydesk.ui.shell.period import Period

            self._period = Period(self._services.library, self._services.settings, self._window)
        return self._period
