-- The schema of a compiled pack, made from src/historydesk/store/tables.py (see db/README.md).

PRAGMA application_id = 1212435280;  -- “HDKP”

PRAGMA user_version = 4;

CREATE TABLE manifest (
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE alliance (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    data JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE band (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE chapter (
    lang VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    part_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    subtitle VARCHAR NOT NULL,
    words INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    span VARCHAR NOT NULL,
    start_day INTEGER NOT NULL,
    end_day INTEGER NOT NULL,
    fallback INTEGER NOT NULL,
    question VARCHAR NOT NULL,
    brief_html VARCHAR NOT NULL,
    PRIMARY KEY (lang, number),
    UNIQUE (lang, id)
);

CREATE TABLE claim (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,
    confidence VARCHAR NOT NULL,
    sources JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE council (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    data JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE debate (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    positions JSON NOT NULL,
    sources JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE estimate (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    data JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE figure (
    path VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (path)
);

CREATE TABLE home (
    lang VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    span VARCHAR NOT NULL,
    lead VARCHAR NOT NULL,
    minutes INTEGER NOT NULL,
    places JSON NOT NULL,
    PRIMARY KEY (lang)
);

CREATE TABLE journey (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    person VARCHAR NOT NULL,
    sources JSON NOT NULL,
    stops JSON NOT NULL,
    legs JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE lane (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE language (
    ordinal INTEGER NOT NULL,
    tag VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (ordinal),
    UNIQUE (tag)
);

CREATE TABLE note (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    html VARCHAR NOT NULL,
    PRIMARY KEY (lang, id)
);

CREATE TABLE part (
    lang VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    PRIMARY KEY (lang, ordinal),
    UNIQUE (lang, id)
);

CREATE TABLE passage (
    rowid INTEGER NOT NULL,
    lang VARCHAR NOT NULL,
    chapter INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    html VARCHAR,
    text VARCHAR NOT NULL,
    places VARCHAR NOT NULL,
    events VARCHAR NOT NULL,
    "view" VARCHAR NOT NULL,
    PRIMARY KEY (rowid),
    UNIQUE (lang, chapter, ordinal),
    UNIQUE (lang, chapter, id)
);

CREATE TABLE person (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    script VARCHAR NOT NULL,
    sources JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE place (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    lon DOUBLE NOT NULL,
    lat DOUBLE NOT NULL,
    x DOUBLE NOT NULL,
    y DOUBLE NOT NULL,
    rank INTEGER NOT NULL,
    precision_m INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE plate (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    place VARCHAR NOT NULL,
    x0 DOUBLE NOT NULL,
    y0 DOUBLE NOT NULL,
    x1 DOUBLE NOT NULL,
    y1 DOUBLE NOT NULL,
    sites JSON NOT NULL,
    lines JSON NOT NULL,
    areas JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE question (
    lang VARCHAR NOT NULL,
    chapter INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    data JSON NOT NULL,
    PRIMARY KEY (lang, chapter, ordinal)
);

CREATE TABLE reference (
    chapter INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    scheme VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    PRIMARY KEY (chapter, ordinal, scheme, target)
);

CREATE TABLE search_document (
    rowid INTEGER NOT NULL,
    lang VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    passage VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    PRIMARY KEY (rowid)
);

CREATE TABLE source (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    is_primary INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    bibtex VARCHAR NOT NULL,
    csl JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE term (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    script VARCHAR NOT NULL,
    script_lang VARCHAR NOT NULL,
    related JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE claim_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    verdict_note VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES claim (id)
);

CREATE TABLE event (
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    edtf VARCHAR NOT NULL,
    calendar VARCHAR NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    approximate INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    place VARCHAR,
    people JSON NOT NULL,
    lane VARCHAR NOT NULL,
    confidence VARCHAR NOT NULL,
    sources JSON NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(place) REFERENCES place (id)
);

CREATE TABLE journey_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    stops JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES journey (id)
);

CREATE TABLE person_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sort_name VARCHAR NOT NULL,
    life VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    fate VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    allegiances JSON NOT NULL,
    aliases JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES person (id)
);

CREATE TABLE place_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    name_today VARCHAR NOT NULL,
    names JSON NOT NULL,
    historical_names VARCHAR NOT NULL,
    country_then VARCHAR NOT NULL,
    country_now VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    visit VARCHAR NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES place (id)
);

CREATE TABLE plate_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sites JSON NOT NULL,
    lines JSON NOT NULL,
    areas JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES plate (id)
);

CREATE TABLE source_citation (
    style VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    short VARCHAR NOT NULL,
    html VARCHAR NOT NULL,
    PRIMARY KEY (style, id),
    FOREIGN KEY(id) REFERENCES source (id)
);

CREATE TABLE term_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    say VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES term (id)
);

CREATE TABLE event_text (
    lang VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    display VARCHAR NOT NULL,
    body_html VARCHAR NOT NULL,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (lang, id),
    FOREIGN KEY(id) REFERENCES event (id)
);

CREATE VIRTUAL TABLE search USING fts5(title, body, folded, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');

CREATE VIRTUAL TABLE search_passage USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3');  -- of a large pack; others have prefix='2' or none

CREATE INDEX event_time ON event (first_day);

CREATE INDEX reference_item ON reference (scheme, target, chapter, ordinal);

-- When the rows are in, the writer adds a document for the title of each chapter:
--
-- INSERT INTO search_document (rowid, lang, kind, target, passage, title, body, folded)
-- SELECT ((language.ordinal * 16) << 32) + chapter.number,
--        chapter.lang, 'heading', chapter.id, '', chapter.title, chapter.subtitle, fold(chapter.title)
-- FROM chapter JOIN language ON language.tag = chapter.lang
-- ORDER BY language.ordinal, chapter.number

-- and fills the indexes:
--
-- INSERT INTO search (rowid, title, body, folded)
-- SELECT rowid, title, body, folded FROM search_document WHERE kind <> 'chapter' ORDER BY rowid;
-- 
-- INSERT INTO search_passage (rowid, title, body)
-- SELECT passage.rowid, chapter.title, passage.text
-- FROM passage CROSS JOIN chapter ON chapter.lang = passage.lang AND chapter.number = passage.chapter
-- WHERE passage.text <> ''
-- UNION ALL
-- SELECT rowid, title, body FROM search_document WHERE kind = 'chapter'
-- ORDER BY 1
