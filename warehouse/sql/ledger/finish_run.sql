UPDATE runs SET state = $state, counts = $counts, finished_at = $now WHERE run_id = $run_id;
