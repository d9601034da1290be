DELETE FROM near_misses WHERE watch = $watch
