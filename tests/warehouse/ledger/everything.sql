-- Every figure as a report of every quantity of the watches that brought its article.
SELECT q.watch, q.quantity, md5(q.watch || q.quantity || f.figure_id) AS report_id, f.article_id, f.revision, f.figure_id,
       row_number() OVER (PARTITION BY f.article_id, f.revision, q.quantity, q.watch ORDER BY f.start)::INT AS rank,
       f.value, f.low, f.high, f.low_exclusive, f.high_exclusive, f.qualifier, f.basis, false AS basis_assumed,
       f.speaker, f.quote, r.effective_at
FROM figures f JOIN revisions r USING (article_id, revision), quantities q
WHERE (len(r.watches) = 0 OR list_contains(r.watches, q.watch)) AND q.watch = coalesce($watch, q.watch)
