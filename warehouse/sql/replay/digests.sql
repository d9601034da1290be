-- How many rows each table has, and a sum over them that is another where a row is another.
SELECT 'documents' AS name, count(*) AS row_count, sum(hash(documents)::HUGEINT) AS digest FROM documents
UNION ALL
SELECT 'revisions' AS name, count(*) AS row_count, sum(hash(revisions)::HUGEINT) AS digest FROM revisions
UNION ALL
SELECT 'sketches' AS name, count(*) AS row_count, sum(hash(sketches)::HUGEINT) AS digest FROM sketches
UNION ALL
SELECT 'lineages' AS name, count(*) AS row_count, sum(hash(lineages)::HUGEINT) AS digest FROM lineages
UNION ALL
SELECT 'copies' AS name, count(*) AS row_count, sum(hash(copies)::HUGEINT) AS digest FROM copies
UNION ALL
SELECT 'figures' AS name, count(*) AS row_count, sum(hash(figures)::HUGEINT) AS digest FROM figures
UNION ALL
SELECT 'watches' AS name, count(*) AS row_count, sum(hash(watches)::HUGEINT) AS digest FROM watches
UNION ALL
SELECT 'quantities' AS name, count(*) AS row_count, sum(hash(quantities)::HUGEINT) AS digest FROM quantities
UNION ALL
SELECT 'quantity_terms' AS name, count(*) AS row_count, sum(hash(quantity_terms)::HUGEINT) AS digest FROM quantity_terms
UNION ALL
SELECT 'reports' AS name, count(*) AS row_count, sum(hash(reports)::HUGEINT) AS digest FROM reports
UNION ALL
SELECT 'near_misses' AS name, count(*) AS row_count, sum(hash(near_misses)::HUGEINT) AS digest FROM near_misses
UNION ALL
SELECT 'consensus_history' AS name, count(*) AS row_count, sum(hash(consensus_history)::HUGEINT) AS digest FROM consensus_history
UNION ALL
SELECT 'stances' AS name, count(*) AS row_count, sum(hash(stances)::HUGEINT) AS digest FROM stances
UNION ALL
SELECT 'decisions' AS name, count(*) AS row_count, sum(hash(decisions)::HUGEINT) AS digest FROM decisions
UNION ALL
SELECT 'alerts' AS name, count(*) AS row_count, sum(hash(alerts)::HUGEINT) AS digest FROM alerts
UNION ALL
SELECT 'rejections' AS name, count(*) AS row_count, sum(hash(rejections)::HUGEINT) AS digest FROM rejections
UNION ALL
SELECT 'entries' AS name, count(*) AS row_count, sum(hash(entries)::HUGEINT) AS digest FROM entries
UNION ALL
SELECT 'subscribers' AS name, count(*) AS row_count, sum(hash(subscribers)::HUGEINT) AS digest FROM subscribers
;
