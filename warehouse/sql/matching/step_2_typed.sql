-- Figures against quantities: pairs of which at most one condition fails, of those that need no text.
-- $watch: only its quantities (null: those of all watches). Classes are nested once: person, person.military.
CREATE OR REPLACE TEMP TABLE batch_typed AS
WITH fits AS MATERIALIZED (  -- materialized: DuckDB would plan each condition again for every use of it
    SELECT q.watch, q.quantity, q.story, q.counts, q.acts, f.figure_id, f.article_id, f.revision,
        coalesce(list_contains(q.items, f.item)
            OR list_has_any(q.count_classes, [split_part(f.item_class, '.', 1), f.item_class])
            OR q.elided AND f.item IS NULL AND f.item_class IS NULL, false) AND NOT list_contains(q.never, coalesce(f.item, '')) AS counted,  -- "killed 8" counts people
        coalesce(list_contains(q.actions, f.action)
            OR list_has_any(q.action_classes, [split_part(f.action_class, '.', 1), f.action_class])
            OR list_contains(q.changes, f.change)
            -- A noun may imply the action: residents live there.
            OR f.action_class IS NULL AND list_contains(q.action_nouns, f.item), false) AS acted,
        coalesce(list_has_any(q.kin_classes, [split_part(f.action_class, '.', 1), f.action_class]), false) AS akin,
        f.item IS NULL AND f.unit = 'count' AS bare, 
        -- What a sum or a share measures may stand elsewhere in its sentence: "the unemployment rate".
        f.unit <> 'count' AND (f.item IS NULL OR f.item IN ('rate', 'level', 'figure', 'share', 'index', 'amount', 'value', 'total', 'average')) AS unnamed,
        f.unit <> 'count' AND NOT q.counts AS measured,
        f.item IS NULL AND f.qualifier = 'vague' AND f.low < 10 AS hardly,  -- "many in the city"
        CASE q.status WHEN 'planned' THEN f.status <> 'planned'
             ELSE f.status NOT IN ('happened', 'claimed', 'estimated') END AS no_status,
        coalesce(coalesce(f.value, f.high, q.at_least) < q.at_least, false)
            OR coalesce(coalesce(f.value, f.low, q.at_most) > q.at_most, false)
            OR f.unit = 'count' AND coalesce(f.low, f.high) < 0 AS no_between,
        f.change IS NOT NULL AND NOT coalesce(list_contains(q.changes, f.change) OR f.change = 'by' AND len(q.changes) > 0, false) AS no_change, f.background AS no_background
    FROM batch_figures f
    JOIN wanted q ON list_contains(q.units, f.unit) OR list_contains(q.count_lemmas, split_part(f.unit, ':', -1))
    WHERE (len(f.watches) = 0 OR list_contains(f.watches, q.watch)) AND ($watch::VARCHAR IS NULL OR q.watch = $watch)
), judged AS MATERIALIZED (
    SELECT * EXCLUDE (counted, akin, bare, hardly), akin AND NOT acted AS kin,
        NOT counted AND counts OR NOT (acted OR akin) AND NOT acts AND bare OR hardly AS no_count,
        NOT (acted OR akin) AND acts AS no_action
    FROM fits
)
SELECT * EXCLUDE (counts, acts, acted, measured) FROM judged
WHERE no_count::INT + no_action::INT + no_status::INT + no_between::INT + no_change::INT + no_background::INT <= 1
  AND (NOT no_count OR acts OR unnamed) AND (NOT no_action OR counts OR measured)
