CREATE VIEW articles AS
SELECT r.article_id, r.revision, r.url, r.source, r.owner, r.title, r.published_at, r.first_seen_at, r.effective_at,
       r.language, r.text, l.lineage_id, l.origin, r.credits
FROM revisions r LEFT JOIN lineages l USING (article_id);

-- The belief about effective time e as it was known at time k: the latest row at or before e, restatements winning.
CREATE MACRO consensus_as_of(effective, known) AS TABLE
SELECT * FROM consensus_history
WHERE effective_from <= effective AND known_from <= known
QUALIFY row_number() OVER (PARTITION BY watch, quantity ORDER BY effective_from DESC, version DESC) = 1;

CREATE VIEW consensus AS
SELECT watch, quantity, version, value, low, high, low_exclusive, high_exclusive, qualifier, basis,
       span_low, span_high, state, voices, speakers, articles, since, changed_by, cause
FROM consensus_history
QUALIFY row_number() OVER (PARTITION BY watch, quantity ORDER BY effective_from DESC, version DESC) = 1;

CREATE VIEW evidence AS
SELECT h.watch, h.quantity, h.version, s.report_id, s.voice, s.stance, s.reason
FROM consensus_history h
JOIN stances s ON s.watch = h.watch AND s.quantity = h.quantity AND s.version <= h.version
WHERE h.of_head
QUALIFY row_number() OVER (PARTITION BY h.watch, h.quantity, h.version, s.report_id ORDER BY s.version DESC) = 1
        AND s.stance IS NOT NULL;

-- believed_to: until when this row was what we believed about effective_from.
CREATE VIEW belief_intervals AS
SELECT *, lead(known_from) OVER (PARTITION BY watch, quantity, effective_from ORDER BY version) AS believed_to
FROM consensus_history;
