"""Each, in total or one side, and which party: numbers where two parties act."""
