-- Everything that this watch tracks, or ever believed something about.
SELECT quantity FROM quantities WHERE watch = $watch
UNION
SELECT quantity FROM consensus_history WHERE watch = $watch;
