-- The last head of each of these quantities that was not contested.
SELECT h.*
FROM consensus_history h
JOIN (SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity) k USING (watch, quantity)
WHERE h.of_head AND h.state IN ('single', 'corroborated')
QUALIFY row_number() OVER (PARTITION BY watch, quantity ORDER BY version DESC) = 1;
