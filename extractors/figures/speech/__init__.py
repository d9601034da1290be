"""Who says a number: verbs of saying, attributions, owners of quotations."""
