"""Those who are told: ``told some 400 mourners that 12 children had died`` says nothing of what befell the 400."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

TELLS = frozenset(
    {"told", "tells", "informed", "informs", "assured", "assures", "warned", "warns", "reminded", "reminds"}
    | {"notified", "notifies", "promised"}
)
_LEADS = frozenset({"the", "all", "his", "her", "their", "its", "these", "those", "last", "first", "another"})
_GATHERED = frozenset({"crowd", "group", "gathering", "audience", "meeting", "rally", "congregation"})
_KIN = frozenset({"families", "relatives", "parents", "mothers", "wives", "widows", "friends"})
_AN = frozenset({"a", "an", "the"})
# Who is meant again: ``told 40 workers that they would be dismissed`` is of the 40.
_THEY = frozenset({"they", "all", "both", "most", "none", "some", "each", "who"})
_SUBJECTS = frozenset({"the", "a", "an", "his", "her", "its", "there", "it", "he", "she", "we", "their"})
_WERE = frozenset({"was", "were", "been", "being"})
_WHERE = 5


def told(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where the verb stands whose hearers the counted are, what is told them being of others; else None."""
    k = span.begin - 1
    if span.item_class is None or not span.item_class.startswith(("person", "family", "group")):
        return None
    if k > 1 and tokens[k].low == "of" and tokens[k - 1].low in _GATHERED and tokens[k - 2].low in _AN:
        k -= 3
    elif k > 0 and tokens[k].low == "of" and tokens[k - 1].low in _KIN:
        k -= 2  # ``told the families of 12 victims that a man had been arrested``
    while k > 0 and tokens[k].low in _LEADS:
        k -= 1
    if k >= 0 and tokens[k].low in TELLS and (k == 0 or tokens[k - 1].low not in _WERE):
        return k if _of_others(tokens, span.noun_end, lexicon) else None
    k = span.noun_end + 1
    if k < len(tokens) and tokens[k].low in TELLS and tokens[k - 1].low in _WERE:
        return k if _of_others(tokens, k + 1, lexicon) else None
    return None


def _of_others(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``… in the square that the war was over``: the subject of what is told is somebody else."""
    if k + 1 < len(tokens) and (tokens[k].low in _SUBJECTS or tokens[k].kind == "n"):
        return True
    if k < len(tokens) and tokens[k].low != "that" and tokens[k].low not in lexicon.cue("preposition"):
        return False
    for j in range(k, min(len(tokens) - 1, k + _WHERE)):
        if tokens[j].low == "that":
            return tokens[j + 1].low not in _THEY
        if tokens[j].kind == "p":
            return False
    return False
