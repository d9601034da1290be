DELETE FROM quantity_terms WHERE watch = $watch
