"""Keeps the quiz on the questions of a chapter and the answers given."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from historydesk.domain.chapter import Chapter
from historydesk.domain.location import Location
from historydesk.domain.quiz import Given, KeptAnswer, Question
from historydesk.domain.quiz_attempt import fingerprint_of, still_valid
from historydesk.domain.quiz_passage import telling
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.quiz.quiz_page import QuizPage
from historydesk.ui.shell.desk import Desk


class QuizDesk(Desk):
    """Brings questions to the quiz and keeps what was answered, except at a kiosk; owned by the window."""

    def __init__(self, services: Services, page: QuizPage, parent: QObject) -> None:
        super().__init__(services, page, parent)
        self._page = page
        self._chapter: Chapter | None = None
        self._questions: tuple[Question, ...] = ()
        self._attempt = 1
        page.answered.connect(self._on_answered)
        page.passage_requested.connect(self._on_passage)
        page.chapter_requested.connect(self._on_chapter)
        page.retake_requested.connect(self._on_retake)
        page.save_requested.connect(self._on_save)
        page.reference_requested.connect(self._on_reference)
        page.set_can_save(services.policy.allows("export"))
        services.progress.opened.connect(self._on_records_opened)

    def open(self, location: Location, position: object) -> None:
        """Show a chapter's questions, where one was when there is a ``position``."""
        library = self._services.library
        chapter = library.chapter(location.chapter)

        def fill() -> None:
            here = self._services.reading.location
            if here is None or here.screen != "quiz" or here.chapter != chapter.summary.id:
                return
            try:
                self._fill(chapter, library.questions(chapter.summary.id))
            except HistoryDeskError as fault:
                self._services.notifier.report(fault)
                return
            if isinstance(position, int):
                self._page.go_to(position)
            self.focus()

        library.when_prepared(fill)

    def _fill(self, chapter: Chapter, questions: tuple[Question, ...]) -> None:
        kept: dict[str, KeptAnswer] = {}
        if self._services.policy.remembers:
            answers = self._services.progress.answers.get(chapter.summary.id, {})
            kept = still_valid(questions, answers)
        self._chapter, self._questions = chapter, questions
        self._attempt = max((answer.attempt for answer in kept.values()), default=1)
        given = {id_: answer.given for id_, answer in kept.items() if answer.attempt == self._attempt}
        self._page.set_quiz(chapter.summary.title, questions, self._attempt, given)

    def position(self) -> object:
        """The question shown."""
        return self._page.at

    def focus(self) -> None:
        """The first answer of the question."""
        self._page.focus_first()

    def panes(self) -> list[QWidget]:
        """One column."""
        return [self._page.column]

    @Slot(str, object, bool)
    def _on_answered(self, id_: str, given: Given, is_right: bool) -> None:
        question = self._question(id_)
        if self._chapter is None or question is None or not self._services.policy.remembers:
            return
        print_, chapter = fingerprint_of(question), self._chapter.summary.id
        self._services.progress.save_answer(KeptAnswer(chapter, id_, print_, self._attempt, given, is_right))

    @Slot()
    def _on_records_opened(self) -> None:
        """The questions were there before what was answered: show them again, unless one was answered since."""
        if self._chapter is not None and self._page.is_untouched:
            self._fill(self._chapter, self._questions)

    @Slot()
    def _on_retake(self) -> None:
        """Begin anew, with answers in another order; what was kept stays until it is answered again."""
        if self._chapter is not None:
            self._attempt += 1
            self._page.set_quiz(self._chapter.summary.title, self._questions, self._attempt, {})
            self.focus()

    @Slot(str)
    def _on_passage(self, id_: str) -> None:
        question = self._question(id_)
        if self._chapter is not None and question is not None:
            place = telling(question, self._chapter)
            self.location_requested.emit(Location("read", chapter=place.chapter, passage=place.passage))

    @Slot()
    def _on_chapter(self) -> None:
        if self._chapter is not None:
            self.location_requested.emit(Location("read", chapter=self._chapter.summary.id))

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)

    @Slot()
    def _on_save(self) -> None:
        """Ask where, and write the sheet there."""
        if self._chapter is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder, f"{self._chapter.summary.id}.pdf"))
        path, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the quiz as a PDF"), name, self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_sheet(Path(path))

    def save_sheet(self, path: Path) -> None:
        """Write the sheet with its key; a place that cannot be written is said in the window."""
        from historydesk.ui.quiz.quiz_sheet import save_sheet

        if self._chapter is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            save_sheet(path, self._services.library.info.title, self._chapter.summary.title, self._questions)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)

    def _question(self, id_: str) -> Question | None:
        return next((each for each in self._questions if each.id == id_), None)
