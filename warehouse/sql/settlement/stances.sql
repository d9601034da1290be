-- Where each report stands since the newest head.
SELECT watch, quantity, report_id, voice, stance, reason
FROM stances s
JOIN (SELECT unnest($watches::VARCHAR[]) AS watch, unnest($quantities::VARCHAR[]) AS quantity) k USING (watch, quantity)
QUALIFY row_number() OVER (PARTITION BY watch, quantity, report_id ORDER BY version DESC) = 1 AND stance IS NOT NULL;
