SELECT name FROM migrations ORDER BY name;
