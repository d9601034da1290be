DELETE FROM copies WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]));
