-- Every stored figure that the watch's sources brought, of the units that it counts.
CREATE OR REPLACE TEMP TABLE batch_figures AS
SELECT f.*, r.watches
FROM figures f
JOIN revisions r USING (article_id, revision)
WHERE (len(r.watches) = 0 OR list_contains(r.watches, $watch))
  AND f.unit IN (SELECT u.unit FROM (SELECT DISTINCT unit FROM figures) u, wanted q
                 WHERE q.watch = $watch AND (list_contains(q.units, u.unit) OR list_contains(q.count_lemmas, split_part(u.unit, ':', -1))))
