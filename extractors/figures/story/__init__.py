"""What only the sentences together tell: the day and place of an event, earlier events, wholes and parts."""
