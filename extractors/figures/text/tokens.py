"""A sentence as tokens: words, numerals, signs, with what touches what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

LONGEST = 40
_SHORT = 3


def _pattern(letter: str, digit: str) -> re.Pattern[str]:
    """Words, abbreviations (a.m.), numerals, and any other sign by itself, each with the blanks before it.

    Linear on any input: none nests a repetition. Alternatives begin with a plain set of characters and have no groups,
    because then the engine skips one at its first character.
    """
    tail = ""
    for _ in range(3):
        tail = rf"(?:['&](?!s\b){letter}+{tail}|)"
    dotted = rf"{letter}\.{letter}\.(?:{letter}\.(?:{letter}\.(?:{letter}\.|)|)|)(?!{letter})"
    dotted += r"|[A-Z]\.[A-Z](?![\w.])"
    numeral = rf"[{digit}](?:[{digit}.,']*[{digit}]|)|\.[{digit}]+"
    return re.compile(rf"\s*(?:{letter}{letter}+{tail}|{dotted}|{letter}{tail}|{numeral}|'s\b|\S)")


_ASCII, _ANY = _pattern("[a-zA-Z]", "0-9"), _pattern(r"[^\W\d_]", r"\d")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, numeral or sign as a sentence has it; equal ones are one object, so it does not know where it stands.

    Kinds: n numeral, w word, p sign. ``gap`` is how many blanks stand before it; ``glued`` = none, and it is not the
    first. ``width`` is that of the text with these blanks. ``capital`` of words that begin with one; ``case`` of words
    of more than three letters: A begins with a capital, a with a small letter.
    """

    text: str
    low: str
    kind: str
    gap: int
    glued: bool
    capital: bool = False
    case: str = ""
    width: int = 0


def tokenise(text: str) -> list[Token]:
    """The tokens of a sentence. Nothing but blanks stands between two of them."""
    tokens: list[Token] = []
    known, chunks = _CHUNKS, text.split(" ")
    try:
        for chunk in chunks:
            tokens += known[chunk]
    except KeyError:
        return _uncommon(text, chunks)
    return tokens


def _uncommon(text: str, chunks: list[str]) -> list[Token]:
    """The same of a text with a word that was not seen before."""
    tokens: list[Token] = []
    for chunk in chunks:
        cut = _CHUNKS.get(chunk) or _chunk(chunk)
        if not cut:
            return _cut(text)
        tokens += cut
    return tokens


def _cut(text: str) -> list[Token]:
    """The same of any text, piece by piece; the first token is never glued."""
    found = (_ASCII if text.isascii() else _ANY).findall(text)
    if "'" in text:
        found = _apart(found)
    tokens = list(map(_KNOWN.__getitem__, found))
    if tokens and tokens[0].glued:
        tokens[0] = _KNOWN[f" {found[0]}"]
    return tokens


def _apart(found: list[str]) -> list[str]:
    """``didn't``, ``they've`` as their two words, the second of which is ``n't`` or ``'ve``."""
    words: list[str] = []
    for word in found:
        tail = next((end for end in _ENDINGS if word.endswith(end)), "") if "'" in word else ""
        head = word.removesuffix(tail)
        short = tail == _NOT and head.lstrip() in _FULL
        words += [head + _CUT * short, tail] if tail and head.strip() else [word]
    return words


class _Known(dict[str, Token]):
    """Tokens by their piece of text: some thousands make up nearly all of the news, so each is made once.

    Emptied when full: that is cheaper than to note which one was asked for last, and each is soon made again.
    """

    def __missing__(self, found: str) -> Token:
        if len(self) >= _MOST:
            self.clear()
        return self.setdefault(found, _token(found))


def _chunk(chunk: str) -> Sequence[Token]:
    """Tokens of what stands between two blanks (``killed,``): as no token holds a blank, each is cut but once.

    None at all where other spaces than single blanks stand in it: such a text has to be cut as a whole.
    """
    if chunk.split() != [chunk]:
        return ()
    if len(chunk) > LONGEST:
        return _cut(chunk)
    if len(_CHUNKS) >= _MOST:
        _CHUNKS.clear()
    return _CHUNKS.setdefault(chunk, _cut(chunk))


_MOST = 16_384
_NOT = "n't"
# How words are written short behind another, and what they are.
_ENDINGS = {_NOT: "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "'d"}
# What is left of ``can't``, ``won't`` and ``shan't``, and a sign that tells it from ``ca 40``.
_CUT = "\0"
_FULL = {"ca": "can", "wo": "will", "sha": "shall", "Ca": "can", "Wo": "will", "Sha": "shall"}
_KNOWN = _Known()
# A plain table: one that made what is missing by itself would take twice as long to look into.
_CHUNKS: dict[str, list[Token]] = {}


def _token(found: str) -> Token:
    """The token of a piece of text with the blanks before it.

    Its small letters are interned, as the words of the lexicon are: equal ones are one object, found at a glance.
    """
    word = found.lstrip()
    blanks = len(found) - len(word)
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return Token(word, word, "n", blanks, not blanks, width=len(found))
    if word in _ENDINGS:
        return Token(word, _ENDINGS[word], "w", blanks, False, width=len(found))
    if word[-1] == _CUT and word[:-1] in _FULL:
        return Token(word[:-1], _FULL[word[:-1]], "w", blanks, not blanks, word[0].isupper(), width=len(found) - 1)
    low = intern(word.lower())
    kind = "w" if len(word) > 1 or word.isalnum() else "p"
    capital = kind == "w" and word != low and word[0].isupper()
    case = "" if kind != "w" or len(word) <= _SHORT else "A" if word[0] != low[0] else "a"
    return Token(word, word if low == word else low, kind, blanks, not blanks, capital, case, len(found))
