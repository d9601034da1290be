-- What every revision (of these articles alone, where given) says of these quantities, whose voice it is now, and what an operator told us to leave out.
WITH keys AS (
    SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity
), left_out AS (
    SELECT DISTINCT subject->>'report_id' AS report_id FROM decisions WHERE kind = 'ignore_report' AND undone_by IS NULL
), wanted AS MATERIALIZED (
    SELECT p.* FROM reports p JOIN keys USING (watch, quantity)
    WHERE $article_ids IS NULL OR p.article_id IN (SELECT unnest($article_ids::VARCHAR[]))
), silent AS (  -- a revision that no longer says what an earlier one of its article said takes it back
    SELECT k.watch, k.quantity, r.article_id || '.' || r.revision || '.withdrawn' AS report_id, r.article_id, r.revision, 1 AS rank,
           false AS low_exclusive, false AS high_exclusive, 'vague' AS qualifier, false AS basis_assumed, '' AS quote, r.effective_at
    FROM (SELECT watch, quantity, article_id, min(revision) AS since FROM wanted GROUP BY ALL) k
    JOIN revisions r ON r.article_id = k.article_id AND r.revision > k.since AND (len(r.watches) = 0 OR list_contains(r.watches, k.watch))
    ANTI JOIN wanted w ON w.watch = k.watch AND w.quantity = k.quantity AND w.article_id = r.article_id AND w.revision = r.revision
), said AS (
    SELECT *, false AS withdrawn FROM wanted
    UNION ALL BY NAME
    SELECT *, true AS withdrawn FROM silent
), told AS (
    SELECT r.article_id, r.revision, r.url, r.source, r.owner, list_contains(r.credits, 'agencies') AS agencies
    FROM revisions r SEMI JOIN said USING (article_id, revision)
)
SELECT w.watch, w.quantity, w.report_id, w.article_id, w.revision, t.url, t.source, t.owner,
       coalesce(l.origin, t.owner) AS origin, coalesce(l.lineage_id, w.article_id) AS lineage_id, t.agencies, w.rank,
       w.value, w.low, w.high, w.low_exclusive, w.high_exclusive, w.qualifier, w.basis, w.basis_assumed, w.speaker,
       w.quote, w.effective_at, o.report_id IS NOT NULL AS ignored, c.copied, w.withdrawn, w.turn
FROM said w
JOIN told t USING (article_id, revision)
LEFT JOIN lineages l USING (article_id)
LEFT JOIN copies c USING (article_id, revision)
LEFT JOIN left_out o USING (report_id)
ORDER BY w.watch, w.quantity, w.effective_at, t.url, w.revision, w.rank, w.report_id;
