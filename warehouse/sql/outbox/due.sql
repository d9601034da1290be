-- Deliveries whose time has come, the oldest alert first.
SELECT d.subscriber, d.attempts, a.*
FROM deliveries d JOIN alerts a USING (alert_id)
WHERE d.status IN ('waiting', 'failed') AND d.next_try_at <= $now::TIMESTAMPTZ
  AND a.watch = coalesce($watch::VARCHAR, a.watch)
ORDER BY a.created_at, a.watch, a.quantity, a.version, d.subscriber
LIMIT $limit;
