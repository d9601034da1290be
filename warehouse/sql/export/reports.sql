SELECT * FROM reports ORDER BY watch, quantity, effective_at, article_id, revision, rank;
