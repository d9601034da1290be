SELECT kind, subject FROM decisions WHERE decision_id = $decision_id AND kind <> 'undo' AND undone_by IS NULL;
