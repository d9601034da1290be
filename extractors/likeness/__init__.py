"""Text to fingerprint; whether two texts carry the same account; whom a text credits."""

from extractors.likeness.comparing import Likeness, compare, match
from extractors.likeness.crediting import AGENCIES, credits, names_itself  # noqa: A004 - the word of the design
from extractors.likeness.differing import Difference, differing
from extractors.likeness.repeating import repeated
from extractors.likeness.sketching import Fingerprint, fingerprint, sketch
from extractors.likeness.wires import is_wire

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
    "names_itself",
    "repeated",
    "sketch",
]
