"""A small, complete pack for tests, written row by row with the pack writer.

``build_sample_pack(path, chapters=3)`` writes the file and returns ``path``; the fixture ``sample_pack``
gives it ready. It has English (``en``) and Georgian (``ka``: titles and names translated, bodies mostly
fallen back to English), two parts and, by id:

* chapters ``gori``, ``seminary``, ``underground`` (and ``extra-4`` … when more are asked for), with a
  heading, paragraphs with links of every scheme, a list, a pull quote, an aside and a footnote
  ``note:<chapter>/1``; ``gori`` has a short version; passage ids are ``p1``, ``p2`` …
* terms ``seminary``, ``serf``, ``okhrana``; people ``stalin``, ``keke``, ``trotsky``
* places ``gori``, ``tbilisi``, ``moscow-kremlin``, ``casa-trotsky``; events ``e001`` … ``e004``
* claims ``cl-01`` … ``cl-03``; sources ``kotkin2014``, ``suny2020``, ``gori1878`` (primary)
* journey ``j-1``; plate ``gori`` with two sites, a river and a park; debate ``d-1``; estimates ``n-1``; alliance ``a-1``;
  one question of ``gori``; figure ``figures/dot.png``
"""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path
from typing import Any

from historydesk.domain.projection import forward
from historydesk.domain.spelling import folded_words
from historydesk.store.pack_writer import PackWriter
from historydesk.store.tables import (
    AllianceRow,
    ChapterRow,
    ClaimRow,
    ClaimTextRow,
    DebateRow,
    EstimateRow,
    EventRow,
    EventTextRow,
    FigureRow,
    HomeRow,
    JourneyRow,
    JourneyTextRow,
    LanguageRow,
    ManifestRow,
    NoteRow,
    PartRow,
    PassageRow,
    PersonRow,
    PersonTextRow,
    PlaceRow,
    PlaceTextRow,
    PlateRow,
    PlateTextRow,
    QuestionRow,
    ReferenceRow,
    SearchDocumentRow,
    SourceCitationRow,
    SourceRow,
    TermRow,
    TermTextRow,
)

_NUMBERS = {
    "title": "Pupils of the seminary",
    "unit": "people",
    "html": "<p>Never add these figures: they overlap.</p>",
    "sources": ["kotkin2014"],
    "rows": [
        {"author": "The register", "year": "1894", "label": "600", "low": 600, "high": 600, "kind": "recorded",
         "counts": "boys on the roll", "note": "", "source": "gori1878", "confidence": "A"},
        {"author": "Kotkin", "year": "2014", "label": "400–600", "low": 400, "high": 600, "kind": "estimated",
         "counts": "boys who came", "note": "A range.", "source": "kotkin2014", "confidence": "B"},
        {"author": "A visitor", "year": "", "label": "up to 800", "high": 800, "kind": "estimated",
         "counts": "everyone in the house", "note": "", "source": "", "confidence": ""},
    ],
}  # fmt: skip
_BRIEF = "A cobbler’s son grows up under the fortress of Gori. His mother wants a priest."
LANGUAGES = (("en", "English"), ("ka", "ქართული"))
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

