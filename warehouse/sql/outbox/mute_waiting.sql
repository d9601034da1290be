UPDATE deliveries SET status = 'muted'
WHERE status IN ('waiting', 'failed') AND alert_id IN (
    SELECT alert_id FROM alerts WHERE watch = $watch AND quantity = coalesce($quantity::VARCHAR, quantity)
);
