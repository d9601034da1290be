-- Who printed what in these lineages, in effective order; only lineages with several owners.
SELECT l.lineage_id, r.article_id, r.revision, r.owner
FROM lineages l JOIN revisions r USING (article_id)
WHERE l.lineage_id IN (SELECT unnest($lineage_ids::VARCHAR[]))
QUALIFY min(r.owner) OVER (PARTITION BY l.lineage_id) <> max(r.owner) OVER (PARTITION BY l.lineage_id)
ORDER BY l.lineage_id, r.effective_at, r.url, r.revision, r.article_id;
