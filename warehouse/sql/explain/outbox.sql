-- What waits in the outbox or was given up, by subscriber.
SELECT subscriber, status, count(*) AS deliveries, min(next_try_at) AS next_try_at, arg_max(error, attempts) AS error
FROM deliveries
WHERE status IN ('waiting', 'failed')
GROUP BY subscriber, status
ORDER BY subscriber, status;
