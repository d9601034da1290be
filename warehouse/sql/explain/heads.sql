-- What is believed now of every quantity, also of those of which nothing is reported, with the article that moved it.
SELECT q.watch AS watch, q.quantity AS quantity, h.version, h.value, h.low, h.high, h.low_exclusive, h.high_exclusive,
       h.qualifier, h.basis, h.span_low, h.span_high, h.state, h.voices, h.speakers, h.articles, h.since, h.changed_by,
       h.cause, h.effective_from, h.known_from, a.source, a.title, a.url, true AS current
FROM quantities q
LEFT JOIN consensus_history h ON h.watch = q.watch AND h.quantity = q.quantity
LEFT JOIN revisions a ON a.article_id = h.changed_by
QUALIFY row_number() OVER (
    PARTITION BY q.watch, q.quantity ORDER BY h.effective_from DESC, h.version DESC, a.revision DESC
) = 1
ORDER BY q.watch, q.quantity;
