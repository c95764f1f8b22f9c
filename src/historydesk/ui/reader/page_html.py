"""A chapter as one piece of HTML for a text document."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from historydesk.domain.chapter import Chapter
from historydesk.domain.content_note import NOTE_ID, without_way

FIRST_TAG = re.compile(r"<(p|h2|h3|li|td|th)(?=[\s>])")
CITATION = '<a class="cite"'
NEXT_CITATION = f"</a> {CITATION}"
WORD_JOINER = "\u2060"
"""Keeps a raised number on the line of its word."""
JOINED = f"</a>{WORD_JOINER}<sup>,\u202f</sup>{CITATION}"
BOX_TITLE = re.compile(r'<h3 class="box-title">(.*?)</h3>', re.DOTALL)


def page_html(chapter: Chapter) -> str:
    """The whole chapter as one piece of HTML; the state of a passage's first block is its index."""
    summary = chapter.summary
    kicker = QCoreApplication.translate("ChapterDocument", "CHAPTER {number}").format(number=summary.number)
    if summary.span:
        kicker += f" · {summary.span}"
    if chapter.is_untranslated:
        kicker += " · " + QCoreApplication.translate("ChapterDocument", "NOT TRANSLATED YET")
    parts = [f'<p class="kicker">{_escaped(kicker)}</p><h1>{_escaped(summary.title)}</h1>']
    if summary.subtitle:
        parts.append(f'<p class="subtitle">{_escaped(summary.subtitle)}</p>')
    if summary.question:
        parts.append(f'<p class="question">{_escaped(summary.question)}</p>')
    for index, passage in enumerate(chapter.passages):
        html = passage.html.replace(NEXT_CITATION, JOINED).replace(CITATION, f"{WORD_JOINER}{CITATION}")
        if passage.id == NOTE_ID:
            html = without_way(html)  # a button takes the link's place
        if passage.kind in ("aside", "caution"):
            html = BOX_TITLE.sub(r'<p class="box-title">\1</p>', html, count=1)
        if html.startswith("<p>"):
            marked = f'<p style="-qt-user-state:{index}">{html[3:]}'
        else:
            marked = FIRST_TAG.sub(rf'<\1 style="-qt-user-state:{index}"', html, count=1)
        if passage.kind == "table":
            marked = marked.replace("<table>", '<table width="100%" cellspacing="0">', 1)
        elif passage.kind in ("pull", "quote", "figure"):
            marked = f'<div class="{passage.kind}">{marked}</div>'
        parts.append(marked)
    return "".join(parts)


def _escaped(text: str) -> str:
    """Plain words for HTML; the standard library's ``html`` brings two thousand names of signs along."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
