"""What a number measures: money, lengths, ages, magnitudes; else it is a count."""
