"""What the clause says of the counted: the action, and whether it happened or is planned."""
