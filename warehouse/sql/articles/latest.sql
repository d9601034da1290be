-- The newest revision of each article, and the newest document of it (which can be newer, or unusable).
WITH pages AS (
    SELECT article_id, arg_max(document_id, (seq, archive_file, archive_offset)) AS document_id
    FROM documents
    WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]))
    GROUP BY article_id
), texts AS (
    SELECT article_id, max(revision) AS revision, arg_max(text_hash, revision) AS text_hash,
           arg_max(effective_at, revision) AS effective_at, arg_max(watches, revision) AS watches
    FROM revisions
    WHERE article_id IN (SELECT unnest($article_ids::VARCHAR[]))
    GROUP BY article_id
)
SELECT p.article_id, p.document_id, coalesce(t.revision, 0) AS revision, coalesce(t.text_hash, '') AS text_hash,
       t.effective_at, coalesce(t.watches, []) AS watches
FROM pages p LEFT JOIN texts t USING (article_id);
