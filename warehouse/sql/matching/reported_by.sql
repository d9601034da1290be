SELECT DISTINCT watch, quantity FROM reports WHERE article_id IN (SELECT unnest($articles::VARCHAR[]))
