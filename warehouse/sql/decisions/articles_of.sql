SELECT article_id FROM lineages WHERE origin IN (SELECT unnest($origins::VARCHAR[])) ORDER BY article_id;
