-- What the figures of a watch's articles count, most frequent first: the words that a quantity of it can ask for.
SELECT f.item, f.action, f.unit, count(*) AS figures, count(DISTINCT f.article_id) AS articles
FROM figures f
JOIN revisions r USING (article_id, revision)
WHERE (len(r.watches) = 0 OR list_contains(r.watches, $watch)) AND NOT f.background
  AND (f.item IS NOT NULL OR f.action IS NOT NULL)
GROUP BY ALL
ORDER BY figures DESC, f.item, f.action, f.unit
LIMIT 8;
