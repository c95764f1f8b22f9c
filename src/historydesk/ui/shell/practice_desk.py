"""Keeps the practice on a round of flash cards, and what was known."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import CardLink
from historydesk.domain.glossary import Glossary, GlossaryChoice, GlossaryTerm, choice_of
from historydesk.domain.location import Location
from historydesk.domain.practice import Front, PracticeCard, Round, begin
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.practice.practice_end import PracticeSummary
from historydesk.ui.practice.practice_page import PracticePage
from historydesk.ui.shell.desk import Desk
from historydesk.ui.theme.language_names import language_name

FRONT = "practice_front"
"""The setting that keeps what the front of a card shows."""


class PracticeDesk(Desk):
    """Deals the cards and keeps what was known, except at a kiosk; owned by the window."""

    def __init__(self, services: Services, page: PracticePage, parent: QObject) -> None:
        super().__init__(services, page, parent)
        self._page = page
        self._terms: dict[str, GlossaryTerm] = {}
        self._round = Round((), 0)
        page.answered.connect(self._on_answered)
        page.front_chosen.connect(self._on_front)
        page.finish_requested.connect(self._on_finish)
        page.glossary_requested.connect(self._on_glossary)
        page.again_requested.connect(self._on_again)
        page.start_over_requested.connect(self._on_start_over)
        page.reference_requested.connect(self._on_reference)
        page.set_front(self._front)

    def open(self, location: Location, position: object) -> None:
        """Deal the terms that the address names, or go on with the round there was."""
        self._terms = {}
        self._page.show_message(self.tr("Opening…"))
        self._services.library.load_glossary(partial(self._fill, location, position))

    def _fill(self, location: Location, position: object, glossary: Glossary) -> None:
        if self._services.reading.location != location:
            return
        choice = choice_of(location)
        self._terms = {term.id: term for term in glossary.chosen(choice)}
        self._page.set_what(self._what(choice, glossary))
        if not self._terms:
            self._page.show_message(self.tr("There is no such word in the glossary."))
        elif isinstance(position, tuple):
            self._round, is_turned = position
            self._show(is_turned=is_turned)
        else:
            self._begin()
        self.focus()

    def _what(self, choice: GlossaryChoice, glossary: Glossary) -> str:
        chapter = glossary.chapter(choice.chapter)
        if chapter is not None:
            parts = [self.tr("Words of “{chapter}”").format(chapter=chapter.title)]
        else:
            is_all = choice == GlossaryChoice()
            parts = [self.tr("All words of the glossary") if is_all else self.tr("Words of the glossary")]
        if choice.language:
            parts.append(language_name(choice.language))
        if choice.words:
            parts.append(self.tr("with “{words}”").format(words=choice.words))
        return ", ".join(parts)

    def position(self) -> object:
        """The round, and the side of the card that is shown."""
        return (self._round, self._page.card.is_turned) if self._terms else None

    def panes(self) -> list[QWidget]:
        """The card, and the answers under it."""
        return [self._page.column, self._page.ways]

    def focus(self) -> None:
        """The card."""
        self._page.focus_first()

    # -- the round ------------------------------------------------------------------------------

    @property
    def _front(self) -> Front:
        return "meaning" if self._services.settings.text(FRONT) == "meaning" else "term"

    @property
    def _known(self) -> frozenset[str]:
        return self._services.progress.known_terms if self._services.policy.remembers else frozenset()

    def _begin(self) -> None:
        self._round = begin(self._terms, self._known, time.time_ns())
        self._show()

    def _show(self, *, is_turned: bool = False) -> None:
        term = self._terms.get(self._round.card)
        if term is None:
            self._show_end()
            return
        library = self._services.library
        try:
            html, uses = library.card(term.reference).html, library.uses(term.reference)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            self._page.show_message(self.tr("This word cannot be shown."))
            return
        words = self.tr("Chapter {number}: {title}")
        links: dict[str, CardLink] = {}
        for use in uses:
            label = words.format(number=use.chapter_number, title=use.chapter_title)
            there = Reference("chapter", f"{use.chapter_id}#{use.passage_id}")
            links.setdefault(use.chapter_id, CardLink(label, there))
        card = PracticeCard(term, html, tuple(links.values()))
        self._page.show_card(card, self._round, is_turned=is_turned)

    def _show_end(self) -> None:
        put_off = [self._terms[each] for each in self._round.put_off if each in self._terms]
        kept = len(self._known & self._terms.keys())
        links = tuple(CardLink(term.title, term.reference) for term in put_off)
        self._page.show_end(PracticeSummary(self._round.total, self._round.seen, links, kept))

    @Slot(bool)
    def _on_answered(self, knew: bool) -> None:
        if self._services.policy.remembers:
            self._services.progress.save_known_terms({self._round.card: knew})
        self._round = self._round.answered(knew=knew)
        self._show()

    @Slot(str)
    def _on_front(self, front: str) -> None:
        self._services.settings.set(FRONT, front)
        self._page.set_front(self._front)

    @Slot()
    def _on_finish(self) -> None:
        """Leave it at that: the end, or the glossary when nothing was answered."""
        if not self._round.seen:
            self._on_glossary()
            return
        self._round = Round((), self._round.total, self._round.known, self._round.put_off)
        self._show()

    @Slot()
    def _on_again(self) -> None:
        self._begin()
        self.focus()

    @Slot()
    def _on_start_over(self) -> None:
        """Forget which of these terms were known."""
        self._services.progress.save_known_terms(dict.fromkeys(self._terms, False))
        self._on_again()

    @Slot()
    def _on_glossary(self) -> None:
        self.location_requested.emit(Location("index"))

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)
