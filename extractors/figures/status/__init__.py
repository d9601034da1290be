"""Whether it happened: happened, planned, estimated, claimed or denied, read from the clause of the number."""
