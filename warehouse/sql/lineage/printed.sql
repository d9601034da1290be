-- The texts of these revisions.
SELECT r.article_id, r.revision, r.text
FROM revisions r
JOIN (SELECT unnest($article_ids::VARCHAR[]) AS article_id, unnest($revisions::INTEGER[]) AS revision) k
     USING (article_id, revision);
