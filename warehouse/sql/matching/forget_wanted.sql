DELETE FROM wanted WHERE watch = $watch
