-- How each alert reached each subscriber.
SELECT alert_id, subscriber, status, attempts, next_try_at, delivered_at, error
FROM deliveries
ORDER BY alert_id, subscriber;
