-- What was dropped since a moment, by stage and reason, with one example.
SELECT stage, reason, count(*) AS times, max(happened_at) AS latest, arg_max(ref, happened_at) AS example,
       arg_max(detail, happened_at) AS detail
FROM rejections
WHERE happened_at >= $since
GROUP BY stage, reason
ORDER BY times DESC, stage, reason;
