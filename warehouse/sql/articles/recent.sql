SELECT url, min(first_seen_at) AS first_seen_at
FROM revisions
WHERE list_contains(watches, $watch)
GROUP BY url
HAVING min(first_seen_at) >= $since
ORDER BY first_seen_at DESC, url;
