"""Text as the rules read it: normalised, in sentences, in tokens."""
