-- Entries of the archive's journal that are in this database: written in the transaction that applies them.
CREATE TABLE entries (
    seq BIGINT NOT NULL,
    kind VARCHAR NOT NULL,                 -- batch, watch, decision
    known_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE subscribers (                 -- of the newest version of each watch
    watch VARCHAR NOT NULL,
    subscriber VARCHAR NOT NULL,
    quantities VARCHAR[] NOT NULL          -- only these; empty: all of the watch
);

-- Which quantities believed something else at one moment than at another; either moment on both clocks.
CREATE MACRO consensus_between(effective_1, known_1, effective_2, known_2) AS TABLE
WITH earlier AS (FROM consensus_as_of(effective_1, known_1)), later AS (FROM consensus_as_of(effective_2, known_2))
SELECT coalesce(l.watch, e.watch) AS watch, coalesce(l.quantity, e.quantity) AS quantity,
       e.version AS old_version, l.version AS new_version,
       e.value AS old_value, l.value AS new_value, e.low AS old_low, l.low AS new_low, e.high AS old_high, l.high AS new_high,
       e.qualifier AS old_qualifier, l.qualifier AS new_qualifier, e.basis AS old_basis, l.basis AS new_basis,
       e.state AS old_state, l.state AS new_state, e.voices AS old_voices, l.voices AS new_voices,
       l.changed_by, l.cause, l.effective_from, l.known_from
FROM earlier e FULL JOIN later l ON l.watch = e.watch AND l.quantity = e.quantity
WHERE (e.value, e.low, e.high, e.low_exclusive, e.high_exclusive, e.qualifier, e.basis, e.state, e.voices, e.speakers, e.articles)
      IS DISTINCT FROM
      (l.value, l.low, l.high, l.low_exclusive, l.high_exclusive, l.qualifier, l.basis, l.state, l.voices, l.speakers, l.articles);
