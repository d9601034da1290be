SELECT * FROM deliveries ORDER BY alert_id, subscriber;
