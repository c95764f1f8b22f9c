"""The deck, read back as Anki keeps it: a ZIP file with a SQLite database."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

from historydesk.exports.anki import number_of, write_deck
from historydesk.store.export_content import ExportStore


def opened(path: Path, folder: Path) -> dict[str, list[Any]]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None and sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        (folder / "c.sqlite").write_bytes(archive.read("collection.anki2"))
    with closing(sqlite3.connect(folder / "c.sqlite")) as connection:
        decks, models = connection.execute("SELECT decks, models FROM col").fetchone()
        return {
            "decks": [each for each in json.loads(decks).values() if each["id"] != 1],
            "models": list(json.loads(models).values()),
            "notes": connection.execute(
                "SELECT guid, mid, mod, flds, tags FROM notes ORDER BY guid"
            ).fetchall(),
            "cards": connection.execute("SELECT nid, did, ord FROM cards").fetchall(),
        }


def test_every_term_is_a_note_with_two_cards(whole: ExportStore, tmp_path: Path) -> None:
    write_deck(whole, "en", tmp_path / "g.apkg")
    found = opened(tmp_path / "g.apkg", tmp_path)
    terms = whole.info().counts["terms"]
    assert len(found["notes"]) == terms and len(found["cards"]) == 2 * terms
    assert [deck["name"] for deck in found["decks"]] == ["Stalin’s Rise to Power::Glossary"]
    fields = [each["name"] for each in found["models"][0]["flds"]]
    notes = [dict(zip(fields, note[3].split("\x1f"), strict=True)) for note in found["notes"]]
    cheka = next(each for each in notes if each["Term"] == "Cheka")
    assert cheka["Language"] == "ru" and cheka["Meaning"].startswith("<p>") and "<a" not in cheka["Meaning"]


def test_the_same_term_keeps_its_ids_in_the_next_export(whole: ExportStore, tmp_path: Path) -> None:
    both = []
    for run in ("one", "two"):
        write_deck(whole, "en", tmp_path / run)
        both.append(opened(tmp_path / run, tmp_path))
    first, second = both
    assert [each["id"] for each in first["decks"]] == [each["id"] for each in second["decks"]]
    assert [note[:2] for note in first["notes"]] == [note[:2] for note in second["notes"]]


def test_another_language_is_another_deck(sample: ExportStore, tmp_path: Path) -> None:
    found = []
    for lang in ("en", "ka"):
        write_deck(sample, lang, tmp_path / lang)
        found.append(opened(tmp_path / lang, tmp_path))
    assert found[0]["decks"][0]["id"] != found[1]["decks"][0]["id"]
    assert not {note[0] for note in found[0]["notes"]} & {note[0] for note in found[1]["notes"]}


def test_numbers_are_in_ankis_range() -> None:
    assert all(1 << 30 <= number_of(str(each)) < 1 << 31 for each in range(200))
