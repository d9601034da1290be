-- Every revision in the order in which it became known; those of one batch in effective order.
SELECT r.article_id, r.revision, r.first_seen_at AS known_at
FROM revisions r
JOIN (SELECT article_id, document_id, min(seq) AS seq FROM documents GROUP BY ALL) d USING (article_id, document_id)
ORDER BY r.first_seen_at, d.seq, r.effective_at, r.url, r.revision;
