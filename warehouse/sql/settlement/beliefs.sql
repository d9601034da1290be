-- The newest row of each effective place of these quantities.
SELECT h.*
FROM consensus_history h
JOIN (SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity) k USING (watch, quantity)
QUALIFY row_number() OVER (PARTITION BY watch, quantity, effective_from ORDER BY version DESC) = 1;
