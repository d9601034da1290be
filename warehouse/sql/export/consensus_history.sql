SELECT * FROM consensus_history ORDER BY watch, quantity, version;
