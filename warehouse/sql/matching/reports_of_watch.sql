SELECT watch, quantity, report_id, known_at FROM reports WHERE watch = $watch
