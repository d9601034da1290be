-- The quantities that these articles report.
SELECT DISTINCT watch, quantity FROM reports WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]));
