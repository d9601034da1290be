-- What decides an article's origin: its place in effective order, its publisher, whom its revisions credit, in order.
SELECT article_id, min(effective_at) AS effective_at, arg_min(url, revision) AS url, arg_max(owner, revision) AS owner,
       arg_max(source, revision) AS source, flatten(list(credits ORDER BY revision)) AS credits
FROM revisions
WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]))
GROUP BY article_id
ORDER BY effective_at, url, article_id;
