SELECT article_id, lineage_id, origin FROM lineages WHERE lineage_id IN (SELECT unnest($lineage_ids::VARCHAR[]));
