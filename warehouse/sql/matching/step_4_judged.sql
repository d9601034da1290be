-- Each pair with the conditions that it fails; the words are looked up in the sentence, where there are any to look up.
CREATE OR REPLACE TEMP TABLE batch_judged AS
WITH spoken AS MATERIALIZED (
    SELECT t.*, q.about, q.places, q.elsewhere, q.parties, q.unwanted, q.story_words, s.told, s.set_there,
        coalesce(f."when" < q.not_before::DATE OR f."when" > q.not_after::DATE
            OR s.effective_at < q.not_before - INTERVAL 1 DAY, false) AS no_when,
        -- A sum of money or a share often stands without what it measures: the sentence may name it.
        CASE WHEN t.no_count AND t.unnamed THEN q.count_lemmas END AS nouns,
        CASE WHEN t.no_action AND f.action_class IS NULL THEN q.action_words END AS words,
        CASE WHEN q.places IS NOT NULL OR q.parties IS NOT NULL OR q.unwanted IS NOT NULL OR words IS NOT NULL OR nouns IS NOT NULL
             THEN ' ' || lower(strip_accents(f.sentence)) || ' ' END AS said,
        lower(strip_accents(coalesce(f.place, ''))) AS place, lower(strip_accents(coalesce(f.party, ''))) AS party
    FROM batch_typed t
    JOIN wanted q USING (watch, quantity)
    JOIN batch_figures f USING (figure_id)
    JOIN batch_stories s ON s.article_id = t.article_id AND s.revision = t.revision AND s.story = t.story
), found AS MATERIALIZED (
    SELECT *, len([w FOR w IN places IF contains(place, w) OR contains(said, w)]) > 0 AS there,
        coalesce(len([w FOR w IN nouns IF contains(said, ' ' || w)]) > 0, false) AS named,
        -- loose: the sentence has a word for the action, though the figure is not tied to any.
        coalesce(len([w FOR w IN words IF contains(said, w)]) > 0, false) AS loose
    FROM spoken
)
SELECT watch, quantity, figure_id, article_id, revision, kin, about IS NOT NULL AND told AS is_of_the_story, there, loose,
    list_filter([
        CASE WHEN no_count AND NOT named THEN 'count' END, CASE WHEN no_action AND NOT loose THEN 'action' END,
        CASE WHEN no_status THEN 'status' END, CASE WHEN no_between THEN 'between' END,
        CASE WHEN no_change THEN 'change' END, CASE WHEN no_background THEN 'background' END,
        CASE WHEN NOT told THEN 'about' END,
        CASE WHEN places IS NOT NULL AND NOT there AND (NOT set_there OR NOT contains(story_words, place)
            OR len([w FOR w IN elsewhere IF contains(said, w)]) > 0) THEN 'place' END,
        CASE WHEN len([w FOR w IN parties IF contains(party, w) OR contains(said, w)]) = 0 THEN 'party' END,
        CASE WHEN len([w FOR w IN unwanted IF contains(said, w)]) > 0 THEN 'not' END,
        CASE WHEN no_when THEN 'when' END
    ], lambda reason: reason IS NOT NULL) AS fails
FROM found