_CHAPTERS = (
    ("gori", "origins", "A Boy from Gori", "A cobbler’s house under the fortress", "გორელი ბიჭი", 1878, 1894),
    (
        "seminary",
        "origins",
        "The Seminary",
        "Hymns by day, forbidden books by night",
        "სემინარია",
        1894,
        1899,
    ),
    ("underground", "rise", "Underground", "False papers and real prisons", "იატაკქვეშეთი", 1899, 1917),
)
_PLACES = (
    # id, lon, lat, rank, English, today, names by year, country then, country now, Georgian, other spellings
    ("gori", 44.1133, 41.9817, 1, "Gori", "Gori", [], "Russian Empire", "Georgia", "გორი", ["Гори"]),
    (
        "tbilisi",
        44.8015,
        41.6938,
        1,
        "Tiflis",
        "Tbilisi",
        [["1801", "Tiflis"], ["1936", "Tbilisi"]],
        "Russian Empire",
        "Georgia",
        "თბილისი",
        ["Тифлис", "Тбилиси"],
    ),
    (
        "moscow-kremlin",
        37.6176,
        55.7520,
        1,
        "Moscow, the Kremlin",
        "Moscow",
        [],
        "Soviet Union",
        "Russia",
        "მოსკოვი",
        ["Москва"],
    ),
    (
        "casa-trotsky",
        -99.1625,
        19.3583,
        2,
        "Coyoacán",
        "Mexico City",
        [],
        "Mexico",
        "Mexico",
        "კოიოაკანი",
        ["Койоакан"],
    ),
)
_PEOPLE = (
    (
        "stalin",
        "Joseph Stalin",
        "Stalin, Joseph",
        "იოსებ ჯუღაშვილი · Иосиф Сталин",
        "1878–1953",
        "General Secretary from 1922",
        "died at his dacha",
        "იოსებ სტალინი",
        ["Koba", "Soso", "Jughashvili", "Djugashvili"],
    ),
    (
        "keke",
        "Keke Geladze",
        "Geladze, Keke",
        "კეკე გელაძე",
        "c. 1858–1937",
        "his mother",
        "died in Tbilisi",
        "კეკე გელაძე",
        ["Ekaterine"],
    ),
    (
        "trotsky",
        "Leon Trotsky",
        "Trotsky, Leon",
        "Лев Троцкий",
        "1879–1940",
        "built the Red Army",
        "murdered in Mexico",
        "ლევ ტროცკი",
        ["Bronstein"],
    ),
)
_TERMS = (
    (
        "seminary",
        "Seminary",
        "SEM-in-er-ee",
        "семинария",
        "ru",
        ["place:tbilisi", "person:stalin"],
        "A school that trains priests. The one in Tiflis taught in Russian and forbade Georgian books.",
        "სემინარია",
    ),
    (
        "serf",
        "Serf",
        "",
        "крепостной",
        "ru",
        ["term:seminary"],
        "A peasant bound to a lord’s land. Serfdom ended in most of Georgia between 1864 and 1871.",
        "ყმა",
    ),
    (
        "okhrana",
        "Okhrana",
        "akh-RAH-na",
        "Охрана",
        "ru",
        [],
        "The tsar’s political police, which lived on informers.",
        "ოხრანკა",
    ),
)
_EVENTS = (
    (
        "e001",
        "1878-12-18",
        "julian",
        (1878, 12, 18),
        "Birth in Gori",
        "6 December 1878 (18 December, New Style)",
        "gori",
        ["stalin"],
        "life",
        "A",
        "დაბადება გორში",
    ),
    (
        "e002",
        "1894-09",
        "julian",
        (1894, 9, 1),
        "Enters the seminary",
        "September 1894",
        "tbilisi",
        ["stalin"],
        "life",
        "A",
        "სემინარიაში შესვლა",
    ),
    (
        "e003",
        "1922-04-03",
        "gregorian",
        (1922, 4, 3),
        "General Secretary",
        "3 April 1922",
        "moscow-kremlin",
        ["stalin"],
        "party",
        "A",
        "გენერალური მდივანი",
    ),
    (
        "e004",
        "1940-08-20",
        "gregorian",
        (1940, 8, 20),
        "The attack on Trotsky",
        "20 August 1940",
        "casa-trotsky",
        ["trotsky"],
        "party",
        "A",
        "თავდასხმა ტროცკიზე",
    ),
)
_CLAIMS = (
    (
        "cl-01",
        "He was born in 1879.",
        "wrong",
        "The parish register says 1878.",
        "The register of the church in Gori, his school papers and police files agree on 6 December 1878.",
        "A",
        ["kotkin2014", "gori1878"],
    ),
    (
        "cl-02",
        "He was expelled for teaching Marxism.",
        "imprecise",
        "He missed his examinations.",
        "The seminary struck him off in May 1899 for not sitting the examinations; his reasons are disputed.",
        "B",
        ["kotkin2014", "suny2020"],
    ),
    (
        "cl-03",
        "He robbed the bank in Tiflis himself.",
        "disputed",
        "",
        "That he helped to plan the robbery is likely; no good source places him in the square.",
        "C",
        ["suny2020"],
    ),
)
_SOURCES = (
    ("kotkin2014", "Stalin: Paradoxes of Power", 0, ""),
    ("suny2020", "Stalin: Passage to Revolution", 0, ""),
    ("gori1878", "Register of the Church of the Assumption, Gori", 1, "the entry of his birth"),
)
_KOTKIN = "<em>Stalin: Paradoxes of Power, 1878–1928</em>"
_SUNY = "<em>Stalin: Passage to Revolution</em>"
_CITATIONS = (
    ("chicago", "kotkin2014", 2, "Kotkin 2014", f"Kotkin, Stephen. {_KOTKIN}. Penguin, 2014."),
    ("chicago", "suny2020", 3, "Suny 2020", f"Suny, Ronald Grigor. {_SUNY}. Princeton, 2020."),
    (
        "chicago",
        "gori1878",
        1,
        "Gori register 1878",
        "Gori, Church of the Assumption. Register of births, 1878.",
    ),
    ("apa", "kotkin2014", 2, "Kotkin, 2014", f"Kotkin, S. (2014). {_KOTKIN}. Penguin."),
    ("apa", "suny2020", 3, "Suny, 2020", f"Suny, R. G. (2020). {_SUNY}. Princeton."),
    (
        "apa",
        "gori1878",
        1,
        "Gori register, 1878",
        "Gori, Church of the Assumption (1878). Register of births.",
    ),
    ("mla", "kotkin2014", 2, "Kotkin", f"Kotkin, Stephen. {_KOTKIN}. Penguin, 2014."),
    ("mla", "suny2020", 3, "Suny", f"Suny, Ronald Grigor. {_SUNY}. Princeton, 2020."),
    ("mla", "gori1878", 1, "Gori register", "Gori, Church of the Assumption. Register of births. 1878."),
)
_SHORTS = {id_: short for style, id_, _, short, _ in _CITATIONS if style == "chicago"}
_BLOCKS: dict[str, tuple[tuple[str, str], ...]] = {
    "gori": (
        ("heading", "<h2>Under the fortress</h2>"),
        (
            "paragraph",
            '<p>The boy was born in <a href="place:gori">Gori</a> in December 1878.<a class="cite" '
            'href="source:kotkin2014"><sup>1</sup></a> His mother, <a '
            'href="person:keke">Keke</a>, washed and '
            'sewed for richer houses; her own parents had been <a href="term:serf">serfs</a>.</p>',
        ),
        (
            "paragraph",
            '<p>Books still print the wrong year. <a href="claim:cl-01">How do we know?</a> The register of '
            '<a href="event:e001">his birth</a> survives.<a class="note" '
            'href="note:gori/1"><sup>a</sup></a></p>',
        ),
        ("list", "<ul><li>a brick house of two rooms</li><li>a workshop in the cellar</li></ul>"),
        ("pull", "<blockquote><p>A town of seven thousand people and three churches.</p></blockquote>"),
        (
            "aside",
            '<div class="aside"><h3 class="box-title">Two calendars</h3><p>Russia was twelve '
            "days behind.</p></div>",
        ),
    ),
    "seminary": (
        ("heading", "<h2>To Tiflis</h2>"),
        (
            "paragraph",
            '<p>In 1894 he won a place at the <a href="term:seminary">seminary</a> in '
            '<a href="place:tbilisi">Tiflis</a>.<a class="cite" href="source:suny2020"><sup>1</sup></a> '
            '<a href="person:stalin">Soso</a> sang well and read in secret.</p>',
        ),
        (
            "paragraph",
            '<p>He left in 1899 without a diploma (<a href="claim:cl-02">what happened</a>). '
            "The story begins in "
            '<a href="chapter:gori#p2">Gori</a>; see also the <a href="journey:j-1">way to Tiflis</a>.<a '
            'class="note" href="note:seminary/1"><sup>a</sup></a></p>',
        ),
    ),
    "underground": (
        ("heading", "<h2>False papers</h2>"),
        (
            "paragraph",
            '<p>The <a href="term:okhrana">Okhrana</a> opened a file on him in <a '
            'href="place:tbilisi">Tiflis</a>. '
            'Years later, in <a href="place:moscow-kremlin">Moscow</a>, he and <a '
            'href="person:trotsky">Trotsky</a> '
            "would be rivals.</p>",
        ),
        (
            "caution",
            '<div class="caution"><h3 class="box-title">This part tells of violence</h3><p>A '
            "bomb kills people.</p></div>",
        ),
        (
            "paragraph",
            '<p>Who robbed the bank? <a href="claim:cl-03">How do we know?</a> Historians '
            '<a href="debate:d-1">disagree</a>.<a class="note" '
            'href="note:underground/1"><sup>a</sup></a></p>',
        ),
    ),
}


