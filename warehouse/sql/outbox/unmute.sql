-- A mute was taken back: what nothing else mutes waits again.
UPDATE deliveries SET status = 'waiting', next_try_at = $now::TIMESTAMPTZ
WHERE status = 'muted' AND alert_id IN (
    SELECT a.alert_id FROM alerts a
    WHERE a.watch = $watch AND a.quantity = coalesce($quantity::VARCHAR, a.quantity)
      AND NOT EXISTS (
          FROM decisions d
          WHERE d.kind = 'mute' AND d.undone_by IS NULL AND d.subject->>'watch' = a.watch
            AND coalesce(d.subject->>'quantity', a.quantity) = a.quantity
            AND coalesce((d.subject->>'until')::TIMESTAMPTZ, 'infinity') > a.created_at
      )
);
