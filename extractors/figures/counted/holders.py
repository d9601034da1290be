"""``Of the 40 men, 12 held passports and nine carried guns``: men are counted, no passports."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

# What people do with things, and is hardly ever said of things before their noun.
HOLDS = frozenset({"held", "carried", "wore", "bore", "owned", "lacked", "hold", "carry", "wear", "own", "lack"})
_OPENS = frozenset({"and", "while", "but", ",", ";", "—", "–"})
_QUALIFIES = frozenset({"some", "about", "around", "nearly", "almost", "another", "only", "least", "at", "over"})
_REACH = 7


def holds(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where the word at j, right behind a number that opens a clause, has things for its object."""
    k = j - 1
    if tokens[k].kind != "n" and tokens[k].low not in lexicon.triggers:
        return False
    while k > 0 and (tokens[k - 1].low in _QUALIFIES or tokens[k - 1].kind == "n" or tokens[k - 1].low == "than"):
        k -= 1
    if k > 0 and tokens[k - 1].low not in _OPENS:
        return False
    things = False
    for i in range(j + 1, min(len(tokens), j + _REACH)):
        word, noun = tokens[i].low, lexicon.nouns.get(tokens[i].low)
        if word in lexicon.cue("auxiliary|modal"):
            return False  # ``Twelve held guns were shown``
        if noun is not None and noun.cls.startswith("person"):
            return False
        if tokens[i].kind == "p" or word in _OPENS or word in lexicon.cue("preposition"):
            return things
        things = things or word.endswith("s") or noun is not None
    return things
