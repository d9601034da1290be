-- Human decisions that stand, in the order in which they were taken.
SELECT kind, subject FROM decisions
WHERE undone_by IS NULL AND kind IN ('merge_lineage', 'split_lineage', 'merge_origin', 'split_origin')
ORDER BY decided_at, decision_id;
