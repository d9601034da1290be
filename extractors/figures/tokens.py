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


@dataclass(slots=True)
class Token:
    """``glued`` = nothing stands between it and the token before; kinds: n numeral, w word, p sign."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    glued: bool


def tokenise(text: str, base: int = 0) -> list[Token]:
    """The tokens of a sentence that starts at ``base``; offsets are into the whole text."""
    tokens = []
    previous = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        tokens.append(
            Token(word, word.lower(), base + start, base + end, _KINDS[match.lastindex or 3], start == previous)
        )
        previous = end
    return tokens
