"""What is counted: the noun beside the number, before it, left out, or that of a whole."""
