DELETE FROM quantities WHERE watch = $watch
