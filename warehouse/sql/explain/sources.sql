-- What is known of each source's address, failing ones first.
SELECT watch, source, url, checked_at, failures, error
FROM source_states
ORDER BY watch, failures DESC, source, url;
