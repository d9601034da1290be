UPDATE deliveries SET status = 'delivered', attempts = attempts + 1, delivered_at = $now, next_try_at = NULL, error = NULL
WHERE (alert_id, subscriber) IN (SELECT unnest($alert_ids::VARCHAR[]), unnest($subscribers::VARCHAR[]));
