"""The pages of the book: chapters as they are read, and a section for everything that a passage names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from historydesk.domain.chapter import BRIEF_ID, Chapter, Passage
from historydesk.domain.entities import Card, CardLink
from historydesk.domain.reference import Reference
from historydesk.exports.epub_quiz import ANSWERS, QUESTIONS, answer_sections, question_sections
from historydesk.exports.formats import Tell
from historydesk.exports.markup import clean, xhtml
from historydesk.store.evidence import read_evidence
from historydesk.store.export_content import ExportStore

_KINDS = (
    ("term", "glossary", "Glossary", "glossary", "doc-glossary"),
    ("person", "people", "People", "", ""),
    ("place", "places", "Places", "", ""),
    ("event", "events", "Events in order of time", "", ""),
    ("journey", "journeys", "Journeys", "", ""),
    ("debate", "debates", "Historians’ debates", "", ""),
    ("claim", "claims", "What is claimed, and what we know", "", ""),
    ("source", "sources", "Sources", "bibliography", "doc-bibliography"),
)
"""Scheme, name of the file, title, landmark and role of each page of entries, in the order of the book."""
_NOTES = "notes"
_FIGURE = re.compile(r"<p>(<img\b[^>]*>)</p>(?:<p><em>(.*)</em></p>)?", re.DOTALL)
_BOX = re.compile(r'<div class="(aside|caution)">(.*)</div>', re.DOTALL)
_HEADING = re.compile(r"<(h[23])\b[^>]*>(.*)</\1>", re.DOTALL)
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]")
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book; ``part`` is the heading above it in the contents, ``landmark`` its kind or ""."""

    id: str
    file: str
    title: str
    xhtml: str
    part: str = ""
    landmark: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the book."""

    id: str
    path: str
    file: str
    media_type: str
    data: bytes


class Book:
    """Gathers a pack's content into pages; made for one export."""

    def __init__(self, store: ExportStore, lang: str) -> None:
        self.lang = lang
        self.info = store.info()
        self.home = store.home(lang)
        self._store = store
        self._chapters = {each.id: each for each in store.contents(lang, 1, _MANY)}
        self._notes = store.notes(lang)
        self._scripts = {term.id: (term.script, term.script_lang) for term in store.terms(lang)}
        self._entries = {kind: store.index(lang, kind) for kind, *_ in _KINDS}
        self._files = {kind: f"{name}.xhtml" for kind, name, *_ in _KINDS}
        self._known = {str(entry.reference) for entries in self._entries.values() for entry in entries}
        self._passages: set[str] = set()
        self._first_use: dict[str, str] = {}
        self.pictures = [self._picture(number, path) for number, path in enumerate(store.figure_paths(), 1)]
        self._pictures = {picture.path: picture.file for picture in self.pictures}

    def pages(self, tell: Tell) -> list[Page]:
        """Every page in reading order; tells how many chapters and entries are written."""
        total = len(self._chapters) + sum(map(len, self._entries.values()))
        done = 0
        found = [self._title_page()]
        chapters = [self._store.chapter(self.lang, id_) for id_ in self._chapters]
        self._passages = {
            f"{chapter.summary.id}#{passage.id}" for chapter in chapters for passage in chapter.passages
        } | {f"{chapter.summary.id}#{BRIEF_ID}" for chapter in chapters if chapter.brief}
        for chapter in chapters:
            found.append(self._chapter_page(chapter))
            done += 1
            tell(done, total)
        found += self._quiz_pages()
        if self._notes:
            found.append(self._notes_page())
        for kind, name, title, landmark, role in _KINDS:
            entries = []
            for entry in self._entries[kind]:
                entries.append(self._entry(self._store.card(self.lang, entry.reference)))
                done += 1
                tell(done, total)
            if entries:
                opening = f"<section{_type(landmark, role)}>\n<h1>{_text(title)}</h1>\n"
                body = opening + "\n".join(entries) + "\n</section>"
                found.append(
                    Page(
                        f"page-{name}", f"{name}.xhtml", title, self.xhtml(title, body), "Reference", landmark
                    )
                )
            if kind == "claim":
                found += self._figures_page()
        found.append(self._colophon())
        return found

    def xhtml(self, title: str, body: str) -> str:
        """A whole XHTML file."""
        lang = escape(clean(self.lang))
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{lang}" xml:lang="{lang}">\n<head>\n<meta charset="utf-8"/>\n<title>{_text(title)}</title>\n'
            f'<link rel="stylesheet" href="style.css"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
        )

    # -- pages ---------------------------------------------------------------------------------------------

    def _title_page(self) -> Page:
        title = self.home.title
        body = (
            f'<section epub:type="titlepage">\n<h1>{_text(title)}</h1>\n'
            f'<p class="subtitle">{_text(self.home.span)}</p>\n<p>{_text(self.home.lead)}</p>\n</section>'
        )
        return Page("page-title", "title.xhtml", title, self.xhtml(title, body), landmark="titlepage")

    def _chapter_page(self, chapter: Chapter) -> Page:
        line = chapter.summary
        lines = [
            '<section epub:type="chapter" role="doc-chapter">',
            f'<h1><span class="number">{line.number}</span> {_text(line.title)}</h1>',
        ]
        lines += [
            f'<p class="{name}">{_text(words)}</p>'
            for name, words in (("subtitle", line.subtitle), ("when", line.span), ("question", line.question))
            if words
        ]
        if chapter.brief:
            id_ = _id("p", BRIEF_ID)
            lines.append(f'<aside id="{id_}" class="aside">\n<h2>In 90 seconds</h2>')
            lines.append(f"{self._html(chapter.brief, f'{self._chapter_file(line.id)}#{id_}')}</aside>")
        lines += [self._passage(line.id, passage) for passage in chapter.passages]
        if chapter.questions:
            way = f"{QUESTIONS}#quiz-{line.number}"
            lines.append(f'<p class="links"><a href="{way}">Questions on this chapter</a></p>')
        body = "\n".join([*lines, "</section>"])
        first = "bodymatter" if line.number == 1 else ""
        file = self._chapter_file(line.id)
        page = self.xhtml(line.title, body)
        return Page(f"chapter-{line.number}", file, f"{line.number} {line.title}", page, line.part, first)

    def _quiz_pages(self) -> list[Page]:
        asked = [
            (line, questions)
            for line in self._chapters.values()
            if (questions := self._store.questions(self.lang, line.id))
        ]
        if not asked:
            return []
        made = []
        for file, title, sections in (
            (QUESTIONS, "Questions", question_sections(asked, self._html)),
            (ANSWERS, "Answers", answer_sections(asked, self._html)),
        ):
            body = "\n".join(["<section>", f"<h1>{title}</h1>", *sections, "</section>"])
            id_ = f"page-{title.lower()}"
            made.append(Page(id_, file, title, self.xhtml(title, body), "Reference"))
        return made

    def _notes_page(self) -> Page:
        lines = ['<section epub:type="endnotes" role="doc-endnotes">', "<h1>Notes</h1>"]
        owner = ""
        for id_ in sorted(self._notes, key=self._note_order):
            label, html = self._notes[id_]
            chapter = self._chapters.get(id_.partition("/")[0])
            if chapter is not None and chapter.id != owner:
                owner = chapter.id
                lines.append(f"<h2>{chapter.number} {_text(chapter.title)}</h2>")
            back = self._first_use.get(id_, "")
            way = f' <a role="doc-backlink" href="{back}" aria-label="Back to the text">↩</a>' if back else ""
            lines.append(
                f'<div id="{_id("note", id_)}" epub:type="endnote"><p class="kicker">{_text(label)}{way}</p>'
                f"{self._html(html)}</div>"
            )
        body = "\n".join([*lines, "</section>"])
        return Page(
            "page-notes", f"{_NOTES}.xhtml", "Notes", self.xhtml("Notes", body), "Reference", "endnotes"
        )

    def _figures_page(self) -> list[Page]:
        """Published figures side by side; no page where the pack has none."""
        title = "Published figures"
        lines = [f"<section>\n<h1>{title}</h1>"]
        for table in read_evidence(self._store.path, self.lang).tables:
            rows = "".join(
                f'<tr><th scope="row">{_text(f"{each.author} {each.year}".strip())}</th>'
                f"<td>{_text(each.label)}</td><td>{_text(each.counts)}</td><td>{_text(each.note)}</td>"
                f"<td>{self._way(each.source) if each.source else ''}</td></tr>\n"
                for each in table.figures
            )
            heads = ("Who", table.unit[:1].upper() + table.unit[1:], "What is counted", "Note", "Source")
            head = "".join(f'<th scope="col">{_text(each)}</th>' for each in heads)
            lines.append(
                f'<section class="entry" id="{_id("figures", table.id)}">\n<h2>{_text(table.title)}</h2>\n'
                f"{self._html(table.html)}\n<table>\n<tr>{head}</tr>\n{rows}</table>\n</section>"
            )
        if len(lines) == 1:
            return []
        body = "\n".join([*lines, "</section>"])
        return [Page("page-figures", "figures.xhtml", title, self.xhtml(title, body), "Reference")]

    def _colophon(self) -> Page:
        info = self.info
        body = (
            '<section epub:type="colophon" role="doc-colophon">\n<h1>About this book</h1>\n'
            f"<p>{_text(info.title)}, version {_text(info.version)}. Licence: {_text(info.license)}.</p>\n"
            f"<p>Made with HistoryDesk from the pack “{_text(info.id)}”, {_text(info.hash[:12])}.</p>\n</section>"
        )
        title = "About this book"
        return Page("page-colophon", "colophon.xhtml", title, self.xhtml(title, body), "", "colophon")

    # -- parts of pages ------------------------------------------------------------------------------------

    def _passage(self, chapter: str, passage: Passage) -> str:
        id_ = _id("p", passage.id)
        here = f"{self._chapter_file(chapter)}#{id_}"
        heading = _HEADING.fullmatch(passage.html)
        if heading:
            return f'<{heading[1]} id="{id_}">{self._html(heading[2], here)}</{heading[1]}>'
        figure = _FIGURE.fullmatch(passage.html)
        if figure:
            caption = f"<figcaption>{self._html(figure[2], here)}</figcaption>" if figure[2] else ""
            return f'<figure id="{id_}">{self._html(figure[1])}{caption}</figure>'
        box = _BOX.fullmatch(passage.html)
        if box:
            return f'<aside id="{id_}" class="{box[1]}">{self._html(box[2], here)}</aside>'
        if passage.html.strip() == "<hr>":
            return f'<hr id="{id_}"/>'
        return f'<div id="{id_}" class="{passage.kind}">{self._html(passage.html, here)}</div>'

    def _entry(self, card: Card) -> str:
        reference = card.reference
        lines = [f'<section class="entry" id="{_id(reference.scheme, reference.target)}">']
        lines.append(f"<h2>{_text(card.title)}</h2>")
        if reference.scheme in {"claim", "source"}:
            lines.append(f'<p class="kicker">{_text(card.kicker)}</p>')
        if card.note:
            lines.append(f'<p class="note">{self._note(card)}</p>')
        lines.append(self._html(card.html))
        if card.facts:
            facts = "".join(
                f"<dt>{_text(each.label)}</dt><dd>{_text(each.value)}</dd>" for each in card.facts
            )
            lines.append(f"<dl>{facts}</dl>")
        if card.details:
            lines.append(self._html(card.details))
        told = [
            entry.link
            for section in card.sections
            if section.scheme == "chapter"
            for entry in section.entries
        ]
        for links in (card.links, card.sources, tuple(told)):
            if links:
                lines.append(f'<p class="links">{" · ".join(map(self._way, links))}</p>')
        lines.append("</section>")
        return "\n".join(line for line in lines if line)

    def _note(self, card: Card) -> str:
        """What stands beside the title; the original word says its language."""
        script, tag = self._scripts.get(card.reference.target, ("", ""))
        before, found, after = card.note.rpartition(script) if script and tag else ("", "", "")
        if card.reference.scheme != "term" or not found:
            return _text(card.note)
        tag = escape(clean(tag))
        return f'{_text(before)}<span lang="{tag}" xml:lang="{tag}">{_text(found)}</span>{_text(after)}'

    def _way(self, link: CardLink) -> str:
        href = self._address(link.reference)
        return f'<a href="{href}">{_text(link.label)}</a>' if href else _text(link.label)

    # -- links ---------------------------------------------------------------------------------------------

    def _html(self, html: str, here: str = "") -> str:
        def link(href: str) -> dict[str, str] | None:
            reference = Reference.parse(href)
            address = self._address(reference) if reference else ""
            if reference is None or not address:
                return None
            if reference.scheme == "note":
                self._first_use.setdefault(reference.target, here)
                return {"href": address, "epub:type": "noteref", "role": "doc-noteref"}
            if reference.scheme == "source":
                return {"href": address, "role": "doc-biblioref"}
            return {"href": address}

        return xhtml(html, link, self._picture_file)

    def _address(self, reference: Reference) -> str:
        """Where an item stands in the book; "" when it does not."""
        scheme, target = reference.scheme, reference.target
        if scheme == "chapter":
            id_, _, passage = target.partition("#")
            if id_ not in self._chapters:
                return ""
            known = passage and target in self._passages
            return self._chapter_file(id_) + (f"#{_id('p', passage)}" if known else "")
        if scheme == "note":
            return f"{_NOTES}.xhtml#{_id(scheme, target)}" if target in self._notes else ""
        return f"{self._files[scheme]}#{_id(scheme, target)}" if str(reference) in self._known else ""

    def _chapter_file(self, id_: str) -> str:
        return f"chapter-{self._chapters[id_].number:03d}.xhtml"

    def _note_order(self, id_: str) -> tuple[int, int, str]:
        chapter, _, number = id_.partition("/")
        line = self._chapters.get(chapter)
        return (line.number if line else _MANY, int(number) if number.isdecimal() else 0, id_)

    def _picture(self, number: int, path: str) -> Picture:
        media_type, data = self._store.figure(path)
        suffix = path.rpartition(".")[2].lower()
        return Picture(f"picture-{number}", path, f"pictures/{number:03d}.{suffix}", media_type, data)

    def _picture_file(self, source: str) -> str:
        return self._pictures.get(source.removeprefix("figure:"), "")


def _id(scheme: str, target: str) -> str:
    """An id that XML allows and that no other item has: signs it lacks become their number."""
    return f"{scheme}-" + _NOT_IN_IDS.sub(lambda match: f".{ord(match[0]):x}.", target)


def _type(landmark: str, role: str) -> str:
    return (f' epub:type="{landmark}"' if landmark else "") + (f' role="{role}"' if role else "")


def _text(text: str) -> str:
    return escape(clean(text), quote=False)
