"""How a clause is built: what stands between a number and its verb, where clauses begin, who governs what."""
