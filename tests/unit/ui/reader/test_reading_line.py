"""Where one is in a chapter."""

import pytest

from historydesk.ui.reader.reading_line import share_read


@pytest.mark.parametrize(
    ("top", "maximum", "below", "brief", "share"),
    [
        (0, 600, 0, 0, 0.4),
        (600, 600, 0, 0, 1.0),
        (300, 600, 0, 0, 0.7),
        (400, 600, 200, 0, 1.0),
        (0, 0, 0, 0, 1.0),
        (0, 600, 0, 200, 0.5),
        (200, 600, 0, 200, 0.5),
    ],
)
def test_neither_ways_on_nor_the_open_short_version_count(top, maximum, below, brief, share):
    assert share_read(top, 400, maximum, below, brief) == pytest.approx(share)


def test_the_last_line_counts_as_the_end():
    assert share_read(598, 400, 600, 0, 0) == 1.0
