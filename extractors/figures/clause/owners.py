"""Whose the counted are: ``the mother of two of the girls``, ``lawyers for one of the 12 men``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_DETERMINERS = frozenset({"the", "all"})


def owner(tokens: list[Token], k: int, lexicon: Lexicon) -> str:
    """The word that ``of`` or ``for`` joins to the number that begins at k, past ``one of``; else an empty one."""
    k -= 1 + (k > 0 and tokens[k - 1].low in _DETERMINERS)
    if k > 1 and tokens[k].low == "of" and tokens[k - 1].low in lexicon.triggers:
        k -= 2
    return tokens[k - 1].low if k > 0 and tokens[k].low in ("of", "for") else ""
