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


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, numeral or sign as a sentence has it; equal ones are one object, so it does not know where it stands.

    Kinds: n numeral, w word, p sign. ``gap`` is how many blanks stand before it; ``glued`` = none, and it is not the
    first.
    """

    text: str
    low: str
    kind: str
    gap: int
    glued: bool


def tokenise(text: str) -> list[Token]:
    """The tokens of a sentence. Nothing but blanks stands between two of them."""
    found = (_ASCII if text.isascii() else _ANY).findall(text)
    tokens = list(map(_token, found))
    if tokens and tokens[0].glued:
        tokens[0] = _token(f" {found[0]}")
    return tokens


@lru_cache(maxsize=4096)
def _token(found: str) -> Token:
    """The token of a piece of text with the blanks before it: a few thousand of them make up nearly all of the news."""
    word = found.lstrip()
    blanks = len(found) - len(word)
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return Token(word, word, "n", blanks, not blanks)
    low = word.lower()
    kind = "w" if len(word) > 1 or word.isalnum() else "p"
    return Token(word, word if low == word else low, kind, blanks, not blanks)
