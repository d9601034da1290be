-- The latest pass of each watch, also of watches that never ran.
SELECT w.watch, w.yaml, r.run_id, r.started_at, r.finished_at, r.state, r.counts
FROM watches w
LEFT JOIN runs r ON r.watch = w.watch
QUALIFY row_number() OVER (PARTITION BY w.watch ORDER BY w.version DESC, r.started_at DESC NULLS LAST) = 1
ORDER BY w.watch;
