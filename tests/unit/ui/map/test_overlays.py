"""City plates come in by the width of the view."""

from __future__ import annotations

from historydesk.ui.map.overlays import PLATES_FROM_KM, PLATES_FULL_KM, plate_share


def test_plates_are_hidden_far_off_and_full_when_near() -> None:
    assert plate_share(PLATES_FROM_KM) == 0
    assert plate_share(PLATES_FULL_KM) == 1
    assert plate_share(4.0) == 1
    assert 0 < plate_share((PLATES_FROM_KM + PLATES_FULL_KM) / 2) < 1
