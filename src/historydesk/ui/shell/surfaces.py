"""The screens, each made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from historydesk import paths
from historydesk.errors import ResourceError
from historydesk.services.services import Services
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.theme import Appearance

if TYPE_CHECKING:
    from historydesk.ui.evidence.evidence_page import EvidencePage
    from historydesk.ui.home.home_page import HomePage
    from historydesk.ui.index.card_pane import CardPane
    from historydesk.ui.index.index_page import IndexPage
    from historydesk.ui.index.item_pane import ItemPane
    from historydesk.ui.map.atlas_page import AtlasPage
    from historydesk.ui.map.companion_map import CompanionMap
    from historydesk.ui.map.home_picture import HomePicture
    from historydesk.ui.map.item_map import ItemMap
    from historydesk.ui.map.map_view import MapView
    from historydesk.ui.people.people_page import PeoplePage
    from historydesk.ui.practice.practice_page import PracticePage
    from historydesk.ui.quiz.quiz_page import QuizPage
    from historydesk.ui.reader.reader_page import ReaderPage
    from historydesk.ui.timeline.timeline_page import TimelinePage
    from historydesk.ui.timeline.timeline_strip import TimelineStrip


class Surfaces:
    """Makes and keeps the screens of the window; owned by it. Each is made once, by its desk."""

    def __init__(self, services: Services, stack: QStackedWidget) -> None:
        self._services = services
        self._stack = stack
        self._appearance: Appearance | None = None
        self._base: BaseMap | None = None
        self._base_tried = False
        self.home: HomePage | None = None
        self.picture: HomePicture | None = None
        self.home_strip: TimelineStrip | None = None
        self.reader: ReaderPage | None = None
        self.companion: CompanionMap | None = None
        self.strip: TimelineStrip | None = None
        self.atlas: AtlasPage | None = None
        self.timeline: TimelinePage | None = None
        self.people: PeoplePage | None = None
        self.evidence: EvidencePage | None = None
        self.quiz: QuizPage | None = None
        self.index: IndexPage | None = None
        self.practice: PracticePage | None = None
        self._looking: list[QWidget] = []

    def set_appearance(self, appearance: Appearance) -> None:
        """Give all screens this look, those to come too."""
        self._appearance = appearance
        for surface in self._looking:
            surface.set_appearance(appearance)  # type: ignore[attr-defined]

    def base_map(self) -> BaseMap | None:
        """Coasts and borders; without them the person is told once, and places stand on an empty plane."""
        if not self._base_tried:
            self._base_tried = True
            try:
                self._base = BaseMap.load(paths.base_map())
            except ResourceError as fault:
                self._services.notifier.report(fault, once="base map")
        return self._base

    def make_home(self) -> tuple[HomePage, HomePicture, TimelineStrip]:
        """The home page, its picture and its strip."""
        from historydesk.ui.home.home_page import HomePage
        from historydesk.ui.map.home_picture import HomePicture
        from historydesk.ui.timeline.timeline_strip import TimelineStrip

        self.picture = HomePicture(self.base_map())
        self.home_strip = TimelineStrip()
        self.home = HomePage(self.picture, self.home_strip)
        self._keep(self.home, self.picture, self.home_strip)
        return self.home, self.picture, self.home_strip

    def make_reader(self) -> tuple[ReaderPage, CompanionMap, TimelineStrip]:
        """The reading page, its map and its strip."""
        from historydesk.ui.map.companion_map import CompanionMap
        from historydesk.ui.reader.reader_page import ReaderPage
        from historydesk.ui.timeline.timeline_strip import TimelineStrip

        self.companion = CompanionMap(self.base_map())
        self._watch(self.companion.map)
        self.strip = TimelineStrip()
        self.reader = ReaderPage(self.companion, self.strip)
        self._keep(self.reader, self.companion, self.strip)
        return self.reader, self.companion, self.strip

    def make_atlas(self) -> AtlasPage:
        """The whole map."""
        from historydesk.ui.map.atlas_page import AtlasPage

        self.atlas = AtlasPage(self.base_map())
        self._watch(self.atlas.map)
        self._keep(self.atlas)
        return self.atlas

    def make_timeline(self) -> tuple[TimelinePage, CompanionMap, CardPane]:
        """The timeline, the map beside it, and the card below that."""
        from historydesk.ui.index.card_pane import CardPane
        from historydesk.ui.map.companion_map import CompanionMap
        from historydesk.ui.timeline.timeline_page import TimelinePage

        companion, card = CompanionMap(self.base_map()), CardPane()
        self._watch(companion.map)
        # In its place from the start: Qt forgets fonts of polished labels when their window changes.
        self.timeline = TimelinePage(companion, card, self._stack)
        self._keep(self.timeline, companion, card)
        return self.timeline, companion, card

    def make_evidence(self) -> tuple[EvidencePage, dict[str, tuple[ItemPane, ItemMap]]]:
        """The evidence, and its panes for claims and sources, each with the map of what it shows."""
        from historydesk.ui.evidence.evidence_page import EvidencePage
        from historydesk.ui.index.item_pane import ItemPane
        from historydesk.ui.map.item_map import ItemMap

        pictures = ItemMap(self.base_map()), ItemMap(self.base_map())
        claim, source = (ItemPane(each, leads_to_evidence=False) for each in pictures)
        # In its place from the start, as the timeline is.
        self.evidence = EvidencePage(claim, source, self._stack)
        self._keep(self.evidence, claim, source, *pictures)
        return self.evidence, {"claim": (claim, pictures[0]), "source": (source, pictures[1])}

    def make_quiz(self) -> QuizPage:
        """The questions of a chapter."""
        from historydesk.ui.quiz.quiz_page import QuizPage

        # In its place from the start, as the timeline.
        self.quiz = QuizPage(self._stack)
        self._keep(self.quiz)
        return self.quiz

    def make_people(self) -> tuple[PeoplePage, CardPane, TimelineStrip]:
        """Who stood with whom, the card beside it, and the strip of time."""
        from historydesk.ui.index.card_pane import CardPane
        from historydesk.ui.people.people_page import PeoplePage
        from historydesk.ui.timeline.timeline_strip import TimelineStrip

        card, strip = CardPane(), TimelineStrip()
        # In its place from the start, as the timeline is.
        self.people = PeoplePage(card, strip, self._stack)
        self._keep(self.people, card, strip)
        return self.people, card, strip

    def make_index(self) -> tuple[IndexPage, ItemMap]:
        """The index of everything, and the map of the item shown."""
        from historydesk.ui.index.index_page import IndexPage
        from historydesk.ui.map.item_map import ItemMap

        picture = ItemMap(self.base_map())
        # In its place from the start, as the timeline is.
        self.index = IndexPage(picture, self._stack)
        self._keep(self.index, picture)
        return self.index, picture

    def make_practice(self) -> PracticePage:
        """Flash cards of the glossary."""
        from historydesk.ui.practice.practice_page import PracticePage

        # In its place from the start, as the timeline.
        self.practice = PracticePage(self._stack)
        self._keep(self.practice)
        return self.practice

    def _watch(self, view: MapView) -> None:
        """Tell the person once when a layer of a map cannot be drawn."""
        view.faulted.connect(self._on_map_fault)

    def _on_map_fault(self, fault: BaseException) -> None:
        self._services.notifier.report(fault, once="map layer")

    def _keep(self, page: QWidget, *parts: QWidget) -> None:
        self._looking += [page, *parts]
        if self._appearance is not None:
            for surface in (*parts, page):
                surface.set_appearance(self._appearance)  # type: ignore[attr-defined]
        self._stack.addWidget(page)
