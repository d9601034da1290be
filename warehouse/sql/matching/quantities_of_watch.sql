SELECT watch, quantity FROM quantities WHERE watch = $watch
