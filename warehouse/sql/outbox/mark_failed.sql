UPDATE deliveries SET status = 'failed', attempts = attempts + 1, next_try_at = $next_try_at, error = $error
WHERE (alert_id, subscriber) IN (SELECT unnest($alert_ids::VARCHAR[]), unnest($subscribers::VARCHAR[]));
