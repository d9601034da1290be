-- Figures that meet every condition, with all that a report needs.
SELECT j.* EXCLUDE (is_of_the_story, fails), f.* EXCLUDE (figure_id, article_id, revision, rules, watches),
    q.basis AS wanted_basis, q.kind, q.title AS wanted, q.count_classes, q.count_lemmas, q.action_classes,
    q.about, q.places, q.parties, q.rivals, q.never, q.changes, q.items,
    r.title, r.effective_at, len(r.text) AS size, substr(r.text, f."end" + 1, 400) AS following,
    -- A page that may be a live blog: several lines that begin with a time (see matching/entries.py).
    CASE WHEN len(regexp_extract_all(r.text, '(?im)^\W{0,3}(updated?\b[:,]? *)?([a-z]+day,? *)?\d{1,2}([:.]\d\d| *[ap]\.?m)')) > 2
         THEN r.text END AS log
FROM batch_judged j
JOIN batch_figures f USING (figure_id)
JOIN wanted q USING (watch, quantity)
JOIN revisions r ON r.article_id = j.article_id AND r.revision = j.revision
WHERE len(j.fails) = 0
ORDER BY j.watch, j.quantity, j.article_id, j.revision, f."start", j.figure_id
