-- How the text puts the number in place of an earlier one: corrected, raised, or null.
ALTER TABLE reports ADD COLUMN turn VARCHAR;
