"""The chapters: each read, checked and written in every language, then forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from historydesk.domain.chapter import BRIEF_ID
from historydesk.domain.content_note import NOTE_ID
from historydesk.packs.compilation import ChapterText, Compilation
from historydesk.packs.compiled_text import CompiledPassage, CompiledText
from historydesk.packs.edtf_dates import DateError, ParsedDate, parse_date
from historydesk.packs.evidence import STRICT, check_passages, doubted
from historydesk.packs.folder import PAGE_LIMIT
from historydesk.packs.front_matter import FrontMatter, read_front_matter
from historydesk.packs.gift import PASSAGE, GiftReader
from historydesk.packs.passage_years import PassageYears
from historydesk.store.search_index import PASSAGE as PASSAGE_KIND

WORDS_A_MINUTE = 200
"""Reading speed for school texts, rounded up to whole minutes a chapter."""

BRIEF_WORDS = range(90, 131)
"""Words of a short version, which is read standing in a minute and a half."""

Progress = Callable[[int, int], None]
"""Chapters done and chapters in all."""


_Question = tuple[str, str, dict[str, Any]]
"""Id, kind and data of a question."""


class ChapterCompiler:
    """Compiles the chapters in the order of the plan, with their quizzes; owned by the compiler."""

    def __init__(self, run: Compilation, progress: Progress | None) -> None:
        self._run = run
        self._progress = progress
        self._doubts = doubted(run.catalogue) if run.plan.evidence == STRICT else frozenset()

    def write(self) -> dict[str, int]:
        """Every chapter in every language; the minutes of reading by language."""
        plan = self._run.plan
        own = plan.languages[0]
        order = [(part.id, part.line, chapter) for part in plan.parts for chapter in part.chapters]
        listed = {chapter for _, _, chapter in order}
        minutes = dict.fromkeys(plan.languages, 0)
        for lang in plan.languages:
            self._check_listed(lang, listed)
        for number, (part, line, chapter) in enumerate(order, start=1):
            path = f"{own}/chapters/{chapter}.md"
            if not self._run.folder.has(path):
                if not self._run.folder.is_refused(path):
                    self._run.problems.error(
                        "pack.toml", line, f"there is no file {path}", "write it or take it off the list"
                    )
                continue
            written = self._chapter(number, part, chapter, path, own, None)
            if written is None:
                continue
            self._run.counts["chapters"] += 1
            self._run.counts["passages"] += len(written.text.passages)
            minutes[own] += written.minutes
            if not any(scheme == "place" for p in written.text.passages for scheme, _ in p.references):
                self._run.problems.warning(
                    path, 1, f"the chapter “{chapter}” names no place", "link one with place:"
                )
            self._write_translations(number, part, chapter, written, minutes)
            if self._progress is not None:
                self._progress(number, len(order))
        return minutes

    def _check_listed(self, lang: str, listed: set[str]) -> None:
        for path in self._run.folder.under(f"{lang}/chapters/", ".md"):
            name = path.removeprefix(f"{lang}/chapters/").removesuffix(".md")
            if name not in listed:
                self._run.problems.error(
                    path,
                    1,
                    "this chapter is not listed in pack.toml",
                    "add it to the chapters of a part or move it away",
                )
        for path in self._run.folder.under(f"{lang}/quiz/", ".gift"):
            name = path.removeprefix(f"{lang}/quiz/").removesuffix(".gift")
            if name not in listed:
                self._run.problems.error(
                    path, 1, f"there is no chapter “{name}” for this quiz", "name the file after a chapter"
                )

    def _write_translations(
        self, number: int, part: str, chapter: str, written: _Written, minutes: dict[str, int]
    ) -> None:
        own = self._run.plan.languages[0]
        for lang in self._run.plan.languages[1:]:
            path = f"{lang}/chapters/{chapter}.md"
            translated = None
            if self._run.folder.has(path):
                translated = self._chapter(number, part, chapter, path, lang, written)
            else:
                self._run.problems.warning(
                    path,
                    1,
                    f"the chapter “{chapter}” is not translated",
                    f"write it; until then {own} is shown",
                )
            if translated is None:
                self._write_chapter_rows(number, part, chapter, lang, written, fallback=1)
                quiz = f"{lang}/quiz/{chapter}.gift"
                questions = self._translated_questions(quiz, chapter, written.questions)
                self._write_questions(number, lang, questions)
            minutes[lang] += (translated or written).minutes

    def _chapter(  # noqa: PLR0917
        self, number: int, part: str, chapter: str, path: str, lang: str, original: _Written | None
    ) -> _Written | None:
        text = self._run.folder.read_text(path, PAGE_LIMIT)
        if text is None:
            return None
        matter = read_front_matter(path, text, self._run.problems, translation=original is not None)
        if matter is None:
            return None
        if matter.fields.get("id", chapter) != chapter:
            self._run.problems.error(
                path,
                matter.line("id"),
                f"the id “{matter.fields['id']}” is not the file’s name",
                f"write id: {chapter}",
            )
        date = original.date if original else self._span(path, matter)
        before = original.text.passages if original else ()
        note = matter.fields.get("content_note", "")
        opening: list[CompiledPassage] = []
        if note:
            line = matter.line("content_note")
            html, plain = self._run.reader.inline(path, line, note)
            opening.append(
                CompiledPassage(
                    NOTE_ID, "caution", f'<div class="caution"><p>{html}</p></div>', plain, line=line
                )
            )
        if before and before[0].id == NOTE_ID:
            before = before[1:]
        compiled = self._run.reader.chapter(path, matter.body_line, chapter, matter.body, before)
        compiled.passages[:0] = opening
        if not compiled.passages:
            self._run.problems.error(
                path, matter.body_line, "the chapter has no text", "write it below the front matter"
            )
        self._check_brief(path, compiled, original)
        self._check_evidence(path, compiled)
        if original and len(compiled.passages) != len(original.text.passages):
            self._run.problems.warning(
                path,
                1,
                f"the translation has {len(compiled.passages)} passages where {self._run.plan.languages[0]} has "
                f"{len(original.text.passages)}",
                "divide it into the same blocks, so that a reader’s place is kept",
            )
        span = matter.fields.get("span_text") or (original.span if original else _span_words(date, lang))
        words = sum([_word_count(passage.text) for passage in compiled.passages])
        title = matter.fields.get("title") or (original.title if original else "")
        subtitle = matter.fields.get("subtitle") or (original.subtitle if original else "")
        question = matter.fields.get("question") or (original.question if original else "")
        written = _Written(
            title, subtitle, question, span, date, compiled, words, -(-words // WORDS_A_MINUTE), []
        )
        quiz = f"{lang}/quiz/{chapter}.gift"
        if original:
            written.questions = self._translated_questions(quiz, chapter, original.questions)
        elif self._run.folder.has(quiz):
            written.questions = self._questions(quiz, chapter)
        if original is None:
            self._run.book.add_passages(chapter, [passage.id for passage in compiled.passages])
            self._run.counts["questions"] += len(written.questions)
            if self._run.kept is not None:
                minutes = written.minutes
                self._run.kept.append(ChapterText(chapter, number, path, title, words, minutes, compiled))
            references = [
                (number, ordinal, scheme, target)
                for ordinal, passage in enumerate(compiled.passages, start=1)
                for scheme, target in passage.references
            ]
            self._run.add("reference", references)
        self._write_chapter_rows(number, part, chapter, lang, written, fallback=0)
        self._write_questions(number, lang, written.questions)
        return written

    def _check_evidence(self, path: str, compiled: CompiledText) -> None:
        if self._run.plan.evidence == STRICT:
            check_passages(path, compiled.passages, self._doubts, self._run.problems)

    def _check_brief(self, path: str, compiled: CompiledText, original: _Written | None) -> None:
        brief = compiled.brief
        words = _word_count(brief.text) if brief else 0
        if brief and words not in BRIEF_WORDS:
            what = f"the short version has {words:,} word{'' if words == 1 else 's'}"
            remedy = f"{BRIEF_WORDS[0]} to {BRIEF_WORDS[-1]} are read in 90 seconds"
            self._run.problems.warning(path, brief.line, what, remedy)
        if brief is None and original and original.text.brief:
            what, remedy = "the translation has no short version", "write ::: brief at its top"
            self._run.problems.warning(path, 1, what, remedy)

    def _span(self, path: str, matter: FrontMatter) -> ParsedDate | None:
        text = matter.fields.get("span")
        if not text:
            return None
        try:
            return parse_date(text)
        except DateError as error:
            self._run.problems.error(path, matter.line("span"), str(error), error.remedy)
            return None

    def _write_chapter_rows(
        self, number: int, part: str, chapter: str, lang: str, written: _Written, *, fallback: int
    ) -> None:
        date = written.date
        days = (date.first_day, date.last_day) if date else (0, 0)
        head = (lang, number, chapter, part, written.title, written.subtitle, written.words, written.minutes)
        passages = []
        years = PassageYears(self._run.catalogue.dates)
        for ordinal, passage in enumerate(written.text.passages, start=1):
            text = passage.text
            places = events = ""
            if passage.references:
                places = " ".join([target for scheme, target in passage.references if scheme == "place"])
                events = " ".join([target for scheme, target in passage.references if scheme == "event"])
            passages.append(
                (
                    0,
                    lang,
                    number,
                    ordinal,
                    passage.id,
                    passage.kind,
                    None if passage.html == f"<p>{text}</p>" else passage.html,
                    text,
                    places,
                    events,
                    years.view(passage.view, places, events) if places or events or passage.view else "",
                )
            )
        brief = written.text.brief
        shown = brief.html if brief else ""
        self._run.add("chapter", [(*head, written.span, *days, fallback, written.question, shown)])
        self._run.add("passage", passages)
        notes = [(lang, f"{chapter}/{note.number}", note.label, note.html) for note in written.text.notes]
        self._run.add("note", notes)
        if brief:
            document = (0, lang, PASSAGE_KIND, chapter, BRIEF_ID, written.title, brief.text, "")
            self._run.add("search_document", [document])

    def _questions(self, path: str, chapter: str) -> list[_Question]:
        text = self._run.folder.read_text(path, PAGE_LIMIT)
        if text is None:
            return []
        found = GiftReader(path, text, self._run.problems, self._run.reader.prose).questions()
        for question in found:
            for tag in question.data["tags"]:
                if tag.startswith(PASSAGE):
                    self._run.book.check_passage(tag.removeprefix(PASSAGE), path, question.line)
        return [(question.id, question.kind, question.data) for question in found]

    def _translated_questions(self, path: str, chapter: str, own: list[_Question]) -> list[_Question]:
        """The questions of a translation in the order of the ``own``; what it does not have stays as it is there."""
        first = self._run.plan.languages[0]
        if not self._run.folder.has(path):
            if own:
                what = f"the questions of the chapter “{chapter}” are not translated"
                self._run.problems.warning(path, 1, what, f"write them; until then {first} is shown")
            return own
        found = {question[0]: question for question in self._questions(path, chapter)}
        for name, _kind, _data in own:
            if name not in found:
                what = f"the question “{name}” is not translated"
                self._run.problems.warning(
                    path, 1, what, f"add it below // [id:{name}]; until then {first} is shown"
                )
        known = {question[0] for question in own}
        return [found.get(each[0], each) for each in own] + [
            q for name, q in found.items() if name not in known
        ]

    def _write_questions(self, number: int, lang: str, questions: list[_Question]) -> None:
        rows = [(lang, number, ordinal, *question) for ordinal, question in enumerate(questions, start=1)]
        self._run.add("question", rows)


@dataclass(slots=True)
class _Written:
    """A chapter in one language, kept only while its translations are read."""

    title: str
    subtitle: str
    question: str
    span: str
    date: ParsedDate | None
    text: CompiledText
    words: int
    minutes: int
    questions: list[_Question]


def _word_count(text: str) -> int:
    """Words of a passage's text, whose words are set apart by single spaces or line ends."""
    lines = text.count("\n") if "\n" in text else 0
    return text.count(" ") + lines + 1 if text else 0


def _span_words(date: ParsedDate | None, lang: str) -> str:
    """1878/1894 → 1878–1894: years are joined without spaces, longer dates with them."""
    if date is None:
        return ""
    words = date.display("gregorian", lang)
    if (
        date.last is not None
        and date.first.month is None
        and date.last.month is None
        and words.count(" – ") == 1
    ):
        return words.replace(" – ", "–")
    return words
