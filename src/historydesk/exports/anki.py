"""The glossary as a deck for Anki."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
import time
from hashlib import sha256
from html import escape
from pathlib import Path

import genanki  # type: ignore[import-untyped]

from historydesk.domain.listing import ListedTerm
from historydesk.exports.markup import simple_html
from historydesk.exports.whole_file import Archive
from historydesk.store.export_content import ExportStore

_FIELDS = ("Term", "Pronunciation", "Original", "Language", "Meaning")
_ORIGINAL = '<div class="original" lang="{{Language}}">{{Original}}</div>'
_NAME = f'<div class="term">{{{{Term}}}}</div>{{{{#Original}}}}{_ORIGINAL}{{{{/Original}}}}'
_SAY = '{{#Pronunciation}}<div class="say">{{Pronunciation}}</div>{{/Pronunciation}}'
_MEANING = '<div class="meaning">{{Meaning}}</div>'
_STYLE = """.card { font-family: Georgia, "Noto Serif", serif; font-size: 20px; line-height: 1.5; text-align: left;
  max-width: 34em; margin: 1em auto; }
.term { font-size: 1.5em; font-weight: bold; }
.original, .say { opacity: 0.85; }
"""
_LEAST_ID = 1 << 30
"""Anki's own advice: ids of decks and note types are numbers of 31 bits."""


def write_deck(store: ExportStore, lang: str, path: Path) -> None:
    """A note a term, two cards each: from the word to its meaning and back.

    Deck, note type and notes have ids made from the pack's and the term's, so a deck imported again updates
    the cards and keeps what was learnt; Anki takes the newer text, which is why the file carries its hour.
    """
    info = store.info()
    key = f"{info.id}/{lang}"
    model = genanki.Model(
        number_of(f"historydesk glossary/{key}"),
        f"Glossary – {info.title}",
        fields=[{"name": name} for name in _FIELDS],
        templates=[
            {
                "name": "Word to meaning",
                "qfmt": _NAME,
                "afmt": f"{{{{FrontSide}}}}{_SAY}<hr id=answer>{_MEANING}",
            },
            {
                "name": "Meaning to word",
                "qfmt": _MEANING,
                "afmt": f"{{{{FrontSide}}}}<hr id=answer>{_NAME}{_SAY}",
            },
        ],
        css=_STYLE,
    )
    description = escape(f"{info.title} {info.version}, {info.license}")
    deck = genanki.Deck(number_of(f"historydesk deck/{key}"), f"{info.title}::Glossary", description)
    for term in store.terms(lang):
        deck.add_note(_note(model, key, term))
    _write(deck, path)


def number_of(text: str) -> int:
    """A number of 31 bits that is always the same for the same text."""
    return _LEAST_ID + int.from_bytes(sha256(text.encode()).digest()[:4], "big") % _LEAST_ID


def _note(model: genanki.Model, key: str, term: ListedTerm) -> genanki.Note:
    plain = (term.title, term.say, term.script, term.script_lang)
    return genanki.Note(
        model=model,
        fields=[*map(escape, plain), simple_html(term.html)],
        guid=genanki.guid_for("historydesk", key, term.id),
        tags=[f"chapter-{number}" for number in term.chapters],
    )


def _write(deck: genanki.Deck, path: Path) -> None:
    """As ``genanki.Package.write_to_file`` does, which leaves its database in the folder of temporary files."""
    now = time.time()
    with tempfile.TemporaryDirectory(prefix="historydesk-") as folder:
        database = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(database)
        try:
            genanki.Package(deck).write_to_db(connection.cursor(), now, itertools.count(int(now * 1000)))
            connection.commit()
        finally:
            connection.close()
        with Archive(path) as archive:
            archive.add("collection.anki2", database.read_bytes())
            archive.add("media", "{}")
