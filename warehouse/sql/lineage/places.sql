-- When each article's newest sketch holds, to look for candidates around it.
SELECT article_id, min(effective_at) AS effective_at FROM sketches
WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]))
GROUP BY article_id
ORDER BY effective_at, article_id;
