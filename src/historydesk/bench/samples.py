"""Text and packs of any size for measuring: pseudo-words in Zipf's proportions, always the same."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

SYLLABLES = [c + v for c in "bdfghklmnprstvz" for v in "aeiou"] + ["ster", "ing", "ow", "and", "ent"]
VOCABULARY = 20_000


class PseudoText:
    """Words whose frequencies fall as 1/rank, drawn from a seeded generator."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made["".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4)))] = None
        self.vocabulary = list(made)
        self._weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def words(self, count: int) -> list[str]:
        """``count`` words."""
        top = self._weights[-1]
        draw, vocabulary, weights = self._random.random, self.vocabulary, self._weights
        return [vocabulary[bisect(weights, draw() * top)] for _ in range(count)]

    def title(self, count: int) -> str:
        """``count`` words as a title."""
        return " ".join(self.words(count)).capitalize()

    def paragraph(self, count: int) -> str:
        """``count`` words as sentences."""
        words = self.words(count)
        parts = [" ".join(words[start : start + 14]).capitalize() + "." for start in range(0, count, 14)]
        return " ".join(parts)


def write_authored_pack(
    folder: Path, chapters: int, words: int, terms: int = 40, links: int | None = 150
) -> None:
    """Write an authored pack of ``chapters`` chapters of ``words`` words, with ``links`` links to terms in each.

    150 links in 2,000 words is the density of the shipped pack. ``None`` writes chapters of the shipped pack's
    shape without any link: paragraphs of 20 to 80 words, a heading to every four, emphasis in every third.
    """
    text = PseudoText(7)
    own = folder / "en" / "chapters"
    own.mkdir(parents=True, exist_ok=True)
    ids = [f"chapter-{number}" for number in range(1, chapters + 1)]
    listing = ",\n  ".join(f'"{identifier}"' for identifier in ids)
    (folder / "pack.toml").write_text(
        'format = 1\nid = "measure"\nversion = "1.0.0"\nlicense = "CC0-1.0"\nlanguages = ["en"]\n'
        '[title]\nen = "Measure"\n[home]\nspan = "1900–1950"\nplaces = []\n[home.lead]\nen = "A pack to measure with."\n'
        f'[[part]]\nid = "all"\nchapters = [\n  {listing}\n]\n[part.title]\nen = "All"\n',
        encoding="utf-8",
    )
    (folder / "places.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "gori", "rank": 1, '
        '"precision_m": 500}, "geometry": {"type": "Point", "coordinates": [44.1129, 41.9853]}}]}\n',
        encoding="utf-8",
    )
    (folder / "en" / "places.toml").write_text(
        '[[place]]\nid = "gori"\nname = "Gori"\nname_today = "Gori"\ntext = "A town."\n', encoding="utf-8"
    )
    (folder / "sources.bib").write_text(
        "@book{one2000, author={One, Ann}, title={A Book}, publisher={Press}, address={Town}, year={2000}}\n",
        encoding="utf-8",
    )
    (folder / "en" / "glossary.toml").write_text(
        "".join(
            f'[[term]]\nid = "term-{n}"\ntitle = "Term {n}"\ntext = "{text.paragraph(14)}"\n'
            for n in range(terms)
        ),
        encoding="utf-8",
    )
    for number, identifier in enumerate(ids, 1):
        (own / f"{identifier}.md").write_text(
            _head(text, identifier) + "\n\n".join(_blocks(text, number, words, terms, links)) + "\n",
            encoding="utf-8",
        )


def _blocks(text: PseudoText, number: int, words: int, terms: int, links: int | None) -> list[str]:
    return _prose(text, words) if links is None else _linked(text, number, words, terms, links)


def _prose(text: PseudoText, words: int) -> list[str]:
    blocks: list[str] = []
    left, count = words, 0
    while left > 0:
        if count % 4 == 0:
            blocks.append(f"## {text.title(4)}")
        body = text.paragraph(min(left, 20 + 20 * (count % 4))).split(" ")
        if count % 3 == 0 and len(body) > 8:
            body[5] = f"*{body[5].strip('.')}*"
        blocks.append(" ".join(body))
        left -= len(body)
        count += 1
    return blocks


def _linked(text: PseudoText, number: int, words: int, terms: int, links: int) -> list[str]:
    blocks: list[str] = []
    per_paragraph = 100
    paragraphs = max(1, words // per_paragraph)
    for index in range(paragraphs):
        if index % 5 == 0:
            blocks.append(f"## {text.title(4)}")
        body = text.paragraph(per_paragraph).split(" ")
        for step in range(links * (index + 1) // paragraphs - links * index // paragraphs):
            position = 7 + 11 * step
            if position < len(body):
                if step % 4 == 3:
                    body[position - 3] = f"*{body[position - 3].strip('.')}*"
                body[position] = f"[{body[position].strip('.')}](term:term-{(number + index + step) % terms})"
        if index == 0:
            body[3] = f"[{body[3].strip('.')}](place:gori)"
        blocks.append(" ".join(body))
    return blocks


def _head(text: PseudoText, identifier: str) -> str:
    title = text.title(3)
    return f'---\nid: {identifier}\ntitle: "{title}"\nsubtitle: "{title}"\nspan: 1900/1950\n---\n\n'


def passages(count: int, words: int) -> Iterator[str]:
    """``count`` texts of ``words`` words each."""
    text = PseudoText(11)
    for _ in range(count):
        yield text.paragraph(words)
