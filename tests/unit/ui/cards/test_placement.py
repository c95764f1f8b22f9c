"""Where a card goes."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from historydesk.ui.cards.placement import GAP, MARGIN, place_card

LEAST = QSize(160, 96)


@given(
    window=st.tuples(st.integers(420, 3840), st.integers(420, 2160)),
    at=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    word=st.tuples(st.integers(4, 180), st.integers(12, 60)),
    wanted=st.tuples(st.integers(160, 900), st.integers(96, 1600)),
)
def test_a_card_is_inside_the_window_and_never_over_its_word(window, at, word, wanted):
    room = QRect(0, 0, *window)
    anchor = QRect(int(at[0] * (window[0] - word[0])), int(at[1] * (window[1] - word[1])), *word)
    card = place_card(anchor, QSize(*wanted), room, LEAST)
    assert room.contains(card)
    assert not card.intersects(anchor)
    assert card.width() <= wanted[0] and card.height() <= wanted[1]


@given(
    st.integers(-500, 2000), st.integers(-500, 2000), st.integers(0, 4000), st.integers(0, 4000),
    st.integers(1, 900), st.integers(1, 900),
)  # fmt: skip
def test_a_card_stays_inside_whatever_the_word(x, y, width, height, window_width, window_height):
    room = QRect(0, 0, window_width, window_height)
    assert room.contains(place_card(QRect(x, y, width, height), QSize(340, 200), room, LEAST))


def test_below_the_word_is_the_first_choice():
    card = place_card(QRect(440, 230, 80, 26), QSize(340, 180), QRect(0, 0, 1366, 768), LEAST)
    assert card == QRect(440, 256 + GAP, 340, 180)


def test_near_the_bottom_it_goes_above():
    card = place_card(QRect(440, 700, 80, 26), QSize(340, 180), QRect(0, 0, 1366, 768), LEAST)
    assert card.bottom() + 1 == 700 - GAP


def test_at_the_right_edge_it_moves_left():
    card = place_card(QRect(1300, 200, 60, 26), QSize(340, 180), QRect(0, 0, 1366, 768), LEAST)
    assert card.right() + 1 == 1366 - MARGIN


def test_in_a_low_window_it_goes_beside_the_word():
    card = place_card(QRect(100, 120, 60, 26), QSize(300, 200), QRect(0, 0, 900, 260), LEAST)
    assert card.left() == 160 + GAP
    assert card.height() == 200


def test_a_card_too_tall_for_every_side_shrinks():
    card = place_card(QRect(10, 300, 280, 26), QSize(280, 500), QRect(0, 0, 304, 600), LEAST)
    assert card.height() < 500
    assert not card.intersects(QRect(10, 300, 280, 26))
