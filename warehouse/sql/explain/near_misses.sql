-- Figures of each article's newest revision that almost matched a quantity, with the reason why they did not.
SELECT n.why_not, f.quote, f.sentence, f.value, f.low, f.high, f.low_exclusive, f.high_exclusive, f.qualifier,
       f.basis, f.unit, a.source, a.title, a.url, a.effective_at
FROM near_misses n
JOIN figures f ON f.figure_id = n.figure_id
JOIN revisions a ON a.article_id = n.article_id AND a.revision = n.revision
WHERE n.watch = $watch AND n.quantity = $quantity
QUALIFY n.revision = max(n.revision) OVER (PARTITION BY n.article_id)
ORDER BY a.effective_at, a.url, f."start";
