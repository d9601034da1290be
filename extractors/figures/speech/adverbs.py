"""The words between a subject and its verb of saying: also, on Monday, at first, in April, has been able to."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_CONTINUED = frozenset({"continued", "continues", "continue", "able", "managed"})
_NO_ADVERB = frozenset({"family", "ally", "assembly", "supply", "monopoly", "daily", "weekly", "monthly", "bully"})
_WHICH = frozenset({"last", "this", "that", "next"})
_ISSUED = frozenset({"published", "released", "issued", "leaked"})
_BE = frozenset({"is", "are", "was", "were", "been"})


def before(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Back over ``also``, ``at first``, ``on Monday``, ``last week``, ``continued to``, ``is`` of ``is reporting``."""
    adverbs, days = lexicon.cues.say_adverb, lexicon.cues.weekday
    while j >= 0:
        low = tokens[j].low
        manner = low.endswith("ly") and tokens[j].text.islower() and low not in lexicon.nouns and low not in _NO_ADVERB
        if low in adverbs or low in days or manner or (low in _ISSUED and tokens[j - 1].low in lexicon.cue("document")):
            j -= 1
        elif j > 1 and _pair(tokens, j, lexicon):
            j -= 2
        elif j + 1 < len(tokens) and _before_next(low, tokens[j + 1].low):
            j -= 1
        else:
            break
    return j


def _before_next(low: str, after: str) -> bool:
    """``is`` of ``is reporting`` and ``is able to``, ``at`` of ``at first``."""
    return (low in _BE and (after.endswith("ing") or after == "able")) or (low == "at" and after == "first")


def _pair(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``last week``, ``continued to``, ``been able to``, ``in turn``, ``in April``, ``published in 2022``"""
    lead = tokens[j - 1].low
    if lead != "in":
        return lead in (_CONTINUED if tokens[j].low == "to" else _WHICH) and (
            tokens[j].low == "to" or tokens[j].low in lexicon.cue("say_when")
        )
    if tokens[j].kind == "n":
        return tokens[j - 2].low in _ISSUED
    return tokens[j].low == "turn" or tokens[j].low in lexicon.cue("month")
