"""The references of a chapter: which words of its text refer to what."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextBlock, QTextDocument

from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ReferenceSpan:
    """Words that refer to something: characters ``start`` to ``end`` of the document."""

    reference: Reference
    start: int
    end: int
    text: str

    @property
    def is_mark(self) -> bool:
        """Whether it is a raised number or letter, not words."""
        return self.reference.scheme in ("source", "note") and len(self.text) <= 3


class ReferenceSpans:
    """The references of one text document, found block by block when somebody asks. Owned by its
    ``ChapterDocument``."""

    def __init__(self, text: QTextDocument) -> None:
        self._text = text
        self._spans: dict[int, list[ReferenceSpan]] = {}
        self._all: list[ReferenceSpan] | None = None

    def all(self) -> list[ReferenceSpan]:
        """All references in reading order."""
        if self._all is None:
            self._all = []
            block = self._text.firstBlock()
            while block.isValid():
                self._all += self.of_block(block)
                block = block.next()
        return self._all

    def of_block(self, block: QTextBlock) -> list[ReferenceSpan]:
        """The references of one block; neighbouring pieces of one link are one reference."""
        number = block.blockNumber()
        known = self._spans.get(number)
        if known is not None:
            return known
        found: list[list[Any]] = []
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            form = fragment.charFormat()
            if form.isAnchor():
                href = form.anchorHref()
                start, length = fragment.position(), fragment.length()
                if found and found[-1][0] == href and found[-1][2] == start:
                    found[-1][2] = start + length
                    found[-1][3] += fragment.text()
                else:
                    found.append([href, start, start + length, fragment.text()])
            walk += 1
        spans = []
        for href, start, end, words in found:
            reference = Reference.parse(href)
            if reference is not None:
                spans.append(ReferenceSpan(reference, start, end, words))
        self._spans[number] = spans
        return spans

    def between(self, start: int, end: int) -> list[ReferenceSpan]:
        """The references of the blocks from character ``start`` to before ``end`` in reading order."""
        spans: list[ReferenceSpan] = []
        block = self._text.findBlock(start)
        while block.isValid() and block.position() < end:
            spans += self.of_block(block)
            block = block.next()
        return spans
