-- Left of `match`: written once per document.
CREATE TABLE documents (
    document_id VARCHAR NOT NULL,          -- sha256 of url and content
    article_id VARCHAR NOT NULL,           -- of the article that this is a state of, were it usable or not
    seq BIGINT NOT NULL,                   -- the journal entry that brought it
    url VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL,
    archive_file VARCHAR NOT NULL,         -- name of the WARC file in the archive
    archive_offset BIGINT NOT NULL,
    byte_count BIGINT NOT NULL
);

CREATE TABLE revisions (
    article_id VARCHAR NOT NULL,           -- from the canonical url
    revision INTEGER NOT NULL,             -- 1, 2 … in the order in which they were seen
    document_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    title VARCHAR,
    published_at TIMESTAMPTZ,
    first_seen_at TIMESTAMPTZ NOT NULL,
    effective_at TIMESTAMPTZ NOT NULL,
    language VARCHAR,
    text VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    dropped JSON NOT NULL,                 -- [{"quote", "reason"}]
    credits VARCHAR[] NOT NULL,            -- wires in order; 'agencies' for unnamed ones
    watches VARCHAR[] NOT NULL             -- watches whose sources brought it
);

-- The hashes of an article's sketch (see extractors/likeness), the latest revision's only.
CREATE TABLE sketches (
    hash UBIGINT NOT NULL,
    article_id VARCHAR NOT NULL,
    effective_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE lineages (
    article_id VARCHAR NOT NULL,
    lineage_id VARCHAR NOT NULL,           -- article_id of its first article in effective order
    origin VARCHAR NOT NULL
);

CREATE TABLE figures (
    figure_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    low DOUBLE CHECK (isfinite(low)),
    high DOUBLE CHECK (isfinite(high)),
    low_exclusive BOOLEAN NOT NULL,
    high_exclusive BOOLEAN NOT NULL,
    value DOUBLE CHECK (isfinite(value)),
    qualifier VARCHAR NOT NULL,
    change VARCHAR,
    unit VARCHAR NOT NULL,
    item VARCHAR,
    item_phrase VARCHAR,
    item_class VARCHAR,
    action VARCHAR,
    action_class VARCHAR,
    basis VARCHAR,
    party VARCHAR,
    place VARCHAR,
    status VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    speaker VARCHAR,
    "when" DATE,
    part BOOLEAN NOT NULL,
    rules JSON NOT NULL                    -- [[attribute, rule, confidence]]
);

-- Right of `match`: derived again whenever a watch or a decision changes.
CREATE TABLE watches (
    watch VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    yaml VARCHAR NOT NULL,
    known_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE quantities (                  -- of the newest version of each watch
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    basis VARCHAR,
    status VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    at_least DOUBLE,                       -- `between` of the watch
    at_most DOUBLE,
    not_before TIMESTAMPTZ,                -- `when` of the watch
    not_after TIMESTAMPTZ,
    policy JSON NOT NULL
);

CREATE TABLE quantity_terms (
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    role VARCHAR NOT NULL,                 -- count, count_class, action, action_class, about, not, place, party
    term VARCHAR NOT NULL
);

CREATE TABLE reports (
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    figure_id VARCHAR NOT NULL,
    rank INTEGER NOT NULL,                 -- 1 = the article's own number
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    low_exclusive BOOLEAN NOT NULL,
    high_exclusive BOOLEAN NOT NULL,
    qualifier VARCHAR NOT NULL,
    basis VARCHAR,
    basis_assumed BOOLEAN NOT NULL,
    speaker VARCHAR,
    quote VARCHAR NOT NULL,
    effective_at TIMESTAMPTZ NOT NULL,
    known_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE near_misses (
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    figure_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    why_not VARCHAR NOT NULL               -- unit, count, action, status, place, party, about, when, between, background, part
);

-- Inserted only. One row restates the belief from effective_from onward, known since known_from.
CREATE TABLE consensus_history (
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    low_exclusive BOOLEAN,
    high_exclusive BOOLEAN,
    qualifier VARCHAR,
    basis VARCHAR,
    span_low DOUBLE,
    span_high DOUBLE,
    state VARCHAR,                         -- null: nothing is reported (any more)
    voices INTEGER NOT NULL,
    speakers INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    since TIMESTAMPTZ,
    changed_by VARCHAR,
    cause VARCHAR NOT NULL,
    effective_from TIMESTAMPTZ NOT NULL,
    known_from TIMESTAMPTZ NOT NULL,
    of_head BOOLEAN NOT NULL               -- the newest belief then; false: an earlier place, restated
);

-- Inserted only: the stance of a report from this version of the head on (those between repeat nothing); see evidence.
CREATE TABLE stances (
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    report_id VARCHAR NOT NULL,
    voice VARCHAR NOT NULL,
    stance VARCHAR,                        -- null: the report is gone
    reason VARCHAR NOT NULL
);

CREATE TABLE decisions (
    decision_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,                 -- merge_lineage, split_lineage, merge_origin, split_origin, ignore_report, mute, undo
    subject JSON NOT NULL,
    who VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    undone_by VARCHAR
);

CREATE TABLE alerts (
    alert_id VARCHAR NOT NULL,
    watch VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    old_value DOUBLE,
    new_value DOUBLE,
    old JSON,
    new JSON,
    changed_by VARCHAR,
    created_at TIMESTAMPTZ NOT NULL,
    body JSON NOT NULL
);

CREATE TABLE deliveries (
    alert_id VARCHAR NOT NULL,
    subscriber VARCHAR NOT NULL,
    status VARCHAR NOT NULL,               -- waiting, delivered, failed, muted, shown, withheld (came out of a replay)
    attempts INTEGER NOT NULL,
    next_try_at TIMESTAMPTZ,
    delivered_at TIMESTAMPTZ,
    error VARCHAR
);

CREATE TABLE rejections (
    stage VARCHAR NOT NULL,                -- fetch, format, read, match …
    ref VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    happened_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    watch VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    state VARCHAR NOT NULL,                -- running, done, failed, partial
    counts JSON NOT NULL
);

-- What conditional requests need, and what `tallywire status` says of a source.
CREATE TABLE source_states (
    watch VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    checked_at TIMESTAMPTZ,
    failures INTEGER NOT NULL,
    error VARCHAR
);
