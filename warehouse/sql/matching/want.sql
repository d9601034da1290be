INSERT INTO wanted BY NAME SELECT * FROM wants WHERE watch = $watch
