SELECT watch, subscriber, quantities FROM subscribers WHERE watch IN (SELECT unnest($watches::VARCHAR[])) ORDER BY ALL;
