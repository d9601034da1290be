SELECT article_id, revision, copied FROM copies WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]));
