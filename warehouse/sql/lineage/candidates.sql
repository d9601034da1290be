-- Pairs of articles whose sketches meet within the window: at least two hashes, and a twentieth of the smaller sketch.
-- A pair's own numbers decide, nothing else in the database, so that the order of arrival does not matter.
-- Per article and lineage only the best $each come back (more: there are others), for one copy found is enough.
WITH probes AS (
    SELECT hash, article_id, effective_at FROM sketches
    WHERE effective_at BETWEEN $first::TIMESTAMPTZ AND $last::TIMESTAMPTZ
      AND article_id IN (SELECT unnest($article_ids::VARCHAR[]))
), near AS (
    SELECT hash, article_id, effective_at FROM sketches
    WHERE effective_at BETWEEN $first::TIMESTAMPTZ - to_days($days::INTEGER) AND $last::TIMESTAMPTZ + to_days($days::INTEGER)
), met AS (
    SELECT p.article_id AS a, n.article_id AS b, count(*) AS shared
    FROM probes p JOIN near n ON n.hash = p.hash
    WHERE n.article_id <> p.article_id
      AND abs(date_diff('second', p.effective_at, n.effective_at)) <= $days * 86400
    GROUP BY ALL
    HAVING count(*) >= 2
), sizes AS (
    SELECT article_id, count(*) AS size FROM near
    WHERE article_id IN (SELECT a FROM met UNION SELECT b FROM met)
    GROUP BY article_id
)
SELECT m.a, m.b, coalesce(l.lineage_id, m.b) AS lineage_of_b,
       count(*) OVER (PARTITION BY m.a, lineage_of_b) > $each::BIGINT AS more
FROM met m
JOIN sizes sa ON sa.article_id = m.a
JOIN sizes sb ON sb.article_id = m.b
LEFT JOIN lineages l ON l.article_id = m.b
WHERE m.shared * 20 >= least(sa.size, sb.size)
QUALIFY row_number() OVER (PARTITION BY m.a, lineage_of_b ORDER BY m.shared DESC, m.b) <= $each::BIGINT
ORDER BY m.shared DESC, m.a, m.b;
