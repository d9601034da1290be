-- The figures of these revisions.
CREATE OR REPLACE TEMP TABLE batch_figures AS
SELECT f.*, r.watches
FROM figures f
JOIN (SELECT unnest($articles::VARCHAR[]) AS article_id, unnest($revisions::INTEGER[]) AS revision) k USING (article_id, revision)
JOIN revisions r USING (article_id, revision)
