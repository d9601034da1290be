UPDATE runs SET state = 'failed', finished_at = $now WHERE watch = $watch AND state = 'running';
