"""Digits that only say where something stands: a house in its street, the row of a table."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_COLUMNS = 3
_NAMES = 4
_SINGULAR = frozenset({"is", "was", "has", "houses", "stands"})


def on_street(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``in Corso Melforte 15``, ``Calle de la Luz, 8``: a capitalised name that begins with a word for a street."""
    apart = i > 1 and tokens[i - 1].text == ","
    k = i - 1 - apart
    if apart and i + 1 < len(tokens) and tokens[i + 1].kind == "w":
        return False
    if k < 1 or not tokens[k].text[0].isupper() or tokens[i].glued:
        return False
    for j in range(k - 1, max(-1, k - _NAMES), -1):
        if tokens[j].low in lexicon.cues.street_first:
            return True
        if not (tokens[j].text[0].isupper() or tokens[j].low in lexicon.cues.name_link):
            return False
    return False


def row(tokens: list[Token], i: int) -> bool:
    """``4 Ana Lorn 502 6 3 19``: the rank before a line of names that ends in bare numbers."""
    if i or len(tokens) < _COLUMNS + 2:
        return False
    if any(token.kind != "n" for token in tokens[-_COLUMNS:]):
        return False
    return not any(token.text[0].islower() for token in tokens)


def building(tokens: list[Token], i: int, after: Token, lexicon: Lexicon) -> bool:
    """``180 Kent is empty``: a name that no plural could be, and a verb of one thing."""
    if i + 2 >= len(tokens) or tokens[i + 2].low not in _SINGULAR or not after.text[1:].islower():
        return False
    known = after.low in lexicon.nouns or after.low in lexicon.units or after.low in lexicon.triggers
    return after.text[0].isupper() and not known and not after.low.endswith("s")
