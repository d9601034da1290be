-- What an operator told us to say nothing about; no quantity means the whole watch.
SELECT DISTINCT subject->>'watch' AS watch, subject->>'quantity' AS quantity
FROM decisions
WHERE kind = 'mute' AND undone_by IS NULL
  AND coalesce((subject->>'until')::TIMESTAMPTZ, 'infinity') > $now::TIMESTAMPTZ;
