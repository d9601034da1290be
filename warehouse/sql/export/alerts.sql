SELECT * FROM alerts ORDER BY created_at, watch, quantity, version;
