"""What money comes as, pays or is asked for: ``$3m in aid``, ``an appeal for $25m``, ``tents worth $40,000``."""

from extractors.figures.counted.heads import no_head, singular
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 4
_CONVERTED = 7
_NOT = frozenset({"still", "is", "are", "was", "were", "be", "now", "been"})


def noun(tokens: list[Token], span: Span, lexicon: Lexicon) -> int:
    """The token that names the money, behind ``in`` or before ``for`` or ``worth``; -1 without one."""
    j = span.end
    if j < len(tokens) and tokens[j].text == "(":
        j = next((k + 1 for k in range(j, min(j + _CONVERTED, len(tokens))) if tokens[k].text == ")"), j)
    if j < len(tokens) and tokens[j].text == ")":
        j += 1
    at = _behind(tokens, j, lexicon)
    if at >= 0:
        return at
    k = span.begin - 1
    if k > 1 and tokens[k].low == "worth":
        k -= 1 + (tokens[k - 1].text == ",")
        return k if tokens[k].kind == "w" and tokens[k].text.islower() and not _no_noun(tokens[k].low, lexicon) else -1
    asked = k > 0 and tokens[k].low in ("for", "of") and singular(tokens[k - 1].low) in lexicon.cue("money_for")
    return k - 1 if asked else -1


def _no_noun(word: str, lexicon: Lexicon) -> bool:
    """``is already worth``: a verb or an adverb, and nothing that is worth so much."""
    return word in _NOT or no_head(word, lexicon)


def _behind(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``$3m in aid``, ``$74m for immediate relief``, ``$10m from its emergency fund``."""
    lead = tokens[j].low if j < len(tokens) else ""
    if lead not in ("in", "for", "from"):
        return -1
    for k in range(j + 1, min(j + _REACH + (lead != "in"), len(tokens))):
        word = tokens[k].low
        if (word == "fund") if lead == "from" else word in lexicon.cue("money_in"):
            return k
        if tokens[k].kind != "w" or (word in lexicon.cue("stop") and word not in ("a", "an", "its", "their", "his")):
            break
    return -1
