-- The reports of these names with where they were printed, in effective order.
SELECT p.report_id, r.source, r.url, p.value, p.low, p.high, p.low_exclusive, p.high_exclusive, p.qualifier, p.basis
FROM reports p JOIN revisions r USING (article_id, revision)
WHERE p.report_id IN (SELECT unnest($report_ids::VARCHAR[]))
ORDER BY p.effective_at, r.url, p.revision, p.rank;
