"""TimelineJS, held to the schema of its documented JSON format."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from historydesk.exports.timelinejs import write_timeline
from historydesk.store.export_content import ExportStore

DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string", "minLength": 1}, "text": {"type": "string"}},
    "additionalProperties": False,
}
ID = {"type": "string", "minLength": 1}
SLIDE = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": ID,
    },
    "required": ["start_date", "text", "unique_id"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        "title": {
            "type": "object",
            "properties": {"text": TEXT, "unique_id": ID},
            "required": ["text"],
            "additionalProperties": False,
        },
        "events": {"type": "array", "items": SLIDE, "minItems": 1},
        "eras": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"start_date": DATE, "end_date": DATE, "text": TEXT},
                "required": ["start_date", "end_date"],
                "additionalProperties": False,
            },
        },
        "scale": {"enum": ["human", "cosmological"]},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""From the page “JSON File Format” of TimelineJS 3: the parts that we write, and no others."""


def test_the_timeline_keeps_to_the_schema(whole: ExportStore, tmp_path: Path) -> None:
    write_timeline(whole, "en", tmp_path / "t.json")
    found = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert len(found["events"]) == whole.info().counts["events"]
    assert len({each["unique_id"] for each in found["events"]}) == len(found["events"])
    assert found["eras"]


def test_a_date_is_as_exact_as_it_is_known(whole: ExportStore, tmp_path: Path) -> None:
    write_timeline(whole, "en", tmp_path / "t.json")
    found = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    by_id = {each["unique_id"]: each for each in found["events"]}
    assert by_id["e001"]["start_date"] == {"year": 1850} and by_id["e001"]["display_date"] == "about 1850"
    assert by_id["e071"]["start_date"] == {"year": 1922, "month": 4, "day": 3}
    assert "end_date" not in by_id["e071"]
    for event in whole.events("en"):
        assert ("end_date" in by_id[event.id]) == ("/" in event.date.edtf)
