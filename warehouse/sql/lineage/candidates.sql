-- Pairs of articles whose sketches meet within the window, in at least two hashes.
-- A pair's own hashes decide, nothing else in the database, so that the order of arrival does not matter.
-- Per article and lineage only the best $each come back (more: there are others), for one copy found is enough.
-- $later: articles of the same batch that will look for themselves.
WITH probes AS (
    SELECT hash, article_id, effective_at FROM sketches
    WHERE effective_at BETWEEN $first::TIMESTAMPTZ AND $last::TIMESTAMPTZ
      AND article_id IN (SELECT unnest($article_ids::VARCHAR[]))
), met AS (
    SELECT p.article_id AS a, n.article_id AS b, count(*) AS shared
    FROM probes p JOIN sketches n ON n.hash = p.hash
    WHERE n.effective_at BETWEEN $first::TIMESTAMPTZ - to_days($days::INTEGER) AND $last::TIMESTAMPTZ + to_days($days::INTEGER)
      AND n.article_id <> p.article_id
      AND abs(date_diff('second', p.effective_at, n.effective_at)) <= $days * 86400
    GROUP BY ALL
    HAVING count(*) >= 2
)
SELECT m.a, m.b, coalesce(l.lineage_id, m.b) AS lineage_of_b,
       count(*) OVER (PARTITION BY m.a, lineage_of_b) > $each::BIGINT AS more
FROM met m
ANTI JOIN (SELECT unnest($later::VARCHAR[]) AS article_id) late ON late.article_id = m.b
LEFT JOIN lineages l ON l.article_id = m.b
QUALIFY row_number() OVER (PARTITION BY m.a, lineage_of_b ORDER BY m.shared DESC, m.b) <= $each::BIGINT
ORDER BY m.shared DESC, m.a, m.b;
