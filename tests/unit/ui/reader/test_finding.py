"""Finding words."""

from historydesk.ui.reader.finding import FoldedText


def test_case_and_accents_do_not_matter():
    assert FoldedText("A murder in Coyoacán").find("coyoacan") == [(12, 20)]


def test_curly_and_straight_apostrophes_are_one():
    assert FoldedText("the tsar’s viceroy").find("tsar's") == [(4, 10)]


def test_positions_count_as_text_documents_do():
    assert FoldedText("𐌰 ab").find("ab") == [(3, 5)]


def test_letters_that_fold_to_two_are_found_whole():
    assert FoldedText("Die Straße").find("strasse") == [(4, 10)]


def test_a_line_break_counts_as_a_space():
    assert FoldedText("one\u2029two").find("one two") == [(0, 7)]


def test_only_between_two_positions():
    assert FoldedText("ab ab ab").find("ab", 2, 6) == [(3, 5)]


def test_nothing_is_found_for_nothing():
    assert FoldedText("text").find("  ") == []


def test_georgian_and_cyrillic_are_found():
    assert FoldedText("სემინარია, Семинария").find("семинария") == [(11, 20)]
