-- What stands behind (or against) the present consensus of one quantity: every report that has a stance now.
SELECT e.voice, e.stance, e.reason, r.report_id, r.article_id, r.revision, r.rank, r.value, r.low, r.high,
       r.low_exclusive, r.high_exclusive, r.qualifier, r.basis, r.basis_assumed, r.speaker, r.quote, f.sentence,
       a.source, a.owner, a.title, a.url, a.published_at, r.effective_at
FROM consensus c
JOIN evidence e ON e.watch = c.watch AND e.quantity = c.quantity AND e.version = c.version
JOIN reports r ON r.watch = c.watch AND r.quantity = c.quantity AND r.report_id = e.report_id
JOIN revisions a ON a.article_id = r.article_id AND a.revision = r.revision
LEFT JOIN figures f ON f.figure_id = r.figure_id
WHERE c.watch = $watch AND c.quantity = $quantity
ORDER BY r.effective_at, a.url, r.revision, r.rank;
