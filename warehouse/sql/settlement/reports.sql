-- What every revision (of these articles alone, where given) says of these quantities, whose voice it is now, and what an operator told us to leave out.
WITH keys AS (
    SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity
), left_out AS (
    SELECT DISTINCT subject->>'report_id' AS report_id FROM decisions WHERE kind = 'ignore_report' AND undone_by IS NULL
), wanted AS MATERIALIZED (
    SELECT p.* FROM reports p JOIN keys USING (watch, quantity)
    WHERE $article_ids IS NULL OR p.article_id IN (SELECT unnest($article_ids::VARCHAR[]))
), told AS (
    SELECT r.article_id, r.revision, r.url, r.source, r.owner, list_contains(r.credits, 'agencies') AS agencies
    FROM revisions r SEMI JOIN wanted USING (article_id, revision)
)
SELECT w.watch, w.quantity, w.report_id, w.article_id, w.revision, t.url, t.source, t.owner,
       coalesce(l.origin, t.owner) AS origin, coalesce(l.lineage_id, w.article_id) AS lineage_id, t.agencies, w.rank,
       w.value, w.low, w.high, w.low_exclusive, w.high_exclusive, w.qualifier, w.basis, w.basis_assumed, w.speaker,
       w.quote, w.effective_at, o.report_id IS NOT NULL AS ignored, c.copied
FROM wanted w
JOIN told t USING (article_id, revision)
LEFT JOIN lineages l USING (article_id)
LEFT JOIN copies c USING (article_id, revision)
LEFT JOIN left_out o USING (report_id)
ORDER BY w.watch, w.quantity, w.effective_at, t.url, w.revision, w.rank, w.report_id;
