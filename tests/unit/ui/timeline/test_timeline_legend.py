"""The legend shows the marks that the timeline draws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.unit.ui.timeline.timeline_samples import ledger

from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.words import Words
from historydesk.ui.timeline.event_shape import EventShape, shape_of
from historydesk.ui.timeline.timeline_legend import MarkSample, TimelineLegend


def traits(shape: EventShape) -> set[str]:
    made = {shape.kind}
    made |= {name for name in ("soft", "hollow", "open_ends") if getattr(shape, name)}
    return made


def test_every_trait_of_the_ledger_s_dates_is_explained(qtbot: QtBot) -> None:
    legend = TimelineLegend()
    qtbot.addWidget(legend)
    shapes = [sample.shape for sample in legend.findChildren(MarkSample) if sample.shape is not None]
    explained = set().union(*(traits(shape) for shape in shapes))
    assert set().union(*(traits(shape_of(given.date)) for given, _ in ledger())) <= explained
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_its_words_are_whole(qtbot: QtBot, theme: str, percent: int) -> None:
    register_fonts()
    legend = TimelineLegend()
    qtbot.addWidget(legend)
    legend.set_appearance(replace(default_appearance(), theme=load_theme(theme), text_percent=percent))
    legend.adjustSize()
    legend.show()
    words = legend.findChildren(Words)
    assert len(words) == len(legend.findChildren(MarkSample))
    for each in words:
        assert each.width() >= each.fontMetrics().horizontalAdvance(each.text())
        assert legend.rect().contains(each.geometry())
    legend.grab()
