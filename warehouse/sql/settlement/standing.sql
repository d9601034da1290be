-- The last head of each of these quantities that nobody contested, or that outweighed its rival in a contest
-- (the same rule as warehouse.ledger.changes.stands).
WITH heads AS (
    SELECT h.*, lag(h.state) OVER was AS was_state, lag(h.voices) OVER was AS was_voices,
           lag((h.basis, h.value, h.low, h.high)) OVER was AS was_number
    FROM consensus_history h
    JOIN (SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity) k USING (watch, quantity)
    WHERE h.of_head
    WINDOW was AS (PARTITION BY h.watch, h.quantity ORDER BY h.version)
)
SELECT * FROM heads
WHERE state IN ('single', 'corroborated')
   OR (state = 'contested' AND was_state = 'contested' AND voices > was_voices
       AND was_number IS DISTINCT FROM (basis, value, low, high))
QUALIFY row_number() OVER (PARTITION BY watch, quantity ORDER BY version DESC) = 1;
