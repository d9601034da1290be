-- Every belief about a quantity that was ever held, oldest knowledge first, with the article that changed it.
-- current: it is what is believed today about its effective time (no later row restates it).
SELECT h.version, h.value, h.low, h.high, h.low_exclusive, h.high_exclusive, h.qualifier, h.basis, h.span_low,
       h.span_high, h.state, h.voices, h.speakers, h.articles, h.since, h.changed_by, h.cause, h.effective_from,
       h.known_from, a.source, a.title, a.url,
       h.version = max(h.version) OVER (PARTITION BY h.effective_from) AS current
FROM consensus_history h
LEFT JOIN revisions a ON a.article_id = h.changed_by
WHERE h.watch = $watch AND h.quantity = $quantity
QUALIFY a.revision IS NULL OR a.revision = max(a.revision) OVER (PARTITION BY h.version)
ORDER BY h.version;
