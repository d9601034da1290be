"""Text to fingerprint; whether two texts carry the same account; whom a text credits."""

from extractors.likeness.comparing import Likeness, compare, match
from extractors.likeness.crediting import AGENCIES, credits, is_wire  # noqa: A004 - the word of the design
from extractors.likeness.differing import Difference, differing
from extractors.likeness.sketching import Fingerprint, fingerprint, sketch

__all__ = [
    "AGENCIES",
    "Difference",
    "Fingerprint",
    "Likeness",
    "compare",
    "credits",
    "differing",
    "fingerprint",
    "is_wire",
    "match",
    "sketch",
]
