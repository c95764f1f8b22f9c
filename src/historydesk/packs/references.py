"""What a pack knows by name, and whether each reference to it leads somewhere."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from difflib import get_close_matches

from historydesk.packs.problems import Problems, did_you_mean

KINDS = {
    "term": "term",
    "place": "place",
    "person": "person",
    "event": "event",
    "claim": "claim",
    "source": "source",
    "chapter": "chapter",
    "journey": "journey",
    "debate": "debate",
}
"""Schemes that authors may use, and what they call."""
_HOMES = {
    "term": "glossary.toml",
    "place": "places.toml",
    "person": "people.toml",
    "event": "events.toml",
    "claim": "claims.toml",
    "source": "sources.bib",
    "chapter": "pack.toml",
    "journey": "journeys.toml",
    "debate": "debates.toml",
}


@dataclass(frozen=True, slots=True)
class PendingPassage:
    """A link to a passage of a chapter, checked when every chapter has been read."""

    path: str
    line: int
    chapter: str
    passage: str


@dataclass(slots=True)
class ReferenceBook:
    """Ids by scheme, what has been used, and the references that wait for their chapter. One per build."""

    problems: Problems
    known: dict[str, dict[str, None]] = field(default_factory=lambda: {scheme: {} for scheme in KINDS})
    hrefs: set[str] = field(default_factory=set)
    """Every ``scheme:id`` that exists, for a fast look-up."""
    used: set[str] = field(default_factory=set)
    stops: dict[str, int] = field(default_factory=dict)
    """How many stops each journey has."""
    incomplete: set[str] = field(default_factory=set)
    """Schemes whose file could not be read: what is missing there is not reported again at every link."""
    _pending: list[PendingPassage] = field(default_factory=list)
    _awaited: dict[str, list[str]] = field(default_factory=dict)
    """Passages of the chapters that were linked to before they were read, to say what may have been meant."""
    _passages: array[int] = field(default_factory=lambda: array("q"))
    """Hashes of the passages of all chapters: eight bytes each, so that long packs stay small in memory."""

    def add(self, scheme: str, target: str) -> bool:
        """Make an id known; ``False`` when it already was."""
        if target in self.known[scheme]:
            return False
        self.known[scheme][target] = None
        self.hrefs.add(f"{scheme}:{target}")
        return True

    def check(self, href: str, path: str, line: int) -> tuple[str, str] | None:
        """Scheme and target of a good reference, which counts as used; ``None`` after reporting a bad one."""
        if href in self.hrefs:
            self.used.add(href)
            scheme, _, target = href.partition(":")
            return scheme, target
        return self._check_slowly(href, path, line)

    def check_id(self, scheme: str, target: str, path: str, line: int) -> bool:
        """Whether an id named in a data field exists; reports it when not."""
        return self.check(f"{scheme}:{target}", path, line) is not None

    def check_passage(self, target: str, path: str, line: int) -> None:
        """Check a passage that a data field names as ``chapter#passage``."""
        if "#" in target:
            self.check(f"chapter:{target}", path, line)
        else:
            self.problems.error(
                path, line, f"“{target}” names no passage", "write chapter#passage, such as seminary#arrival"
            )

    def add_passages(self, chapter: str, passages: list[str]) -> None:
        """Make the passages of a chapter known."""
        self._passages.extend([hash((chapter, passage)) for passage in passages])
        if chapter in self._awaited:
            self._awaited[chapter] += passages

    def finish(self) -> None:
        """Report the links to passages that do not exist, but not where the chapter itself has errors."""
        if not self._pending:
            return
        ordered = sorted(self._passages)
        faulty = {found.path.rpartition("/")[2] for found in self.problems.found if found.severity == "error"}
        for link in self._pending:
            if f"{link.chapter}.md" in faulty:
                continue
            wanted = hash((link.chapter, link.passage))
            at = bisect_left(ordered, wanted)
            if at == len(ordered) or ordered[at] != wanted:
                self.problems.error(
                    link.path,
                    link.line,
                    f"chapter “{link.chapter}” has no passage “{link.passage}”",
                    did_you_mean(
                        link.passage,
                        self._awaited.get(link.chapter, ()),
                        "correct the id after #, or give the passage that id with {#…}",
                    ),
                )

    def _check_slowly(self, href: str, path: str, line: int) -> tuple[str, str] | None:
        scheme, colon, target = href.partition(":")
        if not colon or scheme not in KINDS:
            self._report_foreign(href, path, line)
            return None
        if scheme == "chapter" and "#" in target:
            chapter, _, passage = target.partition("#")
            if chapter in self.known["chapter"] and passage:
                self._pending.append(PendingPassage(path, line, chapter, passage))
                self._awaited.setdefault(chapter, [])
                return scheme, target
            target = chapter
            if target in self.known["chapter"]:
                self.problems.error(path, line, f"the link “{href}” names no passage", "write an id after #")
                return None
        if scheme in self.incomplete:
            return scheme, target
        near = get_close_matches(target, list(self.known[scheme]), n=1, cutoff=0.7)
        remedy = f"did you mean “{near[0]}”?" if near else f"correct the id or add it to {_HOMES[scheme]}"
        self.problems.error(path, line, f"there is no {KINDS[scheme]} “{target}”", remedy)
        return None

    def _report_foreign(self, href: str, path: str, line: int) -> None:
        lower = href.lower()
        shown = href if len(href) <= 60 else href[:59] + "…"
        if lower.startswith(
            ("http:", "https:", "www.", "ftp:", "mailto:", "file:", "javascript:", "data:", "//")
        ):
            self.problems.error(
                path,
                line,
                f"“{shown}” leads out of the pack",
                "put the address into sources.bib and cite it with source:",
            )
            return
        scheme, colon, _ = href.partition(":")
        near = get_close_matches(scheme, list(KINDS), n=1, cutoff=0.6) if colon else []
        known = ", ".join(f"{name}:" for name in KINDS)
        remedy = f"did you mean “{near[0]}:”?" if near else f"begin the link with one of {known}"
        self.problems.error(path, line, f"“{shown}” is not a reference", remedy)
