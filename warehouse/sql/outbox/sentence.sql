-- The sentence and the article behind a report.
SELECT f.sentence, r.title, r.published_at
FROM reports p
JOIN figures f ON f.figure_id = p.figure_id
JOIN revisions r ON r.article_id = p.article_id AND r.revision = p.revision
WHERE p.report_id = $report_id
LIMIT 1;
