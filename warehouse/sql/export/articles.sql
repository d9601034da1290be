SELECT * FROM articles ORDER BY effective_at, url, revision;
