"""Malformed short versions, each the example of ``pack new`` with one thing spoilt."""

from __future__ import annotations

from tests.robustness.malformed.cases import Case

# ruff: noqa: E501
# fmt: off
_TOP = ('en/chapters/one-calendar.md', 'span: 1918\n---\n')
BRIEF_CASES: tuple[Case, ...] = (
    Case('short version below the first paragraph', (
        ('en/chapters/one-calendar.md', '{#tsaritsyn', '::: brief\nWords.\n:::\n\n{#tsaritsyn'),
    ), (
        'en/chapters/one-calendar.md:12: the short version stands inside the text; put ::: brief at the top, before the first paragraph',
    )),
    Case('short version in a box', (
        ('en/chapters/two-calendars.md', '::: aside Try it\n', ':::: aside Try it\n::: brief\nWords.\n:::\n'),
        ('en/chapters/two-calendars.md', 'had to learn.\n:::', 'had to learn.\n::::'),
    ), (
        'en/chapters/two-calendars.md:34: the short version stands inside the text; put ::: brief at the top, before the first paragraph',
    )),
    Case('short version of a term', (
        ('en/glossary.toml', None, '[[term]]\nid = "old-style"\ntitle = "Old Style"\ntext = "::: brief\\nWords.\\n:::"\n[[term]]\nid = "new-style"\ntitle = "New Style"\ntext = "[Old](term:old-style)"\n'),
    ), (
        'en/glossary.toml:4: the short version stands inside the text; put ::: brief at the top, before the first paragraph',
    )),
    Case('two short versions', (
        (*_TOP, 'span: 1918\n---\n\n::: brief\nWords.\n:::\n\n::: brief\nWords.\n:::\n'),
    ), (
        'en/chapters/one-calendar.md:11: the chapter has two short versions; keep one ::: brief',
    )),
    Case('short version that cites', (
        (*_TOP, 'span: 1918\n---\n\n::: brief\nWords.[1](source:kotkin2014)\n:::\n'),
    ), (
        'en/chapters/one-calendar.md:7: the short version holds more than paragraphs; write sentences only: no attributes, title, references, notes, lists or figures',
    )),
    Case('short version with a title', (
        (*_TOP, 'span: 1918\n---\n\n::: brief In short\nWords.\n:::\n'),
    ), (
        'en/chapters/one-calendar.md:7: the short version holds more than paragraphs; write sentences only: no attributes, title, references, notes, lists or figures',
    )),
    Case('short version without text', (
        (*_TOP, 'span: 1918\n---\n\n::: brief\n:::\n'),
    ), (
        'en/chapters/one-calendar.md:7: the short version has no text; write it between ::: brief and :::',
    )),
    Case('unclosed short version', (
        (*_TOP, 'span: 1918\n---\n\n::: brief\nWords.\n'),
    ), (
        'en/chapters/one-calendar.md:6: the chapter has no text; write it below the front matter',
        'en/chapters/one-calendar.md:7: this box is never closed; end it with a line of three colons (:::)',
        'en/chapters/one-calendar.md:10: a heading stands inside another block; put it between the blocks of the chapter',
    )),
    Case('passage with the id of the short version', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#in-brief .fact}'),
    ), (
        'en/chapters/one-calendar.md:9: the passage id “in-brief” is used twice; give one of them another id',
    )),
)
