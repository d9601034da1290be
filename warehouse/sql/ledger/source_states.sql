SELECT source, url, etag, last_modified, checked_at, failures, error FROM source_states WHERE watch = $watch ORDER BY url;
