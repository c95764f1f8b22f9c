"""What a date looks like."""

from __future__ import annotations

import pytest
from tests.unit.ui.timeline.timeline_samples import event

from historydesk.domain.entities import HistoricalDate
from historydesk.ui.timeline.event_shape import POINT, SPAN, UNKNOWN, EventShape, shape_of


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("1917-11-07", EventShape(POINT)),
        ("1919-03-24~", EventShape(POINT, soft=True)),
        ("1919-03-24?", EventShape(POINT, hollow=True)),
        ("1918-10", EventShape(UNKNOWN)),
        ("1850~", EventShape(UNKNOWN, soft=True)),
        ("198X", EventShape(UNKNOWN)),
        ("1917-03-08/1917-03-15", EventShape(SPAN)),
        ("1913-01/1913-02", EventShape(SPAN, open_ends=True)),
        ("1884/1890?", EventShape(SPAN, hollow=True, open_ends=True)),
        ("1916-12~/1917-02~", EventShape(SPAN, soft=True, open_ends=True)),
        ("1919-03-24%", EventShape(POINT, soft=True, hollow=True)),
    ],
)
def test_precision_and_doubt_come_from_the_edtf(edtf: str, shape: EventShape) -> None:
    assert shape_of(event("it", edtf).date) == shape


def test_without_edtf_the_days_decide() -> None:
    assert shape_of(HistoricalDate("", 5, 5, False, False, "")) == EventShape(POINT)
    assert shape_of(HistoricalDate("", 5, 9, True, False, "")) == EventShape(SPAN, soft=True)
