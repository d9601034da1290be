-- The sentence behind a report, and its article; no sentence where the revision withdrew what it had said.
SELECT f.sentence, r.title, r.published_at
FROM revisions r
LEFT JOIN (
    SELECT p.article_id, p.revision, f.sentence
    FROM reports p JOIN figures f ON f.figure_id = p.figure_id
    WHERE p.report_id = $report_id
) f USING (article_id, revision)
WHERE r.article_id = $article_id AND r.revision = $revision
LIMIT 1;