def build_sample_pack(path: Path, chapters: int = 3) -> Path:
    """Write the sample pack to ``path``; ``chapters`` beyond three repeat a plain text under other titles."""
    listed: list[tuple[str, str, str, str, str, int, int]] = list(_CHAPTERS)
    listed += [
        (f"extra-{n}", "rise", f"Extra chapter {n}", "", f"თავი {n}", 1917, 1922)
        for n in range(4, chapters + 1)
    ]
    passages: list[tuple[Any, ...]] = []
    references: list[tuple[Any, ...]] = []
    documents: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    for lang, _ in LANGUAGES:
        for number, (id_, part, title, subtitle, georgian, start, end) in enumerate(listed, 1):
            shown = title if lang == "en" else georgian
            blocks = _BLOCKS.get(id_) or (
                ("heading", "<h2>More</h2>"),
                ("paragraph", f"<p>Part {number} of the tale.</p>"),
            )
            rows.append(
                (
                    lang,
                    number,
                    id_,
                    part,
                    shown,
                    subtitle,
                    200,
                    2,
                    f"{start}–{end}",
                    date(start, 1, 1).toordinal(),
                    date(end, 12, 31).toordinal(),
                    int(lang != "en"),
                    f"What does “{shown}” ask?",
                    f"<p>{_BRIEF}</p>" if id_ == "gori" else "",
                )
            )
            for ordinal, (kind, html) in enumerate(blocks, 1):
                named = re.findall(r'href="(\w+):([^"]+)"', html)
                text = re.sub(r"<a class=.*?</a>|<[^>]+>", "", html)
                places = " ".join(target for scheme, target in named if scheme == "place")
                events = " ".join(target for scheme, target in named if scheme == "event")
                view = "place:gori zoom:6" if id_ == "gori" and ordinal == 2 else ""
                passages.append(
                    (
                        0,
                        lang,
                        number,
                        ordinal,
                        f"p{ordinal}",
                        kind,
                        None if html == f"<p>{text}</p>" else html,
                        text,
                        places,
                        events,
                        view,
                    )
                )
                if lang == "en":
                    references += [(number, ordinal, *pair) for pair in dict.fromkeys(named)]
    documents += [
        (0, lang, "chapter", "gori", "in-brief", "A Boy from Gori", _BRIEF, "") for lang, _ in LANGUAGES
    ]
    documents += _item_documents()
    with PackWriter(path) as writer:
        writer.add(LanguageRow, [(n, tag, name) for n, (tag, name) in enumerate(LANGUAGES, 1)])
        writer.add(ManifestRow, _manifest(len(listed), len(passages) // 2))
        writer.add(HomeRow, _home(len(listed)))
        writer.add(
            PartRow,
            [
                ("en", 1, "origins", "Origins"),
                ("en", 2, "rise", "Rise to power"),
                ("ka", 1, "origins", "სათავე"),
                ("ka", 2, "rise", "აღზევება"),
            ],
        )
        writer.add(ChapterRow, rows)
        writer.add(PassageRow, passages)
        writer.add(ReferenceRow, references)
        writer.add(
            NoteRow,
            [
                (lang, f"{chapter}/1", "a", f"<p>A note to the chapter “{title}”.</p>")
                for lang, _ in LANGUAGES
                for chapter, _, title, *_ in _CHAPTERS
            ],
        )
        _add_items(writer)
        writer.add(SearchDocumentRow, documents)
        writer.finish()
    return path


def _manifest(chapters: int, passages: int) -> list[tuple[str, str]]:
    counts = {
        "chapters": chapters,
        "passages": passages,
        "terms": len(_TERMS),
        "places": len(_PLACES),
        "people": len(_PEOPLE),
        "events": len(_EVENTS),
        "claims": len(_CLAIMS),
        "sources": len(_SOURCES),
        "journeys": 1,
        "questions": 1,
    }
    return [
        ("id", "sample"),
        ("title", "A Sample of History"),
        ("version", "1.0.0"),
        ("license", "CC-BY-4.0"),
        *((f"count.{name}", str(number)) for name, number in counts.items()),
    ]


def _home(chapters: int) -> list[tuple[Any, ...]]:
    pins = [["gori", "1878"], ["moscow-kremlin", "1922", "Moscow"], ["casa-trotsky", "1940"]]
    return [
        (
            "en",
            "A Sample of History",
            "1878–1940",
            "From a cobbler’s house to the Kremlin.",
            chapters * 2,
            pins,
        ),
        ("ka", "ისტორიის ნიმუში", "1878–1940", "მეწაღის სახლიდან კრემლამდე.", chapters * 2, pins),
    ]


def _add_plate(writer: PackWriter, languages: tuple[str, str]) -> None:
    """Gori: two sites (one of them the place ``gori``), a river and a park without a name."""

    def plane(*degrees: tuple[float, float]) -> list[list[float]]:
        return [list(at) for lon, lat in degrees if (at := forward(lon, lat))]

    town, house = plane((44.1133, 41.9817), (44.1134, 41.9862))
    river = plane((44.075, 41.9835), (44.107, 41.9775), (44.145, 41.969))
    park = plane((44.11, 41.985), (44.112, 41.985), (44.112, 41.987), (44.11, 41.985))
    points = [town, house, *river, *park]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    sites = [["town", "gori", *town, 500], ["birth-house", "", *house, 60]]
    lines, areas = [["kura", "river", 250, river]], [["", "park", 100, [park]]]
    bounds = (min(xs), min(ys), max(xs), max(ys))
    writer.add(PlateRow, [("gori", 1, "gori", *bounds, sites, lines, areas)])
    for lang, title, house_name, kura in zip(
        languages, ("Gori", "გორი"), ("Birth house", "დაბადების სახლი"), ("Kura", "მტკვარი"), strict=True
    ):
        names = {"town": [title, ""], "birth-house": [house_name, "In front of the museum."]}
        text = (lang, "gori", title, "The river is drawn by hand.", names, {"kura": kura}, {}, 0)
        writer.add(PlateTextRow, [text])


def _item_documents() -> list[tuple[Any, ...]]:
    documents: list[tuple[Any, ...]] = []
    for lang, _ in LANGUAGES:
        en = lang == "en"
        for id_, title, _, script, _, _, body, georgian in _TERMS:
            folded = folded_words(title, script, georgian)
            documents.append((0, lang, "term", id_, "", title if en else georgian, body, folded))
        for id_, name, _, script, _, role, _, georgian, aliases in _PEOPLE:
            folded = folded_words(name, script, georgian, *aliases)
            documents.append((0, lang, "person", id_, "", name if en else georgian, role, folded))
        for id_, *_, name, today, _, then, now, georgian, aliases in _PLACES:
            folded = folded_words(name, today, georgian, *aliases)
            documents.append((0, lang, "place", id_, "", name if en else georgian, f"{then} {now}", folded))
        for id_, *_, title, display, _, _, _, _, georgian in _EVENTS:
            documents.append(
                (0, lang, "event", id_, "", title if en else georgian, display, folded_words(title))
            )
        for id_, title, _, _, body, *_ in _CLAIMS:
            documents.append((0, lang, "claim", id_, "", title, body, ""))
        for id_, title, *_ in _SOURCES:
            documents.append((0, lang, "source", id_, "", _SHORTS[id_], title, folded_words(_SHORTS[id_])))
        documents.append((0, lang, "journey", "j-1", "", "To the seminary", "A short railway journey.", ""))
        documents.append((0, lang, "debate", "d-1", "", "Who robbed the bank?", "Kamo and others.", ""))
    return documents


def _add_items(writer: PackWriter) -> None:
    en, ka = (tag for tag, _ in LANGUAGES)
    writer.add(
        SourceRow,
        [
            (id_, n, title, primary, note, f"@book{{{id_}}}", {"id": id_, "type": "book", "title": title})
            for n, (id_, title, primary, note) in enumerate(_SOURCES, 1)
        ],
    )
    writer.add(SourceCitationRow, _CITATIONS)
    for n, (id_, lon, lat, rank, name, today, names, then, now, georgian, _) in enumerate(_PLACES, 1):
        x, y = forward(lon, lat) or (0.0, 0.0)
        writer.add(PlaceRow, [(id_, n, lon, lat, x, y, rank, 50)])
        body = f"<p>{name} as the story knows it.</p>"
        for lang, shown in ((en, name), (ka, georgian)):
            text = (lang, id_, shown, today, names, "", then, now, body, "Open all year.", int(lang == ka))
            writer.add(PlaceTextRow, [text])
    for n, (id_, name, sort, script, life, role, fate, georgian, aliases) in enumerate(_PEOPLE, 1):
        writer.add(PersonRow, [(id_, n, script, ["kotkin2014"] if id_ == "stalin" else [])])
        allegiances = (
            ["with Zinoviev and Kamenev", "with Bukharin", "against Bukharin"]
            if id_ == "stalin"
            else ["–"] * 3
        )
        body = f"<p>{name} in a few words.</p>"
        for lang, shown, key in ((en, name, sort), (ka, georgian, georgian)):
            text = (lang, id_, shown, key, life, role, fate, body, allegiances, aliases, int(lang == ka))
            writer.add(PersonTextRow, [text])
    for n, (id_, title, say, script, script_lang, related, body, georgian) in enumerate(_TERMS, 1):
        writer.add(TermRow, [(id_, n, script, script_lang, related)])
        for lang, shown in ((en, title), (ka, georgian)):
            writer.add(TermTextRow, [(lang, id_, shown, say, f"<p>{body}</p>", [], int(lang == ka))])
    for n, event in enumerate(_EVENTS, 1):
        id_, edtf, calendar, ymd, title, display, place, people, lane, confidence, georgian = event
        first = date(*ymd).toordinal()
        last = first if len(edtf) == 10 else first + 29
        row = (id_, n, edtf, calendar, first, last, 0, 0, place, people, lane, confidence, ["kotkin2014"])
        writer.add(EventRow, [row])
        for lang, shown in ((en, title), (ka, georgian)):
            writer.add(EventTextRow, [(lang, id_, shown, display, f"<p>{title}.</p>", int(lang == ka))])
    for n, (id_, title, verdict, verdict_note, body, confidence, sources) in enumerate(_CLAIMS, 1):
        writer.add(ClaimRow, [(id_, n, verdict, confidence, sources)])
        for lang in (en, ka):
            writer.add(ClaimTextRow, [(lang, id_, title, verdict_note, f"<p>{body}</p>", int(lang == ka))])
    ends = [forward(44.1133, 41.9817) or (0.0, 0.0), forward(44.8015, 41.6938) or (0.0, 0.0)]
    stops = [
        {"place": "gori", "mode": "rail", "confidence": "A", "last_day": 691_840, "passage": "gori#p2"},
        {"place": "tbilisi", "mode": "", "confidence": "A", "first_day": 691_841, "year": 1894},
    ]
    legs = [{"ways": [["rail", 75.2, [list(end) for end in ends]]], "precision_km": 5}]
    writer.add(JourneyRow, [("j-1", 1, "stalin", ["suny2020"], stops, legs)])
    words = [
        {"dates": "to August 1894", "onward": "rail to Tiflis"},
        {"dates": "from September 1894", "onward": ""},
    ]
    _add_plate(writer, (en, ka))
    positions = [
        {
            "id": "he-planned-it",
            "title": "He planned it",
            "html": "<p>Memoirs name him.</p>",
            "holders": ["Montefiore"],
            "sources": ["suny2020"],
        },
        {
            "id": "others-did",
            "title": "Others did",
            "html": "<p>The police file does not.</p>",
            "holders": [],
            "sources": ["kotkin2014"],
        },
    ]
    for lang in (en, ka):
        writer.add(
            JourneyTextRow,
            [(lang, "j-1", "To the seminary", "<p>A short railway journey.</p>", words, int(lang == ka))],
        )
        question = "<p>Two readings of one robbery.</p>"
        writer.add(
            DebateRow,
            [(lang, "d-1", 1, "Who robbed the bank?", question, positions, ["kotkin2014"], int(lang == ka))],
        )
        writer.add(EstimateRow, [(lang, "n-1", 1, _NUMBERS, int(lang == ka))])
        phase = {
            "dates": "1923–25",
            "title": "The three",
            "won": ["stalin"],
            "against": ["trotsky"],
            "issue": "the succession",
        }
        writer.add(AllianceRow, [(lang, "a-1", 1, phase, int(lang == ka))])
        question = {
            "title": "",
            "category": "",
            "tags": [],
            "prompt": "Where was he born?",
            "after": "",
            "feedback": "",
            "answers": [
                {"html": "Gori", "text": "Gori", "fraction": 1.0, "feedback": ""},
                {"html": "Moscow", "text": "Moscow", "fraction": 0.0, "feedback": ""},
            ],
        }
        writer.add(QuestionRow, [(lang, 1, 1, "q-1", "single", question)])
    writer.add(FigureRow, [("figures/dot.png", "image/png", 1, 1, DOT)])
