-- Everything in the lineages that any of these articles belongs to.
SELECT article_id, lineage_id, origin FROM lineages
WHERE lineage_id IN (SELECT lineage_id FROM lineages WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[])));
