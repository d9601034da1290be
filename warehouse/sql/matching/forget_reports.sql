DELETE FROM reports WHERE watch = $watch
