SELECT article_id, arg_max(text, revision) AS text FROM revisions
WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]))
GROUP BY article_id;
