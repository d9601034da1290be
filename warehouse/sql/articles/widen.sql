-- Another watch brought a text that is known: its newest revision now belongs to that watch too.
UPDATE revisions SET watches = list_append(watches, $watch)
WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[])) AND NOT list_contains(watches, $watch)
  AND revision = (SELECT max(n.revision) FROM revisions n WHERE n.article_id = revisions.article_id);
