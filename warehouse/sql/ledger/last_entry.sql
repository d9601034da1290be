-- The newest journal entry that this database holds, and the latest time at which it knew anything.
SELECT coalesce(max(seq), 0) AS seq, max(known_at) AS known_at FROM entries;
