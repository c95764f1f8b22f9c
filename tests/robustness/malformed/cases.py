"""The malformed packs: each is the example of ``pack new`` with one thing spoilt, and the errors it must give.

Changes are ``(path, old, new)`` to replace text, ``(path, None, content)`` to write a file (text or bytes) and
``(path, None, None)`` to remove one. Expected are all errors, exactly, in the order they are shown.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """One spoilt pack."""

    name: str
    changes: tuple[tuple[str, str | None, str | bytes | None], ...]
    expected: tuple[str, ...]


# ruff: noqa: E501
# fmt: off
CASES: tuple[Case, ...] = (
    Case('unknown term', (
        ('en/chapters/two-calendars.md', 'term:old-style', 'term:old-stile'),
    ), (
        'en/chapters/two-calendars.md:10: there is no term “old-stile”; did you mean “old-style”?',
    )),
    Case('unknown term with no near name', (
        ('en/chapters/two-calendars.md', 'term:old-style', 'term:zebra'),
    ), (
        'en/chapters/two-calendars.md:10: there is no term “zebra”; correct the id or add it to glossary.toml',
    )),
    Case('unknown place', (
        ('en/chapters/two-calendars.md', '](place:petrograd)', '](place:petersburg)'),
    ), (
        'en/chapters/two-calendars.md:10: there is no place “petersburg”; correct the id or add it to places.toml',
    )),
    Case('unknown person', (
        ('en/chapters/two-calendars.md', 'person:lenin', 'person:lenni'),
    ), (
        'en/chapters/two-calendars.md:29: there is no person “lenni”; did you mean “lenin”?',
    )),
    Case('unknown event', (
        ('en/chapters/two-calendars.md', '[change](event:new-calendar)', '[change](event:e999)'),
    ), (
        'en/chapters/two-calendars.md:24: there is no event “e999”; correct the id or add it to events.toml',
    )),
    Case('unknown claim', (
        ('en/chapters/two-calendars.md', 'claim:november', 'claim:december'),
    ), (
        'en/chapters/two-calendars.md:15: there is no claim “december”; correct the id or add it to claims.toml',
    )),
    Case('unknown source', (
        ('en/chapters/two-calendars.md', 'neighbours.[1](source:kotkin2014)', 'neighbours.[1](source:kotkin2041)'),
    ), (
        'en/chapters/two-calendars.md:10: there is no source “kotkin2041”; did you mean “kotkin2014”?',
    )),
    Case('unknown chapter', (
        ('en/chapters/one-calendar.md', 'chapter:two-calendars#table', 'chapter:three-calendars'),
    ), (
        'en/chapters/one-calendar.md:13: there is no chapter “three-calendars”; did you mean “two-calendars”?',
    )),
    Case('unknown passage', (
        ('en/chapters/one-calendar.md', '#table)', '#tabel)'),
    ), (
        'en/chapters/one-calendar.md:13: chapter “two-calendars” has no passage “tabel”; correct the id after #, or give the passage that id with {#…}',
    )),
    Case('link without a passage behind the hash', (
        ('en/chapters/one-calendar.md', '#table)', '#)'),
    ), (
        'en/chapters/one-calendar.md:13: the link “chapter:two-calendars#” names no passage; write an id after #',
    )),
    Case('unknown journey', (
        ('en/chapters/one-calendar.md', '](journey:to-tsaritsyn)', '](journey:to-moscow)'),
    ), (
        'en/chapters/one-calendar.md:13: there is no journey “to-moscow”; correct the id or add it to journeys.toml',
    )),
    Case('unknown scheme', (
        ('en/chapters/two-calendars.md', 'person:lenin', 'persons:lenin'),
    ), (
        'en/chapters/two-calendars.md:29: “persons:lenin” is not a reference; did you mean “person:”?',
    )),
    Case('link without a scheme', (
        ('en/chapters/two-calendars.md', 'person:lenin', 'lenin'),
    ), (
        'en/chapters/two-calendars.md:29: “lenin” is not a reference; begin the link with one of term:, place:, person:, event:, claim:, source:, chapter:, journey:, debate:',
    )),
    Case('external link', (
        ('en/chapters/two-calendars.md', 'person:lenin', 'https://example.org/lenin'),
    ), (
        'en/chapters/two-calendars.md:29: “https://example.org/lenin” leads out of the pack; put the address into sources.bib and cite it with source:',
    )),
    Case('automatic link', (
        ('en/chapters/two-calendars.md', 'party name.', 'party name: <https://example.org>.'),
    ), (
        'en/chapters/two-calendars.md:31: “https://example.org” leads out of the pack; put the address into sources.bib and cite it with source:',
    )),
    Case('script link', (
        ('en/chapters/two-calendars.md', 'person:lenin', 'javascript:alert'),
    ), (
        'en/chapters/two-calendars.md:29: “javascript:alert” leads out of the pack; put the address into sources.bib and cite it with source:',
    )),
    Case('link without words', (
        ('en/chapters/two-calendars.md', '[Lenin](person:lenin)', '[](person:lenin)'),
    ), (
        'en/chapters/two-calendars.md:29: the link to “person:lenin” has no words; write the words between [ and ]',
    )),
    Case('reference in a glossary text', (
        ('en/glossary.toml', '(term:new-style).', '(term:new-stile).'),
    ), (
        'en/glossary.toml:7: there is no term “new-stile”; did you mean “new-style”?',
    )),
    Case('unknown related item', (
        ('en/glossary.toml', '"term:old-style"', '"term:oldstyle"'),
    ), (
        'en/glossary.toml:15: there is no term “oldstyle”; did you mean “old-style”?',
    )),
    Case('unknown place of an event', (
        ('en/events.toml', 'place = "tsaritsyn"', 'place = "tsaritsin"'),
    ), (
        'en/events.toml:29: there is no place “tsaritsin”; did you mean “tsaritsyn”?',
    )),
    Case('unknown person of an event', (
        ('en/events.toml', '["stalin"]', '["stalin", "koba"]'),
    ), (
        'en/events.toml:30: there is no person “koba”; correct the id or add it to people.toml',
    )),
    Case('unknown source of a claim', (
        ('en/claims.toml', '["kotkin2014"]', '["kotkin"]'),
    ), (
        'en/claims.toml:8: there is no source “kotkin”; did you mean “kotkin2014”?',
    )),
    Case('unknown stop', (
        ('en/journeys.toml', 'place = "moscow"', 'place = "moskow"'),
    ), (
        'en/journeys.toml:9: there is no place “moskow”; did you mean “moscow”?',
    )),
    Case('unknown place on the home page', (
        ('pack.toml', '{place = "petrograd"', '{place = "paris"'),
    ), (
        'pack.toml:12: there is no place “paris”; correct the id or add it to places.toml',
    )),
    Case('unknown place in a map view', (
        ('en/chapters/two-calendars.md', 'view="place:petrograd zoom:6"', 'view="place:paris zoom:6"'),
    ), (
        'en/chapters/two-calendars.md:9: there is no place “paris”; correct the id or add it to places.toml',
    )),
    Case('raw html block', (
        ('en/chapters/one-calendar.md', '{#change', '<div>old</div>\n\n{#change'),
    ), (
        'en/chapters/one-calendar.md:9: raw HTML; write it in Markdown; HTML comments are not allowed either',
    )),
    Case('raw html in a line', (
        ('en/chapters/one-calendar.md', 'took over', '<b>took</b> over'),
    ), (
        'en/chapters/one-calendar.md:10: raw HTML; write it in Markdown, or \\< for the sign itself',
    )),
    Case('html comment', (
        ('en/chapters/one-calendar.md', '{#change', '<!-- check this -->\n\n{#change'),
    ), (
        'en/chapters/one-calendar.md:9: raw HTML; write it in Markdown; HTML comments are not allowed either',
    )),
    Case('code block', (
        ('en/chapters/one-calendar.md', '{#change', '    indented text\n\n{#change'),
    ), (
        'en/chapters/one-calendar.md:9: a code block; take away the backticks or the four spaces at the beginning of the line',
    )),
    Case('inline code', (
        ('en/chapters/one-calendar.md', 'neighbours', '`neighbours`'),
    ), (
        'en/chapters/one-calendar.md:10: words between backticks; use *emphasis* or quotation marks',
    )),
    Case('heading of level one', (
        ('en/chapters/one-calendar.md', '## The day', '# The day'),
    ), (
        'en/chapters/one-calendar.md:7: a heading of level 1; use ## or ### inside a chapter',
    )),
    Case('heading of level four', (
        ('en/chapters/one-calendar.md', '{#tsaritsyn', '#### Later\n\n{#tsaritsyn'),
    ), (
        'en/chapters/one-calendar.md:12: a heading of level 4; use ## or ### inside a chapter',
    )),
    Case('heading that skips a level', (
        ('en/chapters/one-calendar.md', '## The day', '### The day'),
    ), (
        'en/chapters/one-calendar.md:7: the heading skips a level; put a ## heading before the first ###',
    )),
    Case('attributes behind a heading', (
        ('en/chapters/one-calendar.md', '31 January\n', '31 January {#day}\n'),
    ), (
        'en/chapters/one-calendar.md:7: attributes stand behind the heading; put {…} on the line before it',
    )),
    Case('attributes inside a paragraph', (
        ('en/chapters/one-calendar.md', '1918. [The', '1918.\n{.fact}\n[The'),
    ), (
        'en/chapters/one-calendar.md:11: attributes stand inside a paragraph; put an empty line before them',
    )),
    Case('unreadable attributes', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .fact'),
    ), (
        'en/chapters/one-calendar.md:9: the attributes cannot be read; write {#id .class view="…"} on one line',
    )),
    Case('unknown class', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .facts}'),
    ), (
        'en/chapters/one-calendar.md:9: there is no class “.facts”; did you mean “.fact”?',
    )),
    Case('unknown attribute', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .fact veiw=x}'),
    ), (
        'en/chapters/one-calendar.md:9: there is no attribute “veiw”; did you mean “view”?',
    )),
    Case('bad passage id', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#Change .fact}'),
    ), (
        'en/chapters/one-calendar.md:9: “Change” is not a valid passage id; use lower-case letters a–z, digits and hyphens, beginning with a letter or digit',
    )),
    Case('pull before a paragraph', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .pull}'),
    ), (
        'en/chapters/one-calendar.md:9: “.pull” stands before something else; put it before a quotation (>)',
    )),
    Case('passage id used twice', (
        ('en/chapters/one-calendar.md', '{#tsaritsyn', '{#change'),
    ), (
        'en/chapters/one-calendar.md:12: the passage id “change” is used twice; give one of them another id',
    )),
    Case('fact without a source', (
        ('en/chapters/one-calendar.md', 'day.[2](source:service2004)', 'day.'),
    ), (
        'en/chapters/one-calendar.md:13: this passage is marked .fact but cites no source; add [](source:key)',
    )),
    Case('content note that skips to nowhere', (
        (
            'en/chapters/one-calendar.md',
            'span: 1918\n',
            'span: 1918\ncontent_note: This is about war. [Skip it](chapter:two-calendars#nowhere)\n',
        ),
    ), (
        'en/chapters/one-calendar.md:5: chapter “two-calendars” has no passage “nowhere”; '
        'correct the id after #, or give the passage that id with {#…}',
    )),
    Case('unsourced fact', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .fact .unsourced}'),
    ), (
        'en/chapters/one-calendar.md:9: a passage marked .unsourced is also a .fact; take .unsourced away',
    )),
    Case('unsourced passage that cites', (
        ('en/chapters/one-calendar.md', '{#change .fact}', '{#change .unsourced}'),
    ), (
        'en/chapters/one-calendar.md:9: a passage marked .unsourced cites a source; take .unsourced away',
    )),
    Case('unsourced heading', (
        ('en/chapters/one-calendar.md', '## The day', '{.unsourced}\n## The day'),
    ), (
        'en/chapters/one-calendar.md:7: “.unsourced” stands before a heading or a rule; put it before a text',
    )),
    Case('unknown evidence', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "sure"\n'),
    ), (
        'pack.toml:2: the evidence is “sure”; write "open" or "strict"',
    )),
    Case('strict pack with a number without a source', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "strict"\n'),
    ), (
        'en/chapters/two-calendars.md:21: a passage with a number cites no source; '
        'add [](source:key), or {.unsourced} above it where there is none to name',
    )),
    Case('strict pack with a quotation without a source', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "strict"\n'),
        ('en/chapters/two-calendars.md', '{#table}', '> It was cold.\n\n{#table .unsourced}'),
    ), (
        'en/chapters/two-calendars.md:20: a quotation cites no source; '
        'add [](source:key), or {.unsourced} above it where there is none to name',
    )),
    Case('strict pack with quoted words without a source', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "strict"\n'),
        ('en/chapters/two-calendars.md', '{#table}', 'They called it “the cold month”.\n\n{#table .unsourced}'),
    ), (
        'en/chapters/two-calendars.md:20: a passage with quoted words cites no source; '
        'add [](source:key), or {.unsourced} above it where there is none to name',
    )),
    Case('strict pack with a doubt without a source', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "strict"\n'),
        ('en/chapters/two-calendars.md', '{#table}', '[It](event:arrival) was cold.\n\n{#table .unsourced}'),
        ('en/events.toml', 'lane = "life"\nconfidence = "A"\n', 'lane = "life"\nconfidence = "A/B"\n'),
    ), (
        'en/chapters/two-calendars.md:20: a passage links the event “arrival”, which is not certain, and cites no source; '
        'add [](source:key), or {.unsourced} above it where there is none to name',
    )),
    Case('strict pack with an event without a source', (
        ('pack.toml', 'format = 1\n', 'format = 1\nevidence = "strict"\n'),
        ('en/chapters/two-calendars.md', '{#table}', '{#table .unsourced}'),
        (
            'en/events.toml',
            'lane = "country"\nconfidence = "A"\nsources = ["kotkin2014"]',
            'lane = "country"\nconfidence = "A"\nsources = []',
        ),
    ), (
        'en/events.toml:22: the event “new-calendar” names no source; add sources = ["key"]',
    )),
    Case('bad map view', (
        ('en/chapters/one-calendar.md', 'zoom:5', 'zoom:near'),
    ), (
        'en/chapters/one-calendar.md:12: “zoom:near” is no part of a map view; write a value such as zoom:6',
    )),
    Case('unknown part of a map view', (
        ('en/chapters/one-calendar.md', 'zoom:5', 'zom:5'),
    ), (
        'en/chapters/one-calendar.md:12: “zom:5” is no part of a map view; did you mean “zoom”?',
    )),
    Case('unclosed box', (
        ('en/chapters/two-calendars.md', 'had to learn.\n:::\n', 'had to learn.\n'),
    ), (
        'en/chapters/two-calendars.md:33: this box is never closed; end it with a line of three colons (:::)',
    )),
    Case('unknown box', (
        ('en/chapters/two-calendars.md', '::: aside Try it', '::: asid Try it'),
    ), (
        'en/chapters/two-calendars.md:33: there is no box “asid”; did you mean “aside”?',
        'en/chapters/two-calendars.md:35: this ::: closes nothing; open the box with ::: aside Title',
    )),
    Case('missing alternative text', (
        ('en/chapters/two-calendars.md', '![Two rows of days, one above the other. The upper row ends at 31 January; below it stands 13 February, and after that only the lower row goes on.]', '![]'),
    ), (
        'en/chapters/two-calendars.md:27: the figure “figures/two-rows.svg” has no alternative text; describe it between ![ and ]',
    )),
    Case('missing figure', (
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', 'figures/two-row.svg'),
    ), (
        'en/chapters/two-calendars.md:27: there is no figure “figures/two-row.svg”; did you mean “figures/two-rows.svg”?',
    )),
    Case('figure outside the pack', (
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', '../two-rows.svg'),
    ), (
        'en/chapters/two-calendars.md:27: the figure “../two-rows.svg” is outside the pack’s figures; put the file itself into figures/',
    )),
    Case('figure on the web', (
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', 'https://example.org/a.png'),
    ), (
        'en/chapters/two-calendars.md:27: the figure “https://example.org/a.png” is outside the pack; put the file into figures/',
    )),
    Case('figure in a sentence', (
        ('en/chapters/two-calendars.md', 'The seizure was', '![rows](figures/two-rows.svg) The seizure was'),
    ), (
        'en/chapters/two-calendars.md:29: a figure stands inside a sentence; put it alone in its own paragraph',
    )),
    Case('figure too large', (
        ('figures/two-rows.svg', 'viewBox="0 0 480 120" width="480" height="120"', 'width="30000" height="30000"'),
    ), (
        'figures/two-rows.svg:1: the figure has 30000 × 30000 pixels; make it 1,600 pixels wide or less',
    )),
    Case('svg with a reference', (
        ('figures/two-rows.svg', '</svg>', '<use href="#a"/></svg>'),
    ), (
        'figures/two-rows.svg:1: the SVG uses <use>; draw it with plain shapes, or save it as PNG',
    )),
    Case('svg that fetches', (
        ('figures/two-rows.svg', '</svg>', '<rect style="fill:url(http://example.org/a)"/></svg>'),
    ), (
        'figures/two-rows.svg:1: the style of a <rect> points outside the drawing; draw it with plain shapes, or save it as PNG',
    )),
    Case('svg with a script', (
        ('figures/two-rows.svg', '</svg>', '<rect onclick="x()"/></svg>'),
    ), (
        'figures/two-rows.svg:1: the SVG runs a script (onclick); draw it with plain shapes, or save it as PNG',
    )),
    Case('svg in another encoding', (
        ('figures/two-rows.svg', None, '<?xml version="1.0"?><svg/>'.encode('utf-16')),
    ), (
        'figures/two-rows.svg:1: the SVG is not UTF-8; save it again as UTF-8',
    )),
    Case('svg nested too deeply', (
        ('figures/two-rows.svg', '</svg>', '<g>' * 80 + '</g>' * 80 + '</svg>'),
    ), (
        'figures/two-rows.svg:1: the SVG nests more than 64 elements in each other; draw it with plain shapes, or save it as PNG',
    )),
    Case('png cut short', (
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', 'figures/a.png'),
        ('figures/two-rows.svg', None, None),
        ('figures/a.png', None, b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x02\0\0\0' + b'\0' * 8),
    ), (
        'figures/a.png:1: the picture is damaged or cut short; copy it again, or save it again',
    )),
    Case('svg with entities', (
        ('figures/two-rows.svg', '<svg ', '<!DOCTYPE svg [<!ENTITY a "b">]><svg '),
    ), (
        'figures/two-rows.svg:1: the SVG declares a document type; remove <!DOCTYPE …> and entities',
    )),
    Case('broken svg', (
        ('figures/two-rows.svg', '</svg>', ''),
    ), (
        'figures/two-rows.svg:13: the SVG is not well-formed XML; save it again as SVG',
    )),
    Case('figure of another kind', (
        ('figures/a.gif', None, b'GIF89a'),
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', 'figures/a.gif'),
        ('figures/two-rows.svg', None, None),
    ), (
        'figures/a.gif:1: a figure cannot be a .gif file; save it as PNG, JPEG or SVG',
    )),
    Case('png that is none', (
        ('figures/a.png', None, b'not a picture'),
        ('en/chapters/two-calendars.md', 'figures/two-rows.svg', 'figures/a.png'),
        ('figures/two-rows.svg', None, None),
    ), (
        'figures/a.png:1: this is not a PNG picture; save it again as PNG or JPEG',
    )),
    Case('undefined footnote', (
        ('en/chapters/two-calendars.md', '[^name]:', '[^nam]:'),
    ), (
        'en/chapters/two-calendars.md:29: the footnote “name” is not defined; add a line that begins with [^name]:',
    )),
    Case('footnote defined twice', (
        ('en/chapters/two-calendars.md', '[^name]: His', '[^name]: One.\n\n[^name]: His'),
    ), (
        'en/chapters/two-calendars.md:33: the footnote “name” is defined twice; give one of them another label',
    )),
    Case('footnote in a glossary text', (
        ('en/glossary.toml', 'nearly everywhere today.', 'nearly everywhere.[^a]'),
    ), (
        'en/glossary.toml:14: a footnote stands outside a chapter; write it into the text',
    )),
    Case('blocks nested too deeply', (
        ('en/chapters/one-calendar.md', '{#change', '>>>>>>>>>>>>>>>>>>>>>> deep\n\n{#change'),
    ), (
        'en/chapters/one-calendar.md:9: blocks are nested too deeply; use fewer lists and quotations inside one another',
    )),
    Case('no front matter', (
        ('en/chapters/one-calendar.md', '---\nid: one-calendar\ntitle: One calendar\nspan: 1918\n---\n', ''),
    ), (
        'en/chapters/one-calendar.md:1: the chapter has no front matter; begin it with ---, id: …, title: …, span: …, ---',
    )),
    Case('unclosed front matter', (
        ('en/chapters/one-calendar.md', 'span: 1918\n---\n', 'span: 1918\n'),
    ), (
        'en/chapters/one-calendar.md:1: the front matter is never closed; end it with a line of three hyphens (---)',
    )),
    Case('front matter that is no YAML', (
        ('en/chapters/one-calendar.md', 'title: One calendar', 'title: One: calendar'),
    ), (
        'en/chapters/one-calendar.md:3: the YAML cannot be read (mapping values are not allowed in this context); put the value between quotation marks if it holds a colon',
    )),
    Case('front matter with anchors', (
        ('en/chapters/one-calendar.md', 'title: One calendar', 'title: &a One\nsubtitle: *a'),
    ), (
        'en/chapters/one-calendar.md:3: the front matter uses a YAML anchor; write the value out',
    )),
    Case('front matter with a list', (
        ('en/chapters/one-calendar.md', 'title: One calendar', 'title: [One, calendar]'),
    ), (
        'en/chapters/one-calendar.md:3: “title” must be a text; write it on one line behind the colon',
    )),
    Case('front matter without a title', (
        ('en/chapters/one-calendar.md', 'title: One calendar\n', ''),
    ), (
        'en/chapters/one-calendar.md:1: the chapter has no title; add title: … to the front matter',
    )),
    Case('front matter with an unknown field', (
        ('en/chapters/one-calendar.md', 'title: One', 'titel: One\ntitle: One'),
    ), (
        'en/chapters/one-calendar.md:3: the front matter has no field “titel”; did you mean “title”?',
    )),
    Case('front matter with a field twice', (
        ('en/chapters/one-calendar.md', 'span: 1918', 'span: 1918\nspan: 1919'),
    ), (
        'en/chapters/one-calendar.md:5: “span” stands twice in the front matter; keep one of them',
    )),
    Case('front matter too long', (
        ('en/chapters/one-calendar.md', 'title: One calendar', 'title: ' + 'x' * 9000),
    ), (
        'en/chapters/one-calendar.md:1: the front matter has 9,036 characters; keep it under 8,192',
    )),
    Case("chapter id that is not the file's", (
        ('en/chapters/one-calendar.md', 'id: one-calendar', 'id: calendar-one'),
    ), (
        'en/chapters/one-calendar.md:2: the id “calendar-one” is not the file’s name; write id: one-calendar',
    )),
    Case('bad span', (
        ('en/chapters/one-calendar.md', 'span: 1918', 'span: in 1918'),
    ), (
        'en/chapters/one-calendar.md:4: “in 1918” is not an EDTF date; write 1878-12-18, 1878-12, 1878, 1878~ or 1884/1890',
    )),
    Case('chapter without text', (
        ('en/chapters/one-calendar.md', None, '---\nid: one-calendar\ntitle: One calendar\nspan: 1918\n---\n'),
    ), (
        'en/chapters/one-calendar.md:6: the chapter has no text; write it below the front matter',
    )),
    Case('no pack.toml', (
        ('pack.toml', None, None),
    ), (
        'pack.toml:1: there is no pack.toml; write one, or start with historydesk pack new',
    )),
    Case('broken pack.toml', (
        ('pack.toml', 'id = "missing-days"', 'id = missing-days'),
    ), (
        'pack.toml:2: the TOML cannot be read (Invalid value); correct the line or the one before it',
    )),
    Case('other format', (
        ('pack.toml', 'format = 1', 'format = 2'),
    ), (
        'pack.toml:1: the format is 2; write format = 1',
    )),
    Case('bad pack id', (
        ('pack.toml', 'id = "missing-days"', 'id = "Missing Days"'),
    ), (
        'pack.toml:2: “Missing Days” is not a valid id; use lower-case letters a–z, digits and hyphens, beginning with a letter or digit',
    )),
    Case('no version', (
        ('pack.toml', 'version = "1.0.0"\n', ''),
    ), (
        'pack.toml:1: the pack has no version; add version = "…"',
    )),
    Case('version that is no text', (
        ('pack.toml', 'version = "1.0.0"', 'version = 1.0'),
    ), (
        'pack.toml:3: “version” must be a text; write it between quotation marks',
    )),
    Case('no languages', (
        ('pack.toml', '["en"]', '[]'),
    ), (
        'pack.toml:5: the pack names no languages; write languages = ["en"], its own first',
    )),
    Case('unknown field in pack.toml', (
        ('pack.toml', 'license =', 'licence ='),
    ), (
        'pack.toml:1: the pack has no license; add license = "…"',
        'pack.toml:4: unknown field “licence”; did you mean “license”?',
    )),
    Case('title in an unknown language', (
        ('pack.toml', '[home]', 'ka = "…"\n\n[home]'),
    ), (
        'pack.toml:10: “ka” is not a language of this pack; add it to languages or remove the line',
    )),
    Case('chapter listed but missing', (
        ('pack.toml', '"one-calendar"]', '"one-calendar", "no-calendar"]'),
    ), (
        'pack.toml:19: there is no file en/chapters/no-calendar.md; write it or take it off the list',
    )),
    Case('chapter listed twice', (
        ('pack.toml', '"one-calendar"]', '"one-calendar", "one-calendar"]'),
    ), (
        'pack.toml:19: the chapter “one-calendar” is listed twice; list it once',
    )),
    Case('chapter not listed', (
        ('en/chapters/draft.md', None, '---\nid: draft\n---\n'),
    ), (
        'en/chapters/draft.md:1: this chapter is not listed in pack.toml; add it to the chapters of a part or move it away',
    )),
    Case('folder of an unknown language', (
        ('ka/glossary.toml', None, ''),
    ), (
        'ka/glossary.toml:1: “ka” is not a language of this pack; add it to languages in pack.toml or remove it',
    )),
    Case('unknown file', (
        ('en/glosary.toml', None, ''),
    ), (
        'en/glosary.toml:1: “glosary.toml” is no file of a pack; use alliances.toml, claims.toml, councils.toml, debates.toml, estimates.toml, events.toml, glossary.toml, journeys.toml, lanes.toml, people.toml, places.toml, plates.toml, timeline.toml',
    )),
    Case('broken TOML', (
        ('en/people.toml', 'name = "Joseph Stalin"', 'name = "Joseph Stalin'),
    ), (
        "en/people.toml:14: the TOML cannot be read (Illegal character '\\n'); correct the line or the one before it",
    )),
    Case('a key twice', (
        ('en/people.toml', 'name = "Joseph Stalin"', 'name = "Joseph Stalin"\nname = "Koba"'),
    ), (
        'en/people.toml:15: the TOML cannot be read (Cannot overwrite a value); correct the line or the one before it',
    )),
    Case('id used twice', (
        ('en/people.toml', 'id = "stalin"', 'id = "lenin"'),
    ), (
        'en/chapters/one-calendar.md:13: there is no person “stalin”; correct the id or add it to people.toml',
        'en/events.toml:30: there is no person “stalin”; correct the id or add it to people.toml',
        'en/journeys.toml:4: there is no person “stalin”; correct the id or add it to people.toml',
        'en/people.toml:13: the person “lenin” is already there (line 1); give one of them another id',
    )),
    Case('bad id', (
        ('en/people.toml', 'id = "lenin"', 'id = "Lenin"'),
    ), (
        'en/chapters/two-calendars.md:29: there is no person “lenin”; correct the id or add it to people.toml',
        'en/events.toml:8: there is no person “lenin”; correct the id or add it to people.toml',
        'en/people.toml:2: “Lenin” is not a valid id; use lower-case letters a–z, digits and hyphens, beginning with a letter or digit',
    )),
    Case('no id', (
        ('en/debates.toml', 'id = "which-date"\n', ''),
    ), (
        'en/debates.toml:1: this [[debate]] has no id; add id = …',
    )),
    Case('required field missing', (
        ('en/glossary.toml', 'title = "New Style"\n', ''),
    ), (
        'en/glossary.toml:11: [[term]] “new-style” has no title; add title = …',
    )),
    Case('unknown field', (
        ('en/glossary.toml', 'aliases = ["N.S.", "Gregorian calendar"]', 'alias = ["N.S."]'),
    ), (
        'en/glossary.toml:16: [[term]] has no field “alias”; did you mean “aliases”?',
    )),
    Case('unknown table', (
        ('en/glossary.toml', '[[term]]\nid = "new-style"', '[[terms]]\nid = "x"\n\n[[term]]\nid = "new-style"'),
    ), (
        'en/glossary.toml:1: unknown table “terms”; did you mean “term”?',
    )),
    Case('single table', (
        ('en/debates.toml', '[[debate]]', '[debate]'),
    ), (
        'en/debates.toml:1: “debate” must be a list of tables; begin each one with [[debate]]',
    )),
    Case('text of the wrong type', (
        ('en/people.toml', 'life = "1870–1924"', 'life = 1870'),
    ), (
        'en/people.toml:6: “life” must be a text; write it between quotation marks',
    )),
    Case('list of the wrong type', (
        ('en/events.toml', 'people = ["stalin"]', 'people = "stalin"'),
    ), (
        'en/events.toml:30: “people” has the wrong type; write a list of ids',
    )),
    Case('a language by its name', (
        ('en/glossary.toml', 'script_lang = "ru"', 'script_lang = "Russian"'),
    ), (
        'en/glossary.toml:6: “Russian” is not a language tag; write a tag such as en, ka or pt-BR',
    )),
    Case('bad verdict', (
        ('en/claims.toml', '"accurate"', '"true"'),
    ), (
        'en/claims.toml:4: “true” is not a verdict; use one of accurate, imprecise, disputed, wrong, unsourced',
    )),
    Case('bad lane', (
        ('en/events.toml', 'lane = "life"', 'lane = "live"'),
    ), (
        'en/events.toml:31: “live” is not a lane; use one of life, party, country, world',
    )),
    Case('bad confidence', (
        ('en/claims.toml', 'confidence = "A"', 'confidence = "D"'),
    ), (
        'en/claims.toml:7: “D” is not a confidence; use one of A, B, C, A/B, A/C, B/C',
    )),
    Case('bad mode', (
        ('en/journeys.toml', 'mode = "rail"', 'mode = "train"'),
    ), (
        'en/journeys.toml:11: “train” is not a mode; use one of rail, road, sea, river, sledge',
    )),
    Case('bad calendar', (
        ('en/events.toml', '"julian"', '"old"'),
    ), (
        'en/events.toml:4: “old” is not a calendar; use one of gregorian, julian',
    )),
    Case('bad name years', (
        ('en/places.toml', '["1589", "Tsaritsyn"]', '["long ago", "Tsaritsyn"]'),
    ), (
        'en/places.toml:23: “long ago” is not a year; write the first year of the name, such as "1936"',
    )),
    Case('bad names', (
        ('en/places.toml', '["1589", "Tsaritsyn"]', '"Tsaritsyn"'),
    ), (
        'en/places.toml:23: “names” has the wrong type; write a list of [year, name] pairs',
    )),
    Case('claim without a source', (
        ('en/claims.toml', 'sources = ["kotkin2014"]', 'sources = []'),
    ), (
        'en/claims.toml:8: the claim “november” names no source; add sources = ["key"], or the verdict unsourced',
    )),
    Case('bad date', (
        ('en/events.toml', 'date = "1918-06-06"', 'date = "6 June 1918"'),
    ), (
        'en/events.toml:26: “6 June 1918” is not an EDTF date; write 1878-12-18, 1878-12, 1878, 1878~ or 1884/1890',
    )),
    Case('date that is no text', (
        ('en/events.toml', 'date = "1918-06-06"', 'date = 1918-06-06'),
    ), (
        'en/events.toml:26: “date” must be a text; write it between quotation marks',
    )),
    Case('day that does not exist', (
        ('en/events.toml', 'date = "1918-06-06"', 'date = "1918-06-31"'),
    ), (
        'en/events.toml:26: there is no day 1918-06-31 in the calendar; correct the day or the month',
    )),
    Case('interval reversed', (
        ('en/events.toml', '"1917-11-07/1917-11-08"', '"1917-11-08/1917-11-07"'),
    ), (
        'en/events.toml:3: the interval “1917-11-08/1917-11-07” ends before it begins; write the earlier date first',
    )),
    Case('interval with an open end', (
        ('en/events.toml', '"1917-11-07/1917-11-08"', '"1917-11-07/.."'),
    ), (
        'en/events.toml:3: the interval “1917-11-07/..” has an open end; write both dates',
    )),
    Case('band with one date', (
        ('en/timeline.toml', '"1917-11-07/1918-02-13"', '"1917-11-07"'),
    ), (
        'en/timeline.toml:5: the band “two-calendars” has one date where it needs two; write an interval, such as 1921-03-16/1928~',
    )),
    Case('band without a name', (
        ('en/timeline.toml', 'title = "One calendar"\n', ''),
    ), (
        'en/timeline.toml:8: [[band]] “one-calendar” has no title; add title = …',
    )),
    Case('lane that the timeline does not have', (
        ('en/lanes.toml', 'id = "life"', 'id = "weather"'),
    ), (
        'en/lanes.toml:4: “weather” is not a lane of the timeline; use one of life, party, world',
    )),
    Case('set of dates', (
        ('en/events.toml', '"1918-06-06"', '"[1918,1919]"'),
    ), (
        'en/events.toml:26: the date “[1918,1919]” uses a form of EDTF that packs do not; use a date or an interval',
    )),
    Case('event without a date', (
        ('en/events.toml', 'date = "1918-06-06"\n', ''),
    ), (
        'en/events.toml:24: [[event]] “arrival” has no date; add date = …',
    )),
    Case('journey with one stop', (
        ('en/journeys.toml', '[[journey.stop]]\nplace = "tsaritsyn"\ndates = "from 6 June 1918"\nedtf = "1918-06-06"\npassage = "one-calendar#tsaritsyn"\nconfidence = "A"\n', ''),
        ('journeys.geojson', None, None),
    ), (
        'en/journeys.toml:1: the journey “to-tsaritsyn” has 1 stop(s); give it two or more',
    )),
    Case('stop with neither place nor name', (
        ('en/journeys.toml', 'place = "tsaritsyn"\n', ''),
    ), (
        'en/journeys.toml:16: stop 2 of the journey “to-tsaritsyn” has neither place nor name; add place = …, or name = … where the pack has no such place',
    )),
    Case('way to a stop without a place', (
        ('en/journeys.toml', 'place = "tsaritsyn"\n', 'name = "A siding"\n'),
        ('journeys.geojson', None, None),
    ), (
        'en/journeys.toml:8: move 1 of the journey “to-tsaritsyn” has no line; draw it in journeys.geojson: a stop without a place is on no map',
    )),
    Case('home place with a number for a name', (
        ('pack.toml', 'year = "1918"', 'year = "1918", name = 1'),
    ), (
        'pack.toml:12: the name of a home place is no text; write name = "Moscow" or name = {en = "Moscow"}',
    )),
    Case('home place named in another language', (
        ('pack.toml', 'year = "1918"', 'year = "1918", name = {ka = "ცარიცინი"}'),
    ), (
        'pack.toml:12: “ka” is not a language of this pack; add it to languages or remove the line',
    )),
    Case('broken GeoJSON', (
        ('places.geojson', ']}\n', ']\n'),
    ), (
        'places.geojson:5: the GeoJSON breaks off; save or copy the whole file again; it ends with ]}',
    )),
    Case('GeoJSON of another kind', (
        ('places.geojson', '"FeatureCollection"', '"Feature"'),
    ), (
        'places.geojson:1: this is no GeoJSON FeatureCollection; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('place without a point', (
        ('places.geojson', '{"type": "Feature", "properties": {"id": "moscow", "rank": 1, "precision_m": 500}, "geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}},\n', ''),
    ), (
        'en/places.toml:12: the place “moscow” is not in places.geojson; add its point',
    )),
    Case('point without a place', (
        ('places.geojson', '"id": "petrograd"', '"id": "peterhof"'),
    ), (
        'places.geojson:2: the place “peterhof” has no entry in en/places.toml; add [[place]] with id = "peterhof"',
    )),
    Case('point there twice', (
        ('places.geojson', '"id": "moscow"', '"id": "petrograd"'),
    ), (
        'places.geojson:3: the place “petrograd” is already there (line 2); remove one of them',
    )),
    Case('place off the globe', (
        ('places.geojson', '[37.6176, 55.752]', '[376.176, 55.752]'),
    ), (
        'places.geojson:3: the place “moscow” is at 376.176, 55.752, which is off the globe; write degrees, longitude first',
    )),
    Case('latitude first', (
        ('places.geojson', '[37.6176, 55.752]', '[19.35, -99.16]'),
    ), (
        'places.geojson:3: the place “moscow” is at 19.35, -99.16, which is off the globe; longitude comes first: exchange the two',
    )),
    Case('place off the map', (
        ('places.geojson', '[37.6176, 55.752]', '[-170, -66]'),
    ), (
        'places.geojson:3: the place “moscow” is off the map (-170, -66); choose a place the map shows',
    )),
    Case('coordinate that is no number', (
        ('places.geojson', '55.752', 'NaN'),
    ), (
        'places.geojson:3: the place “moscow” has a coordinate that is no number; write [longitude, latitude] in degrees',
    )),
    Case('coordinates as text', (
        ('places.geojson', '[37.6176, 55.752]', '["37.6176", "55.752"]'),
    ), (
        'places.geojson:3: the place “moscow” has no numbers for coordinates; write [longitude, latitude]',
    )),
    Case('place with a height', (
        ('places.geojson', '55.752]', '55.752, 150]'),
    ), (
        'places.geojson:3: the place “moscow” has 3 coordinates; write longitude and latitude only',
    )),
    Case('place of several points', (
        ('places.geojson', '[37.6176, 55.752]', '[[37.6176, 55.752], [37.7, 55.8]]'),
    ), (
        'places.geojson:3: the place “moscow” has points inside points for coordinates; write [longitude, latitude]',
    )),
    Case('place that is an area', (
        ('places.geojson', '"Point", "coordinates": [37.6176, 55.752]', '"Polygon", "coordinates": [[[37, 55], [38, 55], [38, 56], [37, 55]]]'),
    ), (
        'places.geojson:3: the place “moscow” is a Polygon; make it a Point',
    )),
    Case('bad rank', (
        ('places.geojson', '"rank": 2', '"rank": 4'),
    ), (
        'places.geojson:4: the place “tsaritsyn” has the rank 4; use 1 (always labelled), 2 or 3',
    )),
    Case('unknown property', (
        ('places.geojson', '"rank": 2', '"rang": 2'),
    ), (
        'places.geojson:4: unknown property “rang”; did you mean “rank”?',
    )),
    Case('leg with one point', (
        ('journeys.geojson', ', [39.74, 54.63], [41.45, 52.72], [44.5133, 48.708]', ''),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has 1 point(s); give it two points or more',
    )),
    Case('leg as a flat list', (
        ('journeys.geojson', ', [39.74, 54.63], [41.45, 52.72], [44.5133, 48.708]', ', 39.74, 54.63'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has a point that is no list; write each point as [longitude, latitude]',
    )),
    Case('ways that do not meet', (
        ('journeys.geojson', ']]}}\n', ']]}},\n{"type": "Feature", "properties": {"journey": "to-tsaritsyn", "leg": 1, "mode": "road"}, "geometry": {"type": "LineString", "coordinates": [[41.45, 52.72], [44.5133, 48.708]]}}\n'),
    ), (
        'journeys.geojson:3: way 2 of leg 1 of the journey “to-tsaritsyn” begins 495 km from where the one before it ends; begin it at [44.5133, 48.708], or give it the number of another leg',
    )),
    Case('stop of an unknown passage', (
        ('en/journeys.toml', 'one-calendar#tsaritsyn', 'one-calendar#tsaritsin'),
    ), (
        'en/journeys.toml:20: chapter “one-calendar” has no passage “tsaritsin”; did you mean “tsaritsyn”?',
    )),
    Case('stop of an unknown chapter', (
        ('en/journeys.toml', 'one-calendar#tsaritsyn', 'one-calender#tsaritsyn'),
    ), (
        'en/journeys.toml:20: there is no chapter “one-calender”; did you mean “one-calendar”?',
    )),
    Case('stop that names a chapter only', (
        ('en/journeys.toml', 'one-calendar#tsaritsyn', 'one-calendar'),
    ), (
        'en/journeys.toml:20: “one-calendar” names no passage; write chapter#passage, such as seminary#arrival',
    )),
    Case('bad date of a stop', (
        ('en/journeys.toml', 'edtf = "1918-06-06"', 'edtf = "6 June 1918"'),
    ), (
        'en/journeys.toml:19: “6 June 1918” is not an EDTF date; write 1878-12-18, 1878-12, 1878, 1878~ or 1884/1890',
    )),
    Case('stops in the wrong order', (
        ('en/journeys.toml', 'mode = "rail"\n', 'mode = "rail"\nedtf = "1918-07"\n'),
    ), (
        'en/journeys.toml:20: stop 2 of the journey “to-tsaritsyn” is earlier than the stop before it; correct one of the dates or the order of the stops',
    )),
    Case('step past the last stop', (
        ('en/chapters/one-calendar.md', 'step:2', 'step:3'),
    ), (
        'en/chapters/one-calendar.md:12: the journey “to-tsaritsyn” has no stop 3; it has 2 stops, counted from 1',
    )),
    Case('step without a journey', (
        ('en/chapters/one-calendar.md', 'journey:to-tsaritsyn step:2', 'step:2'),
    ), (
        'en/chapters/one-calendar.md:12: “step:2” belongs to no journey; write journey:… before it: “journey:j-1 step:2”',
    )),
    Case('leg of an unknown journey', (
        ('journeys.geojson', '"to-tsaritsyn"', '"to-tsaritsin"'),
    ), (
        'journeys.geojson:2: there is no journey “to-tsaritsin”; did you mean “to-tsaritsyn”?',
    )),
    Case('leg with an unknown mode', (
        ('journeys.geojson', '"rail"', '"railway"'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has the mode “railway”; did you mean “rail”?',
    )),
    Case('leg without a number', (
        ('journeys.geojson', '"leg": 1, ', ''),
    ), (
        'journeys.geojson:2: a line of the journey “to-tsaritsyn” has no leg; add "leg", counted from 1',
    )),
    Case('leg behind the last stop', (
        ('journeys.geojson', '"leg": 1', '"leg": 2'),
    ), (
        'journeys.geojson:2: the journey “to-tsaritsyn” has no move 2; it has 2 stops: add a stop or remove the line',
    )),
    Case('source there twice', (
        ('sources.bib', '@book{service2004', '@book{kotkin2014'),
    ), (
        'sources.bib:9: the source “kotkin2014” is already there (line 1); give one of them another key',
    )),
    Case('source without a year', (
        ('sources.bib', ',\n  year = {2004}', ''),
    ), (
        'sources.bib:9: the source “service2004” has no year; add year = {…}',
    )),
    Case('source with a field twice', (
        ('sources.bib', '  year = {2004}', '  title = {Again},\n  year = {2004}'),
    ), (
        'sources.bib:9: the entry has the field “title” twice; keep one of them',
    )),
    Case('broken BibTeX', (
        ('sources.bib', 'year = {2004}\n}', 'year = {2004\n'),
    ), (
        'sources.bib:9: the BibTeX entry cannot be read; look for a missing comma, quotation mark or brace',
    )),
    Case('quiz of no chapter', (
        ('en/quiz/three-calendars.gift', None, '::A:: Is it? {T}\n'),
    ), (
        'en/quiz/three-calendars.gift:1: there is no chapter “three-calendars” for this quiz; name the file after a chapter',
    )),
    Case('answers never closed', (
        ('en/quiz/two-calendars.gift', '  ~February\n}', '  ~February\n'),
    ), (
        'en/quiz/two-calendars.gift:6: the answers are never closed; end them with }',
    )),
    Case('two pairs of braces', (
        ('en/quiz/two-calendars.gift', '{TRUE#Look', '{TRUE} {#Look'),
    ), (
        'en/quiz/two-calendars.gift:13: the question has more than one pair of braces; write \\{ and \\} for the signs',
    )),
    Case('brace that closes nothing', (
        ('en/quiz/two-calendars.gift', '{TRUE#Look at the glossary again.}', '}'),
    ), (
        'en/quiz/two-calendars.gift:13: a } closes nothing; write \\} for the sign itself',
    )),
    Case('title never closed', (
        ('en/quiz/two-calendars.gift', '::The name::', '::The name'),
    ), (
        'en/quiz/two-calendars.gift:13: the question’s title is never closed; write ::title:: before the question',
    )),
    Case('no right answer', (
        ('en/quiz/two-calendars.gift', '  =November', '  =%50%November'),
    ), (
        'en/quiz/two-calendars.gift:7: no answer is wholly right; begin the right one with =',
    )),
    Case('one answer only', (
        ('en/quiz/two-calendars.gift', '  ~October #That is the Old Style date.\n  ~February\n', '  ~%100%\n'),
    ), (
        'en/quiz/two-calendars.gift:9: an answer is empty; write it, or remove its sign',
    )),
    Case('weights that do not add up', (
        ('en/quiz/two-calendars.gift', '  =November', '  ~%40%November'),
    ), (
        'en/quiz/two-calendars.gift:7: the weights of the right answers add up to 40 %; make them 100 % together',
    )),
    Case('number that is none', (
        ('en/quiz/two-calendars.gift', '{#13:0', '{#thirteen'),
    ), (
        'en/quiz/two-calendars.gift:4: “thirteen” is not a number; write 1922, 1922:2 (tolerance) or 1920..1924 (range)',
    )),
    Case('question without text', (
        ('en/quiz/two-calendars.gift', 'Old Style is the Julian calendar. {TRUE', '{TRUE'),
    ), (
        'en/quiz/two-calendars.gift:13: the question has no text; write it before the {',
    )),
    Case('html in a question', (
        ('en/quiz/two-calendars.gift', 'Old Style is', '[html]<script>x</script>Old Style is'),
    ), (
        'en/quiz/two-calendars.gift:13: the question uses the HTML tag <script>; use [markdown] or plain text',
    )),
    Case('text that is not UTF-8', (
        ('en/chapters/one-calendar.md', None, b'---\nid: one-calendar\ntitle: \xc9\xe9n\n'),
    ), (
        'en/chapters/one-calendar.md:3: the text is not UTF-8; save the file with the encoding UTF-8',
    )),
    Case('byte order mark', (
        ('en/chapters/one-calendar.md', None, b'\xef\xbb\xbf---\nid: one-calendar\n---\n'),
    ), (
        'en/chapters/one-calendar.md:1: the file begins with a byte order mark; save it as UTF-8 without a byte order mark',
    )),
    Case('NUL character', (
        ('en/chapters/one-calendar.md', None, b'---\nid: one-calendar\ntitle: a\x00b\n---\n'),
    ), (
        'en/chapters/one-calendar.md:3: the text holds a NUL character; remove it',
    )),
    Case('table too wide', (
        ('en/chapters/one-calendar.md', None, '---\nid: one-calendar\ntitle: x\nspan: 1918\n---\n' + '| a ' * 13 + '|\n' + '|---' * 13 + '|\n'),
    ), (
        'en/chapters/one-calendar.md:6: the table has 13 columns; divide it: 12 are the most',
    )),
    Case('too many references in one block', (
        ('en/chapters/one-calendar.md', None, '---\nid: one-calendar\ntitle: x\nspan: 1918\n---\n' + '[w](term:old-style) ' * 1001),
    ), (
        'en/chapters/one-calendar.md:6: the block has 1,001 references; divide it: 1,000 are the most',
    )),
    Case('escaped control character', (
        ('pack.toml', 'The Thirteen Missing Days', 'The \\u001b[31mDays'),
    ), (
        'pack.toml:8: the text holds a control character (\\u001b); remove it',
    )),
    Case('number without end', (
        ('pack.toml', 'format = 1', 'format = ' + '9' * 5000),
    ), (
        'pack.toml:1: the TOML has a number that cannot be read; write texts between quotation marks',
    )),
    Case('blank date', (
        ('en/events.toml', '1918-06-06', '   '),
    ), (
        'en/events.toml:26: [[event]] “arrival” has no date; add date = …',
    )),
    Case('control character', (
        ('en/chapters/one-calendar.md', None, b'---\nid: one-calendar\ntitle: a\x1b[31mb\n---\n'),
    ), (
        'en/chapters/one-calendar.md:3: the text holds a control character (U+001B); remove it',
    )),
    Case('page too long', (
        ('en/chapters/one-calendar.md', None, '---\nid: one-calendar\ntitle: x\nspan: 1918\n---\n' + 'word ' * 60000),
    ), (
        'en/chapters/one-calendar.md:1: the file has 300,045 bytes; keep it at or under 262,144 bytes, or divide it',
    )),
    Case('alliance with an unknown person', (
        ('en/alliances.toml', None, '[[alliance]]\nid = "al-1"\ndates = "1917"\nwon = ["lenin"]\nagainst = ["trotsky"]\n'),
    ), (
        'en/alliances.toml:5: there is no person “trotsky”; correct the id or add it to people.toml',
    )),
    Case('alliance with someone on two sides', (
        ('en/alliances.toml', None, '[[alliance]]\nid = "al-1"\ndates = "1917"\nwon = ["lenin"]\nagainst = ["lenin"]\n'),
    ), (
        'en/alliances.toml:5: “lenin” stands twice in “al-1”; keep one place, in won, apart or against',
    )),
    Case('alliance with a note on someone who stands nowhere', (
        ('en/alliances.toml', None, '[[alliance]]\nid = "al-1"\ndates = "1917"\n\n[[alliance.note]]\nperson = "lenin"\ntext = "ill"\n'),
    ), (
        'en/alliances.toml:6: “lenin” has a note but no side in “al-1”; add it to won, apart or against',
    )),
    Case('council with someone on two seats', (
        ('en/councils.toml', None, '[[council]]\nid = "c-1"\ntitle = "The council"\ndates = "1917"\nfull = ["lenin"]\ncandidates = ["lenin"]\n'),
    ), (
        'en/councils.toml:6: “lenin” stands twice in “c-1”; keep one place, in full or candidates',
    )),
    Case('alliance with a faulty date', (
        ('en/alliances.toml', None, '[[alliance]]\nid = "al-1"\ndates = "1917"\ndate = "in 1917"\n'),
    ), (
        'en/alliances.toml:4: “in 1917” is not an EDTF date; write 1878-12-18, 1878-12, 1878, 1878~ or 1884/1890',
    )),
    Case('alliance without dates', (
        ('en/alliances.toml', None, '[[alliance]]\nid = "al-1"\nwon = ["lenin"]\n'),
    ), (
        'en/alliances.toml:1: [[alliance]] “al-1” has no dates; add dates = …',
    )),
    Case('estimate with a figure in words', (
        ('en/estimates.toml', None, '[[estimate]]\nid = "n-1"\ntitle = "Days"\n\n[[estimate.row]]\nauthor = "Kotkin"\nlow = "13"\nhigh = 13\n'),
    ), (
        'en/estimates.toml:7: “low” has the wrong type; write a number',
    )),
    Case('estimate row without an author', (
        ('en/estimates.toml', None, '[[estimate]]\nid = "n-1"\ntitle = "Days"\n\n[[estimate.row]]\nlow = 13\n'),
    ), (
        'en/estimates.toml:5: this [[estimate.row]] has no author; add author = …',
    )),
    Case('position without a text', (
        ('en/debates.toml', 'text = "Only New Style can be compared with events in other countries."\n', ''),
    ), (
        'en/debates.toml:12: this [[debate.position]] has no text; add text = …',
    )),
    Case('neutral field in a translation', (
        ('pack.toml', '["en"]', '["en", "ka"]'),
        ('ka/glossary.toml', None, '[[term]]\nid = "old-style"\ntitle = "ძველი სტილი"\nscript = "старый стиль"\n'),
    ), (
        'ka/glossary.toml:4: “script” does not belong in a translation; remove it; it is taken from the first language',
    )),
    Case('translation of an unknown item', (
        ('pack.toml', '["en"]', '["en", "ka"]'),
        ('ka/glossary.toml', None, '[[term]]\nid = "old-stile"\ntitle = "ძველი სტილი"\n'),
    ), (
        'ka/glossary.toml:2: en has no term “old-stile”; did you mean “old-style”?',
    )),
    Case('translation with other stops', (
        ('pack.toml', '["en"]', '["en", "ka"]'),
        ('ka/journeys.toml', None, '[[journey]]\nid = "to-tsaritsyn"\ntitle = "ცარიცინისკენ"\n\n[[journey.stop]]\ndates = "1918"\n'),
    ), (
        'ka/journeys.toml:1: the journey “to-tsaritsyn” has 1 [[journey.stop]] where en has 2; write as many, in the same order',
    )),
    Case('span in a translation', (
        ('pack.toml', '["en"]', '["en", "ka"]'),
        ('ka/chapters/one-calendar.md', None, '---\nid: one-calendar\ntitle: ერთი კალენდარი\nspan: 1918\n---\n\nტექსტი\n'),
    ), (
        'ka/chapters/one-calendar.md:4: “span” does not belong in a translation; remove it; it is taken from the first language',
    )),
    Case('bad language tag', (
        ('pack.toml', '["en"]', '["en", "Georgian"]'),
    ), (
        'pack.toml:5: “Georgian” is not a language tag; write a tag such as en, ka or pt-BR',
    )),
    Case('TOML nested too deeply', (
        ('en/people.toml', None, 'x = ' + "[" * 5000 + "]" * 5000 + '\n'),
    ), (
        'en/people.toml:1: the TOML is nested too deeply; use plain tables and short lists',
    )),
    Case('GeoJSON nested too deeply', (
        ('journeys.geojson', None, '' + "[" * 100000 + "]" * 100000 + ''),
    ), (
        'journeys.geojson:1: the GeoJSON is nested too deeply; write a plain list of features',
    )),
    Case('list too long', (
        ('en/chapters/one-calendar.md', '{#change', '- day\n' * 1001 + '\n{#change'),
    ), (
        'en/chapters/one-calendar.md:9: the block has 1,001 list items or table rows; divide it: 1,000 are the most',
    )),
)
