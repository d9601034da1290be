-- Alerts, newest first, and whether somebody has acknowledged them.
SELECT a.alert_id, a.watch, a.quantity, a.kind, a.created_at, a.body,
       EXISTS (
           FROM decisions d
           WHERE d.kind = 'acknowledge' AND d.undone_by IS NULL AND d.subject ->> '$.alert_id' = a.alert_id
       ) AS acknowledged
FROM alerts a
ORDER BY a.created_at DESC, a.version DESC, a.alert_id;
