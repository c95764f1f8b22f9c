"""An item's words in one language: Markdown rendered, and what is not translated taken from the first."""

from __future__ import annotations

from typing import Any

from historydesk.packs.catalogue import Item
from historydesk.packs.fields import Table
from historydesk.packs.passages import PassageReader


def item_words(  # noqa: PLR0912 - each field in turn, and what to do when it is missing
    reader: PassageReader, table: Table, item: Item, translation: Item | None, own: dict[str, Any] | None
) -> tuple[dict[str, Any], int]:
    """An item's texts in one language, Markdown rendered; what is missing comes from ``own``."""
    if translation is None:
        assert own is not None
        return own, 1
    words: dict[str, Any] = {}
    fallback = 0
    for one in table.fields:
        if one.neutral or one.name == "id":
            continue
        value = translation.values[one.name]
        if not value and own is not None:
            if own[one.name]:
                fallback = int(one.name != "aliases") or fallback
            words[one.name] = own[one.name]
            if one.kind == "markdown":
                words[f"{one.name} plain"] = own[f"{one.name} plain"]
        elif one.kind == "markdown":
            html, plain = reader.prose(translation.file.path, translation.text_line(one.name), value)
            words[one.name], words[f"{one.name} plain"] = html, plain
        else:
            words[one.name] = value
    for child in table.children:
        rows = translation.values[child.name]
        if not rows and own is not None:
            words[child.name] = own[child.name]
            fallback = fallback or int(bool(own[child.name]))
            continue
        words[child.name] = []
        for index, row in enumerate(rows):
            shown = {}
            base = own[child.name][index] if own is not None else item.values[child.name][index]
            for one in child.fields:
                value = row.get(one.name) or (base[one.name] if own is not None else row.get(one.name))
                if one.neutral:
                    value = item.values[child.name][index][one.name]
                elif one.kind == "markdown" and row.get(one.name):
                    line = translation.text_line(child.name, index, one.name)
                    value = reader.prose(translation.file.path, line, value)[0]
                shown[one.name] = value
            words[child.name].append(shown)
    return words, fallback
