"""What a pack must show for what it says: which passages and events need a source and have none."""

from __future__ import annotations

import re

from historydesk.packs.catalogue import Catalogue
from historydesk.packs.compiled_text import CompiledPassage
from historydesk.packs.problems import Problems

OPEN, STRICT = "open", "strict"
"""What ``evidence`` in ``pack.toml`` may be. In a strict pack whatever needs a source must name one."""
TELLING = ("paragraph", "list", "quote", "aside", "table", "figure")
"""Kinds of passages that state things. A pull quote repeats the text; headings and cautions announce it."""
_REMEDY = "add [](source:key), or {.unsourced} above it where there is none to name"
_NUMBER = re.compile(r"\d")
_DESCRIPTION = re.compile('alt="([^"]*)"')
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]*)(?=[”“»\"])")
_TWO_WORDS = re.compile(r"[^\W_]\s+[^\W_]")
"""Two words or more between quotation marks; a single word is being named, not quoted."""


def cites(passage: CompiledPassage) -> bool:
    """Whether the passage names a source."""
    return any(scheme == "source" for scheme, _ in passage.references)


def doubted(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Events and claims of which scholarship is less than certain, as (scheme, id)."""
    return frozenset(
        (kind, item.id)
        for kind in ("event", "claim")
        for item in catalogue.items[kind].values()
        if set(item.values["confidence"] or "A") & {"B", "C"}
    )


def lacking(passage: CompiledPassage, doubts: frozenset[tuple[str, str]] = frozenset()) -> str:
    """Why the passage needs a source that it does not name; empty when all is well.

    Quotations need one, and so do numbers in figures, years among them, and what links one of the ``doubts``.
    """
    if passage.kind not in TELLING or passage.is_unsourced or cites(passage):
        return ""
    what = _proof_of(passage)
    if what:
        return f"{what} cites no source"
    for scheme, target in passage.references:
        if (scheme, target) in doubts:
            return f"a passage links the {scheme} “{target}”, which is not certain, and cites no source"
    return ""


def _proof_of(passage: CompiledPassage) -> str:
    """What a passage has that must be proved."""
    if passage.kind == "quote":
        return "a quotation"
    if passage.kind == "figure":
        described = " ".join((passage.text, *_DESCRIPTION.findall(passage.html)))
        return "a figure with a number" if _NUMBER.search(described) else ""
    if _NUMBER.search(passage.text):
        return "a passage with a number"
    quoted = any(_TWO_WORDS.search(words) for words in _QUOTED.findall(passage.text))
    return "a passage with quoted words" if quoted else ""


def check_passages(
    path: str, passages: list[CompiledPassage], doubts: frozenset[tuple[str, str]], problems: Problems
) -> None:
    """Report the passages of a strict pack that need a source and name none."""
    for passage in passages:
        if what := lacking(passage, doubts):
            problems.error(path, passage.line, what, _REMEDY)


def check_events(catalogue: Catalogue, problems: Problems) -> None:
    """Report the events of a strict pack that name no source; claims name one in every pack."""
    for event in catalogue.items["event"].values():
        if not event.values["sources"]:
            what = f"the event “{event.id}” names no source"
            problems.error(event.file.path, event.line("sources"), what, 'add sources = ["key"]')
