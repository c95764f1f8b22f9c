"""The card that opens at a word: a term, a place, a person, a source, a claim or a note."""
