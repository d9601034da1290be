-- Quantities whose watch says when a number is stale: their head, its last report, unless this was told of that head.
WITH timed AS (
    SELECT watch, quantity FROM quantities WHERE policy->>'stale_after_hours' IS NOT NULL
), last AS (
    SELECT watch, quantity, max(effective_at) AS last_report FROM reports JOIN timed USING (watch, quantity) GROUP BY ALL
)
SELECT c.watch, c.quantity, c.version, l.last_report
FROM consensus c JOIN last l USING (watch, quantity)
ANTI JOIN (SELECT watch, quantity, version FROM alerts WHERE kind = 'stale') a
     ON a.watch = c.watch AND a.quantity = c.quantity AND a.version = c.version
ORDER BY ALL;
