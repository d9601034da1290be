-- What people decided, newest first; undone_by: the decision that took it back.
SELECT decision_id, kind, subject, who, why, decided_at, undone_by
FROM decisions
ORDER BY decided_at DESC, decision_id;
