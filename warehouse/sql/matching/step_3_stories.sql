-- Which words stand in the articles; words of under five letters only as whole words.
CREATE OR REPLACE TEMP TABLE batch_stories AS
WITH plain AS (
    SELECT article_id, revision, effective_at, lower(strip_accents(coalesce(title, '') || ' . ' || text)) AS plain
    FROM revisions SEMI JOIN batch_typed USING (article_id, revision)
), looked AS MATERIALIZED (
    SELECT t.article_id, t.revision, t.story, p.effective_at, q.about,
        q.about IS NULL OR len(list_filter(q.about, lambda w: CASE WHEN NOT contains(p.plain, w) THEN false WHEN len(w) > 4
            THEN true ELSE regexp_matches(p.plain, '\b' || regexp_escape(w) || '\b') END)) > 0 AS told,
        list_min([strpos(p.plain, w) FOR w IN q.places IF contains(p.plain, w)]) AS here_at,
        list_min([strpos(p.plain, w) FOR w IN q.elsewhere IF contains(p.plain, w)]) AS elsewhere_at
    FROM (SELECT DISTINCT article_id, revision, story FROM batch_typed) t
    JOIN (SELECT DISTINCT story, about, places, elsewhere FROM wanted) q USING (story)
    JOIN plain p USING (article_id, revision)
)
SELECT article_id, revision, story, effective_at, told,
    -- Set there: its place comes early and before any other, or none is named at all in an article of the story.
    CASE WHEN here_at IS NULL THEN elsewhere_at IS NULL AND about IS NOT NULL
         ELSE here_at <= 800 AND here_at < coalesce(elsewhere_at, here_at + 1) END AS set_there
FROM looked
