"""What was done to the counted: which action word of the sentence is the number's own."""
