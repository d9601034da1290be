SELECT * FROM figures ORDER BY article_id, revision, "start", "end", figure_id;
