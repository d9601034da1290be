DELETE FROM deliveries
WHERE (alert_id, subscriber) IN (SELECT unnest($alert_ids::VARCHAR[]), unnest($subscribers::VARCHAR[]));
