SELECT watch, quantity FROM reports WHERE report_id = $report_id;
