-- How much the warehouse holds.
SELECT (SELECT count(DISTINCT article_id) FROM revisions) AS articles,
       (SELECT count(*) FROM documents) AS documents,
       (SELECT count(*) FROM figures) AS figures,
       (SELECT count(*) FROM alerts) AS alerts;
