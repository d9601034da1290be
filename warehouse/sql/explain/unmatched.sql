-- Quantities of a watch without any report, though its articles have figures.
SELECT q.quantity, n.figures
FROM quantities q,
     (SELECT count(*) AS figures FROM figures f JOIN revisions r USING (article_id, revision)
      WHERE len(r.watches) = 0 OR list_contains(r.watches, $watch)) n
WHERE q.watch = $watch AND n.figures > 0
  AND NOT EXISTS (FROM reports p WHERE p.watch = q.watch AND p.quantity = q.quantity)
ORDER BY q.quantity;
