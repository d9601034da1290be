UPDATE deliveries SET status = 'waiting', attempts = 0, next_try_at = $now
WHERE status <> 'delivered'
  AND CASE WHEN len($alert_ids::VARCHAR[]) > 0 THEN list_contains($alert_ids::VARCHAR[], alert_id) ELSE status = 'failed' END
RETURNING alert_id, subscriber;
