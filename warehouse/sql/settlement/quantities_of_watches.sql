SELECT watch, quantity FROM quantities WHERE watch IN (SELECT unnest($watches::VARCHAR[]));
