UPDATE deliveries SET status = 'withheld', next_try_at = NULL WHERE status = 'waiting';
