"""Which numerals are numbers, what they are worth, and the bounds their words make."""
