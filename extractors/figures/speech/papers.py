"""Names whose end reads like something else: The Mail on Sunday, Marenian estimates."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import kinds, names, phrases
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

# What speaks for itself, whoever keeps it: ``the school's register showed``.
LISTS = frozenset({"manifest", "register", "roster", "ledger"})
_ESTIMATES = frozenset({"estimate", "estimates"})
_GUESSES = _ESTIMATES | {"forecast", "forecasts", "projection", "projections"}
_ARTICLES = frozenset({"a", "an", "the"})
_ON_SUNDAY = ["on", "sunday"]


def whole(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """The phrase with what belongs to the name behind it."""
    if phrase.end >= len(tokens):
        return phrase
    behind = tokens[phrase.end]
    if behind.low == "on":
        low = tokens[phrase.end - 1].low
        paper = low in lexicon.cue("on_sunday") and [t.low for t in tokens[phrase.end : phrase.end + 2]] == _ON_SUNDAY
        return Phrase(f"{phrase.who} on Sunday", phrase.first, phrase.end + 2) if paper else phrase
    if behind.low in lexicon.cue("document") and behind.text.islower() and kinds.adjective(phrase.who, lexicon):
        return Phrase(f"{phrase.who} {behind.text}", phrase.first, phrase.end + 1)
    return phrase


def whose(tokens: list[Token], k: int) -> int:
    """Where the name begins in ``an estimate by the farm ministry`` at k; else k."""
    j = k + (tokens[k].low in _ARTICLES)
    if j + 2 >= len(tokens) or tokens[j].low not in _GUESSES:
        return k
    return j + 2 if tokens[j + 1].low in ("by", "of") else k


def estimate(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``a preliminary estimate by the Sondar Bank``: the bank; ``a latest estimate``: the estimate."""
    k = phrase.end
    if k + 2 >= len(tokens) or tokens[k].low not in _ESTIMATES or tokens[k - 1].text[0].isupper():
        return phrase
    if tokens[k + 1].low in ("by", "from"):
        return phrases.behind(tokens, k + 2, lexicon) or phrase
    return phrase if names.authority(tokens[k - 1], lexicon) else Phrase(tokens[k].text, phrase.first, k + 1)
