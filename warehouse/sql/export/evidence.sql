-- Of the newest versions: the evidence of all versions grows with the square of the reports.
SELECT e.* FROM evidence e SEMI JOIN consensus USING (watch, quantity, version) ORDER BY watch, quantity, report_id;
