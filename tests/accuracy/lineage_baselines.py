"""Plain rules for "is a copy of": word n-grams of the whole text, blurbs and quotations included."""

import re
from collections.abc import Callable
from functools import lru_cache

Rule = Callable[[str, str], bool]

GRAM = 5
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def grams(text: str) -> frozenset[tuple[str, ...]]:
    """The word five-grams of a text, in lower case."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[start:] for start in range(GRAM)), strict=False))


def containment(a: str, b: str) -> float:
    """The part of the smaller set of grams that the other has."""
    first, second = grams(a), grams(b)
    return len(first & second) / max(1, min(len(first), len(second)))


def jaccard(a: str, b: str) -> float:
    """The part of both sets that they share."""
    first, second = grams(a), grams(b)
    return len(first & second) / max(1, len(first | second))


RULES: dict[str, Rule] = {
    "5-gram ≥ .3": lambda a, b: containment(a, b) >= 0.3,
    "≥ .364 (tuned)": lambda a, b: containment(a, b) >= 0.364,
    "Jaccard ≥ .5": lambda a, b: jaccard(a, b) >= 0.5,
    "all copies": lambda *_: True,
}
