-- Figures that fail one condition; of another thing or action only in an article of the story.
INSERT INTO near_misses BY NAME
SELECT watch, quantity, figure_id, article_id, revision, fails[1] AS why_not
FROM batch_judged j
WHERE len(fails) = 1
  AND (fails[1] NOT IN ('count', 'action') OR is_of_the_story
       OR (watch, quantity, article_id, revision) IN
          (SELECT (watch, quantity, article_id, revision) FROM batch_judged WHERE len(fails) = 0))
