"""A sentence as tokens: words, numerals, signs, with what touches what."""

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 40


def _pattern(letter: str, digit: str) -> re.Pattern[str]:
    """Words, abbreviations (a.m.), numerals, and any other sign by itself, each with the blanks before it.

    Linear on any input: none nests a repetition. Alternatives begin with a plain set of characters and have no groups,
    because then the engine skips one at its first character.
    """
    tail = ""
    for _ in range(3):
        tail = rf"(?:['&](?!s\b){letter}+{tail}|)"
    dotted = rf"{letter}\.{letter}\.(?:{letter}\.(?:{letter}\.(?:{letter}\.|)|)|)(?!{letter})"
    numeral = rf"[{digit}](?:[{digit}.,']*[{digit}]|)|\.[{digit}]+"
    return re.compile(rf"\s*(?:{letter}{letter}+{tail}|{dotted}|{letter}{tail}|{numeral}|'s\b|\S)")


_ASCII, _ANY = _pattern("[a-zA-Z]", "0-9"), _pattern(r"[^\W\d_]", r"\d")


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
    # The hottest loop of all: it calls as little as it can, not even __init__. Nothing but blanks stands between two
    # tokens.
    tokens: list[Token] = []
    add, new = tokens.append, object.__new__
    for found in (_ASCII if text.isascii() else _ANY).findall(text):
        token = new(Token)
        token.text, token.low, token.kind, token.glued, blanks, size = _sort(found)
        token.start = base + blanks
        token.end = base = base + size
        add(token)
    if tokens:
        tokens[0].glued = False
    return tokens


@lru_cache(maxsize=4096)
def _sort(found: str) -> tuple[str, str, str, bool, int, int]:
    """Text, small letters and kind of a token, whether it is glued, how many blanks stand before it, and its length.

    A few thousand words make up nearly all of the news; kept here, equal words are one string whose hash is known.
    """
    word = found.lstrip()
    blanks = len(found) - len(word)
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return word, word, "n", not blanks, blanks, len(found)
    low = word.lower()
    kind = "w" if len(word) > 1 or word.isalnum() else "p"
    return word, word if low == word else low, kind, not blanks, blanks, len(found)
