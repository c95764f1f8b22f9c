"""The words of the interface on cards: every English label that the store puts there, in one place.

They are translated where they are shown, in the context ``Card``; ``LABELS`` lists them for the translators.
"""

from __future__ import annotations

KINDS = {
    "term": "Term",
    "place": "Place",
    "person": "Person",
    "event": "Event",
    "claim": "Claim",
    "source": "Source",
    "journey": "Journey",
    "debate": "Debate",
    "note": "Note",
    "chapter": "Chapter",
}
VERDICTS = {
    "accurate": "Accurate",
    "imprecise": "Imprecise",
    "disputed": "Disputed",
    "wrong": "Wrong",
    "unsourced": "Unsourced",
}
CONFIDENCE = {
    "A": "A – agreed by all",
    "B": "B – the standard view; a detail may vary",
    "C": "C – disputed",
}
ALLEGIANCES = ("1923–25", "1925–27", "1928–29")
LANGUAGES = {
    "ru": "Russian",
    "ka": "Georgian",
    "uk": "Ukrainian",
    "pl": "Polish",
    "de": "German",
    "fr": "French",
    "la": "Latin",
    "grc": "Greek",
    "el": "Greek",
    "es": "Spanish",
    "tr": "Turkish",
    "hy": "Armenian",
    "az": "Azerbaijani",
    "ro": "Romanian",
    "zh": "Chinese",
    "kk": "Kazakh",
    "tt": "Tatar",
    "be": "Belarusian",
    "yi": "Yiddish",
    "en": "English",
}
TODAY = "today"
NAMES = "Names"
OTHER_NAMES = "Other names"
COUNTRY_THEN = "Country then"
COUNTRY_NOW = "Country today"
VISIT = "To visit"
ROLE = "Role"
FATE = "Fate"
FULL_MEMBER = "Full member"
CANDIDATE = "Candidate"
CONFIDENCE_LABEL = "Confidence"
PRIMARY = "Primary source"
READING_TIME = "Reading time"
MINUTES = "min"
HELD_BY = "Held by"
TIME = "Time"
LENGTH = "Length"
STOPS = "Stops"
HAPPENED_HERE = "What happened here"
IN_THIS_LIFE = "What happened"
STOPS_HERE = "Journeys that stop here"
FOLLOW = "Follow this journey"
TOLD_IN = "Told in"

LABELS = (
    *KINDS.values(),
    *VERDICTS.values(),
    *CONFIDENCE.values(),
    *dict.fromkeys(LANGUAGES.values()),
    TODAY,
    NAMES,
    OTHER_NAMES,
    COUNTRY_THEN,
    COUNTRY_NOW,
    VISIT,
    ROLE,
    FATE,
    FULL_MEMBER,
    CANDIDATE,
    CONFIDENCE_LABEL,
    PRIMARY,
    READING_TIME,
    MINUTES,
    HELD_BY,
    TIME,
    LENGTH,
    STOPS,
    HAPPENED_HERE,
    IN_THIS_LIFE,
    STOPS_HERE,
    FOLLOW,
    TOLD_IN,
)
