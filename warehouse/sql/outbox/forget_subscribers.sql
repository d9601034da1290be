DELETE FROM subscribers WHERE watch = $watch;
