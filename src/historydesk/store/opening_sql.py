"""SQL of the first screen, as the mappings compile to it.

Written by ``python -m historydesk.store.opening_sql_writer``; a test keeps it equal to ``statements``.
"""

MANIFEST = (
    'SELECT manifest."key", manifest.value '
    "FROM manifest"
)

LANGUAGES = (
    "SELECT language.tag, language.name "
    "FROM language ORDER BY language.ordinal"
)

HOME = (
    "SELECT home.title, home.span, home.lead, home.minutes, home.places AS places "
    "FROM home "
    "WHERE home.lang = :lang"
)

LAST_NUMBER = (
    "SELECT chapter.number "
    "FROM chapter "
    "WHERE chapter.lang = :lang ORDER BY chapter.number DESC "
    "LIMIT :limit OFFSET 0"
)

CONTENTS = (
    "SELECT chapter.id, chapter.number, chapter.title, chapter.subtitle, chapter.part_id, part.title "
    "AS part, chapter.words, chapter.minutes, chapter.span, chapter.start_day, chapter.end_day, "
    "chapter.question "
    "FROM chapter LEFT OUTER JOIN part ON part.lang = chapter.lang AND part.id = chapter.part_id "
    "WHERE chapter.lang = :lang AND chapter.number >= :first AND chapter.number < :past ORDER BY "
    "chapter.number"
)

CHAPTER = (
    "SELECT chapter.id, chapter.number, chapter.title, chapter.subtitle, chapter.part_id, part.title "
    "AS part, chapter.words, chapter.minutes, chapter.span, chapter.start_day, chapter.end_day, "
    "chapter.question, chapter.brief_html, (SELECT count(*) AS count_1 "
    "FROM question "
    "WHERE question.lang = chapter.lang AND question.chapter = chapter.number) AS questions, "
    "chapter.fallback "
    "FROM chapter LEFT OUTER JOIN part ON part.lang = chapter.lang AND part.id = chapter.part_id "
    "WHERE chapter.lang = :lang AND chapter.id = :id"
)

NEIGHBOURS = (
    "SELECT chapter.number, chapter.id, chapter.title "
    "FROM chapter "
    "WHERE chapter.lang = :lang AND chapter.number >= :first AND chapter.number < :past ORDER BY "
    "chapter.number"
)

PASSAGES = (
    "SELECT passage.id, passage.ordinal, passage.kind, coalesce(passage.html, '<p>' || passage.text "
    "|| '</p>') AS html, passage.text, passage.places, passage.events, passage.\"view\" "
    "FROM passage "
    "WHERE passage.lang = :lang AND passage.chapter = :number ORDER BY passage.ordinal"
)

CHAPTER_PLACE_IDS = (
    "SELECT passage.places "
    "FROM passage JOIN chapter ON chapter.lang = passage.lang AND chapter.number = passage.chapter "
    "WHERE chapter.lang = :lang AND chapter.id = :id ORDER BY passage.ordinal"
)

PLACES_BY_ID = (
    "SELECT place.id, place_text.name, place_text.name_today, place.lon, place.lat, place.x, place.y, "
    "place.rank, place_text.names AS names "
    "FROM json_each(:ids) AS given JOIN place ON place.id = given.value JOIN place_text ON "
    'place_text.id = place.id AND place_text.lang = :lang ORDER BY given."key"'
)

STRIP_EVENTS = (
    "SELECT event.id, event_text.title, event.edtf, event.first_day, event.last_day, "
    "event.approximate, event.uncertain, event_text.display, event.place, event.lane "
    "FROM event JOIN event_text ON event_text.id = event.id AND event_text.lang = :lang ORDER BY "
    "event.first_day, event.ordinal "
    "LIMIT :limit OFFSET 0"
)
