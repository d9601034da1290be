SELECT yaml FROM watches WHERE watch = $watch ORDER BY version DESC LIMIT 1;
