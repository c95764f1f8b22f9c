"""How hard a text is to read: the Flesch–Kincaid grade, from sentences, words and syllables.

Grade 9 is about age 14. Syllables are estimated from the spelling of English, which is right for about nineteen words
of twenty; no list of words is needed, and none fetched.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][”’)\]]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyáéíóúäöüå]+")
_SILENT = re.compile(
    r"(?<![aeiouylr])e$|(?<=[aeiou][lr])e$|(?<![aeiouydt])ed$|(?<![aeiouycgsxz])(?<!ch)(?<!sh)es$"
)
_TWO = re.compile(
    r"(?<![cgstx])ia|(?<![cglst])io|iu|(?<![gq])ua|(?<![gp])eo(?!u)|[aeou]ing|[ai]sm(?=s?$)|(?<=[aeiou][a-z])ea(?=s?$)"
    r"|(?<=cr)ea(?=t)|ie(?=t|v$)|(?<=sc)ie|oe(?=[mt])|ao|[^aeiouyl]le[sd]$"
)
"""Spellings that hold a syllable more than they have groups of vowels."""


def grade(text: str) -> float:
    """The Flesch–Kincaid grade of plain text, one paragraph a line; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(
        max(1, len(_SENTENCE_END.findall(line))) for line in text.splitlines() if _WORD.search(line)
    )
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def count_syllables(word: str) -> int:
    """Syllables of an English word; a number counts as one."""
    word = word.lower().replace("’", "").replace("'", "")
    if not word.isalpha():
        return 1
    count = len(_VOWELS.findall(word)) + len(_TWO.findall(word)) - len(_SILENT.findall(word))
    return max(1, count)
