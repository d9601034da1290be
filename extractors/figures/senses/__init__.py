"""What a word of action means of the people or the thing it is said of: let go, lost, took, put, carried off."""
