-- Figures against quantities: each pair that meets every condition (why_not is null), or all but one.
-- $articles, $revisions: only these revisions (null: all). $watch: only its quantities (null: those of all watches).
WITH keys AS (
    SELECT unnest($articles::VARCHAR[]) AS article_id, unnest($revisions::INTEGER[]) AS revision
    UNION ALL
    SELECT article_id, revision FROM revisions WHERE $articles::VARCHAR[] IS NULL
),
term AS (SELECT * FROM quantity_terms WHERE $watch::VARCHAR IS NULL OR watch = $watch),
wanted AS (  -- elsewhere: the places of the watch's other quantities; a place among the story's words contradicts none
    SELECT q.*, t.* EXCLUDE (watch, quantity),
        lower(strip_accents(q.title)) || ' ' || coalesce(array_to_string(t.about, ' '), '') AS story_words, coalesce(list_filter(w.every_place, lambda p: NOT list_contains(t.places, p)), [])
        AS elsewhere
    FROM quantities q
    JOIN (SELECT watch, quantity, list(term) FILTER (role = 'about') AS about, list(term) FILTER (role = 'place') AS places,
                 list(term) FILTER (role = 'party') AS parties, list(term) FILTER (role = 'not') AS unwanted,
                 coalesce(list(term) FILTER (role = 'action_class'), []) AS action_classes,
                 list(term) FILTER (role = 'action_word') AS action_words,
                 coalesce(list(term) FILTER (role = 'count_class'), []) AS count_classes,
                 coalesce(list(term) FILTER (role = 'count'), []) AS count_lemmas,
                 bool_or(starts_with(role, 'count')) AS counts, bool_or(starts_with(role, 'action')) AS acts
          FROM term GROUP BY ALL) t USING (watch, quantity)
    JOIN (SELECT watch, list(DISTINCT term) FILTER (role = 'place') AS every_place FROM term GROUP BY ALL) w USING (watch)
),
figure AS MATERIALIZED (
    SELECT f.*, r.watches FROM figures f JOIN keys USING (article_id, revision) JOIN revisions r USING (article_id, revision)
),
item_fit AS (  -- by lemma, by class or a class below it; "killed 8" counts people without saying so
    SELECT t.watch, t.quantity, i.item, i.item_class
    FROM (SELECT DISTINCT item, item_class FROM figure) i
    JOIN term t ON (t.role IN ('count', 'count_whole') AND t.term = i.item)
        OR (t.role = 'count_class' AND (t.term = i.item_class OR starts_with(i.item_class, t.term || '.')))
        OR (t.role = 'count_elided' AND i.item IS NULL AND i.item_class IS NULL)
    GROUP BY ALL
),
action_fit AS (  -- kin: an action that the watch may mean as well; a noun may imply the action: residents live there
    SELECT t.watch, t.quantity, a.action, a.action_class, a.item, bool_and(t.role = 'action_kin') AS kin
    FROM (SELECT DISTINCT action, action_class, item FROM figure) a
    JOIN term t ON (t.role = 'action' AND t.term = a.action)
        OR (t.role = 'action_noun' AND t.term = a.item AND a.action IS NULL AND a.action_class IS NULL)
        OR (t.role IN ('action_class', 'action_kin')
            AND (t.term = a.action_class OR starts_with(a.action_class, t.term || '.')))
    GROUP BY ALL
),
unit_fit AS (  -- "2 million barrels" has the unit of a volume; who counts barrels means it
    SELECT t.watch, t.quantity, u.unit
    FROM (SELECT DISTINCT unit FROM figure) u
    JOIN term t ON (t.role = 'unit' AND t.term = u.unit) OR (t.role = 'count' AND t.term = split_part(u.unit, ':', -1))
    GROUP BY ALL
),
typed AS MATERIALIZED (  -- at most one condition failed, of those that need no text
    SELECT q.watch, q.quantity, q.about, q.places, q.elsewhere, f.figure_id, f.article_id, f.revision, coalesce(a.kin, false) AS kin,
        i.watch IS NULL AND q.counts OR a.watch IS NULL AND NOT q.acts AND f.item IS NULL AND f.unit = 'count'
            OR f.item IS NULL AND f.qualifier = 'vague' AND f.low < 10 AS no_count,  -- "many in the city"
        a.watch IS NULL AND q.acts AS no_action,
        CASE q.status WHEN 'planned' THEN f.status <> 'planned'
             ELSE f.status NOT IN ('happened', 'claimed', 'estimated') END AS no_status,
        coalesce(coalesce(f.value, f.high, q.at_least) < q.at_least, false)
            OR coalesce(coalesce(f.value, f.low, q.at_most) > q.at_most, false)
            OR f.unit = 'count' AND coalesce(f.low, f.high) < 0 AS no_between,
        f.change IS NOT NULL AS no_change,
        f.background AS no_background
    FROM figure f
    CROSS JOIN wanted q
    JOIN unit_fit u ON u.watch = q.watch AND u.quantity = q.quantity AND u.unit = f.unit
    LEFT JOIN item_fit i ON i.watch = q.watch AND i.quantity = q.quantity
        AND i.item IS NOT DISTINCT FROM f.item AND i.item_class IS NOT DISTINCT FROM f.item_class
    LEFT JOIN action_fit a ON a.watch = q.watch AND a.quantity = q.quantity
        AND a.action IS NOT DISTINCT FROM f.action AND a.action_class IS NOT DISTINCT FROM f.action_class
        AND a.item IS NOT DISTINCT FROM f.item
    WHERE (len(f.watches) = 0 OR list_contains(f.watches, q.watch))  -- only what the watch's own sources brought
        AND no_count::INT + no_action::INT + no_status::INT + no_between::INT + no_change::INT + no_background::INT <= 1
        AND (NOT no_count OR q.acts) AND (NOT no_action OR q.counts)
),
plain AS (
    SELECT article_id, revision, lower(strip_accents(coalesce(title, '') || ' . ' || text)) AS plain, effective_at
    FROM revisions SEMI JOIN typed USING (article_id, revision)
),
story AS MATERIALIZED (  -- which words stand in the article; words of under five letters only as whole words
    SELECT t.*, p.effective_at,
        t.about IS NULL OR len(list_filter(t.about, lambda w: CASE WHEN NOT contains(p.plain, w) THEN false WHEN len(w) > 4
            THEN true ELSE regexp_matches(p.plain, '\b' || regexp_escape(w) || '\b') END)) > 0 AS told,
        list_min([strpos(p.plain, w) FOR w IN t.places IF contains(p.plain, w)]) AS here_at,
        list_min([strpos(p.plain, w) FOR w IN t.elsewhere IF contains(p.plain, w)]) AS elsewhere_at,
        -- Set there: its place comes early and before any other, or none is named at all in an article of the story.
        CASE WHEN here_at IS NULL THEN elsewhere_at IS NULL AND t.about IS NOT NULL
             ELSE here_at <= 800 AND here_at < coalesce(elsewhere_at, here_at + 1) END AS set_there
    FROM (SELECT DISTINCT article_id, revision, about, places, elsewhere FROM typed) t JOIN plain p USING (article_id, revision)
),
spoken AS (  -- the words that are looked up in the sentence, where there are any to look up
    SELECT t.* EXCLUDE (about, places, elsewhere), q.about, q.places, q.elsewhere, q.parties, q.unwanted, q.story_words,
        q.not_before, q.not_after, f."when", s.told, s.set_there, s.effective_at,
        CASE WHEN no_action AND f.action IS NULL AND f.action_class IS NULL THEN q.action_words END AS action_words,
        CASE WHEN q.places IS NOT NULL OR q.parties IS NOT NULL OR q.unwanted IS NOT NULL OR action_words IS NOT NULL
             THEN ' ' || lower(strip_accents(f.sentence)) || ' ' END AS said,
        lower(strip_accents(coalesce(f.place, ''))) AS place, lower(strip_accents(coalesce(f.party, ''))) AS party
    FROM typed t
    JOIN wanted q USING (watch, quantity)
    JOIN figure f USING (figure_id)
    JOIN story s ON s.article_id = t.article_id AND s.revision = t.revision
        AND s.about IS NOT DISTINCT FROM t.about AND s.places IS NOT DISTINCT FROM t.places
),
judged AS (
    SELECT watch, quantity, figure_id, article_id, revision, kin, about IS NOT NULL AND told AS is_of_the_story,
        len([w FOR w IN places IF contains(place, w) OR contains(said, w)]) > 0 AS there,
        -- loose: the sentence has a word for the action, though the figure is not tied to any.
        coalesce(len([w FOR w IN action_words IF contains(said, w)]) > 0, false) AS loose,
        list_filter([
            CASE WHEN no_count THEN 'count' END, CASE WHEN no_action AND NOT loose THEN 'action' END,
            CASE WHEN no_status THEN 'status' END, CASE WHEN no_between THEN 'between' END,
            CASE WHEN no_change THEN 'change' END, CASE WHEN no_background THEN 'background' END,
            CASE WHEN NOT told THEN 'about' END,
            CASE WHEN places IS NOT NULL AND NOT there AND (NOT set_there OR NOT contains(story_words, place)
                OR len([w FOR w IN elsewhere IF contains(said, w)]) > 0) THEN 'place' END,
            CASE WHEN len([w FOR w IN parties IF contains(party, w) OR contains(said, w)]) = 0 THEN 'party' END,
            CASE WHEN len([w FOR w IN unwanted IF contains(said, w)]) > 0 THEN 'not' END,
            CASE WHEN "when" < not_before::DATE OR "when" > not_after::DATE
                OR effective_at < not_before - INTERVAL 1 DAY THEN 'when' END
        ], lambda reason: reason IS NOT NULL) AS fails
    FROM spoken
),
kept AS (  -- a figure of another thing or action is a near miss only in an article of the story
    SELECT * EXCLUDE (fails, is_of_the_story), fails[1] AS why_not
    FROM judged WHERE len(fails) <= 1
    QUALIFY len(fails) = 0 OR fails[1] NOT IN ('count', 'action') OR is_of_the_story
        OR bool_or(len(fails) = 0) OVER (PARTITION BY watch, quantity, article_id, revision)
)
SELECT k.*, f.* EXCLUDE (figure_id, article_id, revision, rules, watches), q.basis AS wanted_basis, q.title AS wanted,
    q.count_classes, q.count_lemmas, q.action_classes, r.title, r.effective_at, len(r.text) AS size
FROM kept k  -- what a report needs, only for reports
LEFT JOIN figure f ON k.why_not IS NULL AND f.figure_id = k.figure_id
LEFT JOIN wanted q ON k.why_not IS NULL AND q.watch = k.watch AND q.quantity = k.quantity
LEFT JOIN revisions r ON k.why_not IS NULL AND r.article_id = k.article_id AND r.revision = k.revision
ORDER BY k.watch, k.quantity, k.article_id, k.revision, f."start", k.figure_id
