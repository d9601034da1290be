SELECT q.watch, q.quantity, q.title, q.basis, q.status, q.kind, q.unit, q.at_least, q.at_most, q.policy
FROM quantities q
JOIN (SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity) k USING (watch, quantity);
