"""How things look on a terminal: numbers in words, times with their zone, pages of 80 columns."""
