"""A sentence as tokens: words, numerals, signs, with what touches what."""

import re
from dataclasses import dataclass

# Alternatives start with different characters and none nests a repetition: linear on any input.
_TOKEN = re.compile(
    r"(\d[\d.,']*(?<=\d)|\.\d+|\d)"
    r"|((?:[^\W\d_]\.){2,5}(?![^\W\d_])|'s\b|[^\W\d_]+(?:['&](?!s\b)[^\W\d_]+){0,3})"
    r"|(\S)"
)
LONGEST = 40
_KINDS = ("", "n", "w", "p")


@dataclass(slots=True, eq=False)
class Token:
    """``glued`` = nothing stands between it and the token before; kinds: n numeral, w word, p sign."""

    # Slots, because rules read tokens far more often than they are made; not frozen, because that makes them slowly.

    text: str
    low: str
    start: int
    end: int
    kind: str
    glued: bool


def tokenise(text: str, base: int = 0) -> list[Token]:
    """The tokens of a sentence that starts at ``base``; offsets are into the whole text."""
    # The hottest loop of all: it calls as little as it can.
    tokens: list[Token] = []
    add, previous = tokens.append, -1
    small = text.lower()
    aligned = len(small) == len(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = text[start:end]
        low = small[start:end] if aligned else word.lower()
        add(Token(word, low, base + start, base + end, _KINDS[match.lastindex or 3], start == previous))
        previous = end
    return tokens
