-- What each quantity looks for, its terms gathered into lists. elsewhere, rivals: the places and parties of the
-- watch's other quantities.
-- story: the same for quantities that ask the same of an article as a whole.
CREATE OR REPLACE VIEW wants AS
SELECT q.*, t.* EXCLUDE (watch, quantity),
       lower(strip_accents(q.title)) || ' ' || coalesce(array_to_string(t.about, ' '), '') AS story_words,
       coalesce(list_filter(w.every_place, lambda p: NOT list_contains(t.places, p)), []) AS elsewhere,
       coalesce(list_filter(w.every_party, lambda p: NOT list_contains(t.parties, p)), []) AS rivals,
       hash(t.about, t.places, elsewhere) AS story
FROM quantities q
JOIN (SELECT watch, quantity,
             coalesce(list(term) FILTER (role = 'unit'), []) AS units,
             coalesce(list(term) FILTER (role IN ('count', 'count_also', 'count_whole')), []) AS items,
             coalesce(list(term) FILTER (role = 'count_never'), []) AS never,
             coalesce(list(term) FILTER (role = 'count'), []) AS count_lemmas,
             coalesce(list(term) FILTER (role = 'count_class'), []) AS count_classes,
             coalesce(bool_or(role = 'count_elided'), false) AS elided,
             coalesce(list(term) FILTER (role = 'action'), []) AS actions,
             coalesce(list(term) FILTER (role = 'action_noun'), []) AS action_nouns,
             coalesce(list(term) FILTER (role = 'action_class'), []) AS action_classes,
             coalesce(list(term) FILTER (role = 'action_kin'), []) AS kin_classes,
             coalesce(list(term) FILTER (role = 'change'), []) AS changes,
             list(term) FILTER (role = 'action_word') AS action_words,
             list(term) FILTER (role = 'about') AS about,
             list(term) FILTER (role = 'place') AS places,
             list(term) FILTER (role = 'party') AS parties,
             list(term) FILTER (role = 'not') AS unwanted,
             bool_or(starts_with(role, 'count')) AS counts,
             bool_or(starts_with(role, 'action') OR role = 'change') AS acts
      FROM quantity_terms GROUP BY ALL) t USING (watch, quantity)
JOIN (SELECT watch, list(DISTINCT term) FILTER (role = 'place') AS every_place,
             list(DISTINCT term) FILTER (role = 'party') AS every_party FROM quantity_terms GROUP BY ALL) w USING (watch);

-- The same, kept: it is read once per batch and changes with a watch only.
DROP TABLE wanted;
CREATE TABLE wanted AS FROM wants;
